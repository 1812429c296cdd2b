import { lstatSync } from 'node:fs'
import { readParts } from '../read/files/read-bytes.ts'
import { openSpool } from './spool.ts'

/** Text to gather before it is written, in UTF-16 code units. */
const PIECE = 2 ** 16

/** A file whose text comes in pieces, which are not in memory together. */
export interface CollectedFile {
  append(text: string): void
  /** Completes the file. */
  finish(): void
}

/** The file while it is collected in a temporary file. */
export interface Collection extends Pick<CollectedFile, 'append'> {
  /**
   * Moves the file to its place, unless that has the same bytes.
   *
   * @returns number of bytes written; `null` if the file already has the content.
   */
  moveTo(place: string): number | null
  /** Removes the temporary file, unless it has been moved. */
  close(): void
}

/** Starts to collect a file. */
export function collectFile(temporary: string): Collection {
  const spool = openSpool(temporary)
  let waiting = ''
  let size = 0
  const flush = () => {
    if (waiting !== '') size += spool.append(waiting)[1]
    waiting = ''
  }
  return {
    append(text) {
      waiting += text
      if (waiting.length >= PIECE) flush()
    },
    moveTo(place) {
      flush()
      if (isSame(place)) {
        spool.close()
        return null
      }
      spool.moveTo(place)
      return size
    },
    close: spool.close,
  }

  function isSame(place: string): boolean {
    const stats = lstatSync(place, { throwIfNoEntry: false })
    if (stats?.isFile() !== true || stats.size !== size) return false
    let at = 0
    for (const part of readParts(place)) {
      // The file can have grown or shrunk meanwhile.
      if (at + part.length > size || !spool.read([at, part.length]).equals(part)) return false
      at += part.length
    }
    return at === size
  }
}
