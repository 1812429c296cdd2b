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

import { createHash } from 'node:crypto'
import { lstatSync, rmSync } from 'node:fs'
import { posix } from 'node:path'
import { JOURNAL_FILE, MANIFEST_FILE } from '../model/build/manifest.ts'
import { MOST_BYTES, readText } from '../read/files/read-bytes.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { stampOfStats } from '../util/data/stamp-of-stats.ts'
import { reasonOf } from '../util/reason-of.ts'
import { StopError } from '../util/stop-error.ts'
import { UserError } from '../util/user-error.ts'
import { type CollectedFile, type Collection, collectFile } from './collected-file.ts'
import { assertUnedited, isOther } from './edited-files.ts'
import { type HeldFiles, openHeldFiles } from './held-files.ts'
import { readJournal, startJournal } from './journal.ts'
import { readManifest, type WrittenFiles, writeManifest } from './manifest.ts'
import { type OutputFolder, openOutputFolder } from './output-folder.ts'
import { HELD_FILE, TEMPORARY_FILE, writeAtomically } from './write-atomically.ts'

/** Summary of what a writer changed. */
export interface WriteCounts {
  /** Files of this build, including those that already had the same bytes. */
  readonly files: number
  /** Files that were new or had different content. */
  readonly changed: number
  /** Total size of the changed files in bytes. */
  readonly bytes: number
  /** Removed files: an earlier build wrote them, this one did not. */
  readonly removed: number
}

/** Writes into one folder and nowhere else. */
export interface Writer {
  /**
   * Writes a file.
   *
   * @param path relative to the folder, with `/`.
   * @param owner origin of the file, for the error message if two outputs have the same path.
   * @throws {UserError} if the path leads out of the folder, was already written in this build, or cannot be
   * written.
   * @throws {StopError} if nothing can be written any more, for example because the disk is full.
   */
  write(path: string, content: string | Uint8Array, owner: string): void
  /**
   * Takes a file that is written later, by {@link Writer.release}: its path is taken from now on.
   *
   * @throws as {@link Writer.write} does.
   */
  hold(path: string, content: string | Uint8Array, owner: string): void
  /**
   * Completes and writes a held file, or completes a kept one anew.
   *
   * @param fill returns the complete content.
   * @throws as {@link Writer.write} does.
   */
  release(path: string, fill: (content: string) => string): void
  /**
   * Starts a file whose text comes in pieces; it is written when they are complete.
   *
   * @throws as {@link Writer.write} does; so do the functions of the file.
   */
  collect(path: string, owner: string): CollectedFile
  /**
   * Keeps a file of an earlier build that this one would write unchanged.
   *
   * @param stamp from {@link Writer.stampOf}.
   * @returns whether the path was free.
   */
  keep(path: string, stamp: string, owner: string): boolean
  /** Whether this build has written or kept that path. */
  has(path: string): boolean
  /** Size and time of a file right after it was written; empty if it was not written, or without `hasStamps`. */
  stampOf(path: string): string
  /** Finishes the build: removes files of earlier builds that this one did not write, and writes the manifest. */
  finish(): WriteCounts
  /** Releases the folder, finished or not; the next build knows the files that were written. */
  close(): void
}

/** Options of {@link createWriter}. */
export interface WriterOptions {
  /** Whether to collect stamps for {@link Writer.stampOf}, which takes time. Default: `true`. */
  readonly hasStamps?: boolean
  /** Whether file names are case-insensitive. Default: detected in the folder. */
  readonly foldsCase?: boolean
  /**
   * What to do with files in the folder that somebody has edited since an earlier build wrote them, or that no build wrote. With either
   * value, the manifest has the hashes of files. Default: they are not told apart.
   */
  readonly edited?: 'refuse' | 'replace'
}

/**
 * Opens a folder for writing. Files in it that Lockstep did not write are never removed.
 *
 * @param out absolute path of the folder, created if necessary.
 * @throws {UserError} if it cannot be created, another build is writing to it, or it has edited files that are to be refused.
 */
export function createWriter(
  out: string,
  { hasStamps = true, foldsCase, edited }: WriterOptions = {},
): Writer {
  const folder = openOutputFolder(out)
  const failure = `Cannot write to ${out}`
  const earlier = takeOver(folder, out)
  if (edited === 'refuse') assertUnedited(folder, out, earlier)
  const journal = explain(failure, () => startJournal(folder, out))
  const isFolding = foldsCase ?? isFile(folder.place(JOURNAL_FILE.toUpperCase()))
  const keyOf = (path: string) => (isFolding ? path.normalize('NFC').toLowerCase() : path)
  const owners = new Map<string, string>()
  /** Paths of this build where they are not their keys. */
  const spelled = new Map<string, string>()
  /** Hashes of the content of files, if they are remembered. */
  const hashes = new Map<string, string>()
  const stamps = new Map<string, string>()
  /** Folders that can contain a temporary file. */
  const visited = new Set<string>()
  /** Files that the manifest does not list yet. */
  const fresh: string[] = []
  let held: HeldFiles | undefined
  const collections: Collection[] = []
  let changed = 0
  let bytes = 0

  function write(path: string, content: string | Uint8Array, owner: string): void {
    assertFree(path)
    const hash = edited ? hashOf(content) : ''
    assertOurs(path, hash)
    replace(path, content)
    own(path, owner, hash)
  }

  /** Ensures that a file is none of somebody else's, if such are to be refused. */
  function assertOurs(path: string, hash: string): void {
    if (edited === 'refuse' && !earlier.has(path) && isOther(folder.existing(path), hash))
      throw new UserError(
        `Cannot write ${path}: it exists, and is not from an earlier export to ${out}`,
        'Move it away, replace it with --force, or choose another folder with --out.',
      )
  }

  function assertFree(path: string): void {
    const other =
      path === MANIFEST_FILE || path === JOURNAL_FILE ? 'Lockstep itself' : owners.get(keyOf(path))
    if (other !== undefined) throw new UserError(`Cannot write ${path}: ${other} has the same output path`)
  }

  function replace(path: string, content: string | Uint8Array): void {
    explain(`Cannot write ${path}`, () => {
      const place = folder.place(path)
      note(path)
      count(writeAtomically(place, content))
      if (hasStamps) stamps.set(path, stampOfStats(lstatSync(place)))
    })
  }

  /** Counts the bytes of a file that was written; `null` for one that was not. */
  function count(written: number | null): void {
    if (written === null) return
    changed++
    bytes += written
  }

  function hold(path: string, content: string | Uint8Array, owner: string): void {
    assertFree(path)
    explain(`Cannot write ${path}`, () => {
      if (!held) {
        journal.note([HELD_FILE])
        held = openHeldFiles(folder.place(HELD_FILE))
      }
      held.hold(path, content)
    })
    own(path, owner)
  }

  function release(path: string, fill: (content: string) => string): void {
    const content = explain(
      `Cannot write ${path}`,
      () => held?.contentOf(path) ?? readText(folder.place(path), { most: MOST_BYTES.state }),
    )
    replace(path, fill(content))
  }

  function collect(path: string, owner: string): CollectedFile {
    assertFree(path)
    own(path, owner)
    const failure = `Cannot write ${path}`
    const hash = edited && createHash('sha256')
    const collection = explain(failure, () => {
      const temporary = `${HELD_FILE}-${collections.length}`
      journal.note([temporary])
      return collectFile(folder.place(temporary))
    })
    collections.push(collection)
    return {
      append(text) {
        hash?.update(text)
        explain(failure, () => collection.append(text))
      },
      finish: () =>
        explain(failure, () => {
          const digest = hash?.digest('hex') ?? ''
          assertOurs(path, digest)
          if (digest !== '') hashes.set(path, digest)
          const place = folder.place(path)
          note(path)
          count(collection.moveTo(place))
          if (hasStamps) stamps.set(path, stampOfStats(lstatSync(place)))
        }),
    }
  }

  /** Notes a file in the journal before writing it, so that the next build knows it even if this one is killed. */
  function note(path: string): void {
    const parent = posix.dirname(path)
    const isFresh = !earlier.has(path)
    if (isFresh) fresh.push(path)
    // The hash in the manifest is no longer that of the file.
    const noted = isFresh || earlier.get(path) !== '' ? [path] : []
    if (!visited.has(parent)) noted.push(posix.join(parent, TEMPORARY_FILE))
    visited.add(parent)
    if (noted.length > 0) journal.note(noted)
  }

  function own(path: string, owner: string, hash = ''): void {
    const key = keyOf(path)
    owners.set(key, owner)
    if (key !== path) spelled.set(key, path)
    if (hash !== '') hashes.set(path, hash)
  }

  function keep(path: string, stamp: string, owner: string): boolean {
    if (owners.has(keyOf(path))) return false
    own(path, owner)
    stamps.set(path, stamp)
    return true
  }

  function finish(): WriteCounts {
    const stale = [...earlier.keys()].filter((path) => !owners.has(keyOf(path)) && remove(path))
    explain(failure, () => {
      const paths = [...owners.keys()].map((key) => spelled.get(key) ?? key)
      writeManifest(folder, new Map(paths.map((path) => [path, hashes.get(path) ?? ''])))
      journal.remove()
    })
    return { files: owners.size, changed, bytes, removed: stale.length }
  }

  /** Removes a file of an earlier build; returns whether it existed. */
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
    hold,
    release,
    collect,
    keep,
    has: (path) => owners.has(keyOf(path)),
    stampOf: (path) => stamps.get(path) ?? '',
    finish,
    close() {
      for (const collection of collections) collection.close()
      held?.close()
      held = undefined
      if (!journal.isOpen()) return
      try {
        if (fresh.length > 0 || hashes.size > 0)
          writeManifest(folder, new Map([...earlier, ...fresh.map((path) => [path, ''] as const), ...hashes]))
        journal.remove()
      } catch {
        // The journal has the same information.
        journal.close()
      }
    },
  }
}

/**
 * Lists the files of earlier builds. If an interrupted build has left a journal, moves its files to the
 * manifest and removes the journal.
 */
function takeOver(folder: OutputFolder, out: string): WrittenFiles {
  const left = readJournal(folder, out)
  const earlier = new Map([...readManifest(folder), ...(left ?? []).map((path) => [path, ''] as const)])
  explain(`Cannot write to ${out}`, () => {
    // Written at the start, so that even an interrupted build marks the folder as output.
    if (left || earlier.size === 0) writeManifest(folder, earlier)
    if (left) rmSync(folder.place(JOURNAL_FILE), { force: true })
  })
  return earlier
}

function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    // The disk does not support the name.
    return false
  }
}

/** Error codes that would affect all other files as well. */
const STOPS = new Set(['EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENFILE', 'ENOSPC', 'EROFS'])

/** Runs an action on the disk; an error becomes a {@link UserError} with a description of the failed action. */
function explain<Result>(failure: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (error instanceof UserError) throw error
    const message = `${failure}: ${reasonOf(error)}`
    const { code = '' } = error as NodeJS.ErrnoException
    if (!STOPS.has(code)) throw new UserError(message)
    throw new StopError(message, 'Free some space, or choose another folder with --out, and build again.')
  }
}
