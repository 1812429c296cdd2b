import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Absolute path of the folder with the running code: `src/`, `lib/`, or `bin/`, which has no subfolders. */
export const codeFolder = basename(here) === 'read' ? dirname(here) : here

/** Absolute path of this package. */
export const packageFolder = dirname(codeFolder)
