import { relative, sep } from 'node:path'
import { MOST_BYTES, readBytes } from '../../read/files/read-bytes.ts'
import { walkFolder } from '../../read/files/walk-folder.ts'
import { SEARCH } from '../../render/context.ts'

/** List of the indexes of all locales, which pages load first. */
export const ENTRY_FILE = `${SEARCH}/pagefind-entry.json`

/** The list of indexes, as Pagefind writes it. */
interface EntryFile {
  readonly languages: Readonly<Record<string, unknown>>
}

/** The files of an index of one locale: contents by path relative to the output folder. */
export interface IndexFiles {
  /** Its part of the list of indexes. */
  readonly entry: EntryFile
  /** Files of this locale only. */
  readonly own: ReadonlyMap<string, Uint8Array>
  /** Files that are the same in every locale. */
  readonly shared: ReadonlyMap<string, Uint8Array>
}

/** Files that are the same in every locale. Pages use no other scripts and styles of Pagefind. */
const SHARED = new Set(['pagefind.js', 'pagefind-worker.js', 'wasm.unknown.pagefind'])

/**
 * Reads the index that Pagefind wrote for one locale.
 *
 * @param folder real, absolute path.
 */
export function readIndexFiles(folder: string): IndexFiles {
  const own = new Map<string, Uint8Array>()
  const shared = new Map<string, Uint8Array>()
  let entry: EntryFile = { languages: {} }
  for (const absolute of walkFolder(folder, { realRoot: folder, skipFolder: () => false }).files) {
    const name = relative(folder, absolute).replaceAll(sep, '/')
    const path = `${SEARCH}/${name}`
    const read = () => readBytes(absolute, { most: MOST_BYTES.copy }).bytes
    if (path === ENTRY_FILE) entry = JSON.parse(read().toString()) as EntryFile
    else if (SHARED.has(name)) shared.set(path, read())
    else if (!/\.(?:css|js)$/.test(name)) own.set(path, read())
  }
  return { entry, own, shared }
}

/** Joins the lists of indexes of some locales. */
export function joinEntries(entries: readonly unknown[]): string {
  const all = entries as readonly EntryFile[]
  return JSON.stringify(
    Object.assign({}, ...all, { languages: Object.assign({}, ...all.map((each) => each.languages)) }),
  )
}
