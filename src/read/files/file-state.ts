import { lstatSync, type Stats, statSync } from 'node:fs'
import { hashOf } from '../../util/data/hash-of.ts'
import { stampOfStats } from '../../util/data/stamp-of-stats.ts'
import { type FileBytes, MOST_BYTES, readBytes } from './read-bytes.ts'

/** State of a file when it was read. */
export interface FileState {
  /** Its size and modification time, which identify its content; see {@link stateOf}. */
  readonly stamp: string
  /** SHA-256 of its content; empty if only the stamp counts. */
  readonly hash: string
}

/** Suffix of the stamp of a file that had been modified just before. */
const RECENT = '?'

/** Coarsest resolution of file times, in milliseconds: FAT has 2 s, others 1 s or a clock tick. */
const LONGEST_STEP = 2000

/**
 * State of a file that was read.
 *
 * A file that was modified just now may change again without a new stamp, so such a stamp is not trusted
 * alone.
 */
export function stateOf({ bytes, stats }: FileBytes): FileState {
  return { stamp: presentStamp(stats), hash: hashOf(bytes) }
}

/** State of a file that is about to be copied; hashes its content only if its stamp cannot be trusted. */
export function stateToCopy(path: string): FileState {
  const stats = statsAt(path)
  const stamp = stats ? presentStamp(stats) : ''
  return { stamp, hash: stamp.endsWith(RECENT) ? (hashAt(path) ?? '') : '' }
}

/** Stamp of a file, following links; `undefined` if it cannot be reached. */
export function stampOf(path: string): string | undefined {
  const stats = statsAt(path)
  return stats && stampIn(stats)
}

/** Stamp of a written file; `undefined` if a link has replaced it. */
export function stampOfOutput(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats?.isFile() ? stampOfStats(stats) : undefined
  } catch {
    return undefined
  }
}

/** Current stamp of a file whose content is unchanged, even if its stamp has changed; else `undefined`. */
export function stampIfSame(path: string, { stamp, hash }: FileState): string | undefined {
  // Taken before reading, so that a change in between counts as a change.
  const stats = statsAt(path)
  if (!stats) return undefined
  if (stampIn(stats) === stamp) return stamp
  return hash !== '' && hashAt(path) === hash ? presentStamp(stats) : undefined
}

/** Whether two stamps have the same size and time. */
export function isSameStamp(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

/** Of two stamps with the same size and time, the less trusted one. */
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
