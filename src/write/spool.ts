import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { toBytes } from './to-bytes.ts'

/** Position in a spool, in bytes. */
export type SpoolPlace = readonly [start: number, length: number]

/** A new file that keeps texts out of memory: each is appended, and read again by its place. */
export interface Spool {
  append(content: string | Uint8Array): SpoolPlace
  read(place: SpoolPlace): Buffer
  /** Closes and removes the file, unless it has been moved. */
  close(): void
  /** Closes the file and moves it to another path on the same disk. */
  moveTo(path: string): void
}

/**
 * Creates a spool; a file that a killed run left at the path is replaced.
 *
 * @param path absolute.
 */
export function openSpool(path: string): Spool {
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  const file = openSync(path, 'wx+')
  let end = 0
  let isOpen = true
  return {
    append(content) {
      const bytes = typeof content === 'string' ? toBytes(content) : content
      const start = end
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, bytes.length - done, start + done)
      end += bytes.length
      return [start, bytes.length]
    },
    read([start, length]) {
      const bytes = Buffer.allocUnsafe(length)
      for (let done = 0; done < length; ) {
        const count = readSync(file, bytes, done, length - done, start + done)
        if (count === 0) throw new Error('a temporary file is shorter than expected')
        done += count
      }
      return bytes
    },
    close() {
      if (!isOpen) return
      isOpen = false
      closeSync(file)
      rmSync(path, { force: true })
    },
    moveTo(target) {
      isOpen = false
      closeSync(file)
      renameSync(path, target)
    },
  }
}
