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

/** Paths of written files, with the hashes of their content; empty where they are not known. */
export type WrittenFiles = ReadonlyMap<string, string>

/**
 * Reads what earlier builds wrote; nothing if there is no manifest, or an empty one of a build that was killed
 * at its start.
 *
 * Anyone can have changed the file, so callers must check its paths.
 *
 * @throws {UserError} if the file is not a manifest: otherwise the files of earlier builds would stay forever.
 */
export function readManifest(folder: OutputFolder): WrittenFiles {
  const path = folder.existing(MANIFEST_FILE)
  if (path === null) return new Map()
  const text = readOwnFile(path, 'the manifest of earlier builds')
  if (!text?.trim()) return new Map()
  const files = filesIn(text)
  if (files) return files
  throw new UserError(
    `Cannot read the manifest of earlier builds, ${path}: it is damaged`,
    'Remove the output folder, or only this file to keep the files of earlier builds; or choose another folder with --out.',
  )
}

/** The files of a manifest; `undefined` if the text is not a manifest. */
function filesIn(text: string): WrittenFiles | undefined {
  try {
    const list = parseJson(text)
    if (!isObject(list) || !Array.isArray(list.files)) return undefined
    const hashes = new Map(isObject(list.hashes) ? Object.entries(list.hashes) : [])
    return new Map(
      list.files.flatMap((file) => (typeof file === 'string' ? [[file, hashIn(hashes.get(file))]] : [])),
    )
  } catch {
    return undefined
  }
}

function hashIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
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
export function writeManifest(folder: OutputFolder, written: WrittenFiles): void {
  const files = [...written.keys()].sort(compare)
  const known = files.filter((file) => written.get(file) !== '')
  const manifest = {
    generator: 'lockstep',
    files,
    ...(known.length > 0 && { hashes: Object.fromEntries(known.map((file) => [file, written.get(file)])) }),
  }
  writeAtomically(folder.place(MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`)
}
