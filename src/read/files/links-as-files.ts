import { type Dirent, readdir } from 'node:fs'
import type { FileSystemAdapter } from 'tinyglobby'

/**
 * A file system for tinyglobby in which symbolic links are files: it then lists links without following them, where by itself it
 * would either follow links anywhere or not list them at all.
 */
export const linksAsFiles: FileSystemAdapter = {
  readdir: ((
    path: string,
    options: { withFileTypes: true },
    done: (error: Error | null, entries: Dirent[]) => void,
  ) => {
    readdir(path, options, (error, entries) => done(error, entries?.map(linkAsFile)))
  }) as NonNullable<FileSystemAdapter['readdir']>,
}

function linkAsFile(entry: Dirent): Dirent {
  if (!entry.isSymbolicLink()) return entry
  return Object.assign(Object.create(entry) as Dirent, { isFile: () => true, isSymbolicLink: () => false })
}
