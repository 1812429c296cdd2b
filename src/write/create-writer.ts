import { lstatSync, rmSync } from 'node:fs'
import { MANIFEST_FILE } from '../model/manifest.ts'
import { KnownError } from '../util/known-error.ts'
import { reasonOf } from '../util/reason-of.ts'
import { stampOfStats } from '../util/stamp-of-stats.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { openOutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

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
   * @throws {KnownError} where the path leads out of the folder, was already written in this build, or cannot be written.
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
}

/**
 * Opens a folder for writing. Files in it that Lockstep did not write are never removed.
 *
 * @param out absolute path of the folder, made if need be.
 * @param hasStamps whether {@link Writer.stampOf} is to be asked; asking for them takes its time.
 * @throws {KnownError} where it cannot be made.
 */
export function createWriter(out: string, { hasStamps = true } = {}): Writer {
  const folder = openOutputFolder(out)
  const earlier = readManifest(folder)
  const owners = new Map<string, string>()
  const stamps = new Map<string, string>()
  let changed = 0
  let bytes = 0
  // From the start on, so that an interrupted build leaves a folder that is known as output.
  if (earlier.length === 0) explain(`Cannot write to ${out}`, () => writeManifest(folder, earlier))

  function write(path: string, content: string | Uint8Array, owner: string): void {
    const other = path === MANIFEST_FILE ? 'Lockstep itself' : owners.get(path)
    if (other !== undefined) throw new KnownError(`Cannot write ${path}: ${other} has the same output path`)
    explain(`Cannot write ${path}`, () => {
      const place = folder.place(path)
      const written = writeAtomically(place, content)
      if (written !== null) {
        changed++
        bytes += written
      }
      if (hasStamps) stamps.set(path, stampOfStats(lstatSync(place)))
    })
    owners.set(path, owner)
  }

  function keep(path: string, stamp: string, owner: string): boolean {
    if (owners.has(path)) return false
    owners.set(path, owner)
    stamps.set(path, stamp)
    return true
  }

  function finish(): WriteCounts {
    const stale = earlier.filter((path) => path !== MANIFEST_FILE && !owners.has(path) && remove(path))
    explain(`Cannot write to ${out}`, () => writeManifest(folder, owners.keys()))
    return { files: owners.size, changed, bytes, removed: stale.length }
  }

  /** Removes a file that an earlier build wrote; gives back whether it was there. */
  function remove(path: string): boolean {
    const place = folder.existing(path)
    if (place === null || !lstatSync(place, { throwIfNoEntry: false })?.isFile()) return false
    explain(`Cannot remove ${path}`, () => rmSync(place))
    folder.prune(path)
    return true
  }

  return { write, keep, has: (path) => owners.has(path), stampOf: (path) => stamps.get(path) ?? '', finish }
}

/** Does something on the disk; a failure becomes one that says what could not be done. */
function explain(failure: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    throw new KnownError(`${failure}: ${reasonOf(error)}`)
  }
}
