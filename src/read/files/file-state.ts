import { lstatSync, type Stats, statSync } from 'node:fs'
import { hashOf } from '../../util/hash-of.ts'
import { stampOfStats } from '../../util/stamp-of-stats.ts'
import { type FileBytes, MOST_BYTES, readBytes } from './read-bytes.ts'

/** What a file was like when it was read. */
export interface FileState {
  /** Its size and when it was changed: as long as that is the same, so is its content; see {@link stateOf}. */
  readonly stamp: string
  /** SHA-256 of its content; empty where only the stamp counts. */
  readonly hash: string
}

/** Ends the stamp of a file that had been changed just before it was looked at. */
const RECENT = '?'

/** Disks tell times in steps: of 2 s (FAT), 1 s, or of the clock's ticks. In milliseconds. */
const LONGEST_STEP = 2000

/**
 * The state of a file that was read.
 *
 * A file that was changed just now may be changed again without another stamp, so such a stamp says nothing by itself.
 */
export function stateOf({ bytes, stats }: FileBytes): FileState {
  return { stamp: presentStamp(stats), hash: hashOf(bytes) }
}

/** What a file that is about to be copied is like: its content is looked at only where its stamp says nothing. */
export function stateToCopy(path: string): FileState {
  const stats = statsAt(path)
  const stamp = stats ? presentStamp(stats) : ''
  return { stamp, hash: stamp.endsWith(RECENT) ? (hashAt(path) ?? '') : '' }
}

/** The stamp of a file, links followed; `undefined` where nothing can be reached. */
export function stampOf(path: string): string | undefined {
  const stats = statsAt(path)
  return stats && stampIn(stats)
}

/** The stamp of a file that was written; a link in its place has none. */
export function stampOfOutput(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats?.isFile() ? stampOfStats(stats) : undefined
  } catch {
    return undefined
  }
}

/** The stamp of a file if its content is the same still, whatever its own stamp was; else `undefined`. */
export function stampIfSame(path: string, { stamp, hash }: FileState): string | undefined {
  // Before it is read, so that what changes meanwhile counts as changed.
  const stats = statsAt(path)
  if (!stats) return undefined
  if (stampIn(stats) === stamp) return stamp
  return hash !== '' && hashAt(path) === hash ? presentStamp(stats) : undefined
}

/** Whether two stamps are of the same size and time. */
export function isSameStamp(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

/** Of two stamps of the same size and time, the one that says less. */
export function weakerStamp(one: string, other: string): string {
  return one.length > other.length ? one : other
}

function statsAt(path: string): Stats | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats?.isFile() ? stats : undefined
  } catch {
    return undefined
  }
}

function stampIn(stats: Stats): string {
  return `${stampOfStats(stats)}-${stats.ino}`
}

function presentStamp(stats: Stats): string {
  return stampIn(stats) + (Date.now() - stats.mtimeMs < LONGEST_STEP ? RECENT : '')
}

function bare(stamp: string): string {
  return stamp.endsWith(RECENT) ? stamp.slice(0, -RECENT.length) : stamp
}

function hashAt(path: string): string | undefined {
  try {
    return hashOf(readBytes(path, { most: MOST_BYTES.copy }).bytes)
  } catch {
    return undefined
  }
}
