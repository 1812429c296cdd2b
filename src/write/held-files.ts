import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { toBytes } from './to-bytes.ts'

/** Files that wait in one temporary file on the disk, so that their number does not matter to memory. */
export interface HeldFiles {
  hold(path: string, content: string | Uint8Array): void
  /** Returns the content of a held file; `undefined` if it is not held. */
  contentOf(path: string): string | undefined
  close(): void
}

/**
 * Opens a temporary file for held files. Systems that allow it forget its name at once, so that it vanishes with the process.
 *
 * @param path absolute path of the temporary file.
 */
export function openHeldFiles(path: string): HeldFiles {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx+')
  removeIfPossible(path)
  const places = new Map<string, readonly [start: number, length: number]>()
  let end = 0
  return {
    hold(name, content) {
      const bytes = typeof content === 'string' ? toBytes(content) : content
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, bytes.length - done, end + done)
      places.set(name, [end, bytes.length])
      end += bytes.length
    },
    contentOf(name) {
      const place = places.get(name)
      if (!place) return undefined
      const [start, length] = place
      const bytes = Buffer.allocUnsafe(length)
      for (let done = 0; done < length; ) {
        const count = readSync(file, bytes, done, length - done, start + done)
        if (count === 0) throw new Error('a temporary file is shorter than expected')
        done += count
      }
      return bytes.toString()
    },
    close() {
      closeSync(file)
      removeIfPossible(path)
    },
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Windows keeps the name of an open file.
  }
}
