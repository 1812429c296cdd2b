import { type Dirent, readdir } from 'node:fs'
import type { FileSystemAdapter } from 'tinyglobby'

/**
 * A file system for tinyglobby that presents symbolic links as files, so that it lists links without
 * following them. By default it either follows links anywhere or does not list them.
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
