import { lstatSync, type Stats, statSync } from 'node:fs'
import { hashOf } from '../util/hash-of.ts'
import { stampOfStats } from '../util/stamp-of-stats.ts'
import { type FileBytes, MOST_BYTES, readBytes } from './read-bytes.ts'

/** What a file was like when it was read. */
export interface FileState {
  /** Its size and when it was changed: as long as that is the same, so is its content. */
  readonly stamp: string
  /** SHA-256 of its content; empty where only the stamp counts. */
  readonly hash: string
}

/** The state of a file that was read. */
export function stateOf({ bytes, stats }: FileBytes): FileState {
  return { stamp: toStamp(stats), hash: hashOf(bytes) }
}

function toStamp(stats: Stats): string {
  return `${stampOfStats(stats)}-${stats.ino}`
}

/** The stamp of a file, links followed; `undefined` where nothing can be reached. */
export function stampOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats?.isFile() ? toStamp(stats) : undefined
  } catch {
    return undefined
  }
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
  const present = stampOf(path)
  if (present === stamp || present === undefined || hash === '')
    return present === stamp ? present : undefined
  try {
    return hashOf(readBytes(path, { most: MOST_BYTES.copy }).bytes) === hash ? present : undefined
  } catch {
    return undefined
  }
}
