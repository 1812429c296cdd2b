import { rmSync } from 'node:fs'
import { openSpool } from './spool.ts'

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
  const spool = openSpool(path)
  removeIfPossible(path)
  // Numbers take less memory than places.
  const numbers = new Map<string, number>()
  const [starts, lengths]: [number[], number[]] = [[], []]
  return {
    hold(name, content) {
      const [start, length] = spool.append(content)
      numbers.set(name, starts.push(start) - 1)
      lengths.push(length)
    },
    contentOf(name) {
      const number = numbers.get(name)
      return number === undefined ? undefined : spool.read([starts[number]!, lengths[number]!]).toString()
    },
    close: spool.close,
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Windows keeps the name of an open file.
  }
}
