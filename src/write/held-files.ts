import { rmSync } from 'node:fs'
import { openSpool } from './spool.ts'
import { createSpoolPlaces } from './spool-places.ts'

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
  const places = createSpoolPlaces()
  const numbers = new Map<string, number>()
  return {
    hold(name, content) {
      numbers.set(name, places.add(spool.append(content)))
    },
    contentOf(name) {
      const number = numbers.get(name)
      return number === undefined ? undefined : spool.read(places.at(number)).toString()
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
