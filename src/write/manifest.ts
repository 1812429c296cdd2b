import { lstatSync } from 'node:fs'
import { MANIFEST_FILE } from '../model/build/manifest.ts'
import { MOST_BYTES, readText } from '../read/files/read-bytes.ts'
import { compare } from '../util/data/compare.ts'
import { isObject } from '../util/data/is-object.ts'
import { parseJson } from '../util/data/parse-json.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import type { OutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Reads the paths that earlier builds wrote; empty if there is no manifest, or an empty one of a build that
 * was killed at its start.
 *
 * Anyone can have changed the file, so callers must check its paths.
 *
 * @throws {UserError} if the file is not a manifest: otherwise the files of earlier builds would stay forever.
 */
export function readManifest(folder: OutputFolder): string[] {
  const path = folder.existing(MANIFEST_FILE)
  if (path === null) return []
  const text = readOwnFile(path, 'the manifest of earlier builds')
  if (!text?.trim()) return []
  const files = filesIn(text)
  if (files) return files
  throw new UserError(
    `Cannot read the manifest of earlier builds, ${path}: it is damaged`,
    'Remove the output folder, or only this file to keep the files of earlier builds; or choose another folder with --out.',
  )
}

/** The paths of a manifest; `undefined` if the text is not a manifest. */
function filesIn(text: string): string[] | undefined {
  try {
    const list = parseJson(text)
    const files = isObject(list) ? list.files : undefined
    return Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads a file that builds keep in the output folder; `null` if it does not exist.
 *
 * @param what description of the file for the error message.
 * @throws {UserError} if it cannot be read.
 */
export function readOwnFile(path: string, what: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })) return null
  try {
    return readText(path, { most: MOST_BYTES.list })
  } catch (error) {
    throw new UserError(
      `Cannot read ${what}, ${path}: ${reasonOf(error)}`,
      'Remove it, or choose another folder with --out.',
    )
  }
}

/** Writes the list of a build's files. */
export function writeManifest(folder: OutputFolder, files: Iterable<string>): void {
  const manifest = { generator: 'lockstep', files: [...files].sort(compare) }
  writeAtomically(folder.place(MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`)
}
