/**
 * Writes outputs.
 *
 * An existing file is replaced as a whole or not at all, and left alone if it holds the same bytes; a new one is written in place, which takes a
 * tenth of the time, and removed if it cannot be completed. Paths are checked, and no folder on the way can be a symbolic link, so nothing
 * is written outside the output folder. A manifest lists all written files; the next build removes those it did not make again, and nothing
 * else. Failures that would affect all other files too (no space) are a `StopError`, which ends the run; others become a message on
 * their document.
 *
 * Names longer than file systems allow are shortened with a hash (`outputPath`). On a case-insensitive file system `A` and `a` are one path.
 */

import { lstatSync, rmSync } from 'node:fs'
import { posix } from 'node:path'
import { JOURNAL_FILE, MANIFEST_FILE } from '../model/build/manifest.ts'
import { reasonOf } from '../util/reason-of.ts'
import { stampOfStats } from '../util/stamp-of-stats.ts'
import { StopError } from '../util/stop-error.ts'
import { UserError } from '../util/user-error.ts'
import { readJournal, startJournal } from './journal.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { type OutputFolder, openOutputFolder } from './output-folder.ts'
import { TEMPORARY_FILE, writeAtomically } from './write-atomically.ts'

/** What a writer did. */
export interface WriteCounts {
  /** Files of this build: those written and those that were there already with the same bytes. */
  readonly files: number
  /** Files that were new or had other content. */
  readonly changed: number
  /** Bytes in these. */
  readonly bytes: number
  /** Files of an earlier build that this one did not make, so they were removed. */
  readonly removed: number
}

/** Writes into one folder and nowhere else. */
export interface Writer {
  /**
   * Writes a file.
   *
   * @param path relative to the folder, with `/`.
   * @param owner what the file comes from, for the message where two things want the same path.
   * @throws {UserError} where the path leads out of the folder, was already written in this build, or cannot be written.
   * @throws {StopError} where nothing can be written any more: the disk is full.
   */
  write(path: string, content: string | Uint8Array, owner: string): void
  /**
   * Takes over a file that an earlier build wrote and that is as this one would write it.
   *
   * @param stamp as {@link Writer.stampOf} gave it.
   * @returns whether the path was free.
   */
  keep(path: string, stamp: string, owner: string): boolean
  /** Whether this build wrote that path, or took it over. */
  has(path: string): boolean
  /** Size and time of a file right after it was written; empty where it was not, or where nobody wants to know. */
  stampOf(path: string): string
  /** Ends the build: removes what an earlier build wrote and this one did not, and writes down what this one wrote. */
  finish(): WriteCounts
  /** Lets the folder go, finished or not; what was written is known to the next build. */
  close(): void
}

/** How a folder is written to. */
export interface WriterOptions {
  /** Whether {@link Writer.stampOf} is to be asked; asking for them takes its time. Yes unless told. */
  readonly hasStamps?: boolean
  /** Whether the disk takes `A` and `a` for the same name; unless told, it is tried. */
  readonly foldsCase?: boolean
}

/**
 * Opens a folder for writing. Files in it that Lockstep did not write are never removed.
 *
 * @param out absolute path of the folder, made if need be.
 * @throws {UserError} where it cannot be made, or another build is writing to it.
 */
export function createWriter(out: string, { hasStamps = true, foldsCase }: WriterOptions = {}): Writer {
  const folder = openOutputFolder(out)
  const failure = `Cannot write to ${out}`
  const earlier = takeOver(folder, out)
  const journal = explain(failure, () => startJournal(folder, out))
  const isFolding = foldsCase ?? isFile(folder.place(JOURNAL_FILE.toUpperCase()))
  const keyOf = (path: string) => (isFolding ? path.normalize('NFC').toLowerCase() : path)
  const owners = new Map<string, string>()
  const paths = new Set<string>()
  const stamps = new Map<string, string>()
  /** Folders in which a temporary file may be. */
  const visited = new Set<string>()
  /** Files that were not known before. */
  const fresh: string[] = []
  let changed = 0
  let bytes = 0

  function write(path: string, content: string | Uint8Array, owner: string): void {
    const other =
      path === MANIFEST_FILE || path === JOURNAL_FILE ? 'Lockstep itself' : owners.get(keyOf(path))
    if (other !== undefined) throw new UserError(`Cannot write ${path}: ${other} has the same output path`)
    explain(`Cannot write ${path}`, () => {
      const place = folder.place(path)
      note(path)
      const written = writeAtomically(place, content)
      if (written !== null) {
        changed++
        bytes += written
      }
      if (hasStamps) stamps.set(path, stampOfStats(lstatSync(place)))
    })
    own(path, owner)
  }

  /** Before it is written, so that it is known whatever happens then. */
  function note(path: string): void {
    const parent = posix.dirname(path)
    const paths = earlier.has(path) ? [] : [path]
    fresh.push(...paths)
    if (!visited.has(parent)) paths.push(posix.join(parent, TEMPORARY_FILE))
    visited.add(parent)
    if (paths.length > 0) journal.note(paths)
  }

  function own(path: string, owner: string): void {
    owners.set(keyOf(path), owner)
    paths.add(path)
  }

  function keep(path: string, stamp: string, owner: string): boolean {
    if (owners.has(keyOf(path))) return false
    own(path, owner)
    stamps.set(path, stamp)
    return true
  }

  function finish(): WriteCounts {
    const stale = [...earlier].filter((path) => !owners.has(keyOf(path)) && remove(path))
    explain(failure, () => {
      writeManifest(folder, paths)
      journal.remove()
    })
    return { files: paths.size, changed, bytes, removed: stale.length }
  }

  /** Removes a file that an earlier build wrote; gives back whether it was there. */
  function remove(path: string): boolean {
    if (path === MANIFEST_FILE || path === JOURNAL_FILE) return false
    const place = folder.existing(path)
    if (place === null || !isFile(place)) return false
    explain(`Cannot remove ${path}`, () => rmSync(place))
    folder.prune(path)
    return true
  }

  return {
    write,
    keep,
    has: (path) => owners.has(keyOf(path)),
    stampOf: (path) => stamps.get(path) ?? '',
    finish,
    close() {
      if (!journal.isOpen()) return
      try {
        if (fresh.length > 0) writeManifest(folder, new Set([...earlier, ...fresh]))
        journal.remove()
      } catch {
        // The journal says the same.
        journal.close()
      }
    },
  }
}

/**
 * The files that earlier builds wrote: those of a build that did not come to its end are in the manifest too, once this is done, so its
 * journal is of no use any more.
 */
function takeOver(folder: OutputFolder, out: string): ReadonlySet<string> {
  const left = readJournal(folder, out)
  const earlier = new Set([...readManifest(folder), ...(left ?? [])])
  explain(`Cannot write to ${out}`, () => {
    // From the start on, so that an interrupted build leaves a folder that is known as output.
    if (left || earlier.size === 0) writeManifest(folder, earlier)
    if (left) rmSync(folder.place(JOURNAL_FILE), { force: true })
  })
  return earlier
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    // A name that the disk cannot have.
    return false
  }
}

/** Where these are the reason, no other file could be written either. */
const STOPS = new Set(['EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENFILE', 'ENOSPC', 'EROFS'])

/** Does something on the disk; a failure becomes one that says what could not be done. */
function explain<Result>(failure: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (error instanceof UserError) throw error
    const message = `${failure}: ${reasonOf(error)}`
    const { code = '' } = error as NodeJS.ErrnoException
    if (!STOPS.has(code)) throw new UserError(message)
    throw new StopError(message, 'Make room there, or choose another folder with --out, and build again.')
  }
}
