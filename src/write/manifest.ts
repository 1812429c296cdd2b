import { lstatSync } from 'node:fs'
import { MANIFEST_FILE } from '../model/build/manifest.ts'
import { MOST_BYTES, readText } from '../read/files/read-bytes.ts'
import { compare } from '../util/compare.ts'
import { isObject } from '../util/is-object.ts'
import { parseJson } from '../util/parse-json.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import type { OutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * The paths that an earlier build wrote; empty where there is no list, or nothing in it, as a build leaves it that was killed when it began.
 *
 * The list may have been changed by anyone: a path in it is a claim to be checked, not a fact.
 *
 * @throws {UserError} where it is no such list: what earlier builds wrote would stay forever.
 */
export function readManifest(folder: OutputFolder): string[] {
  const path = folder.existing(MANIFEST_FILE)
  if (path === null) return []
  const text = readOwnFile(path, 'the list of what earlier builds wrote')
  if (!text?.trim()) return []
  const files = filesIn(text)
  if (files) return files
  throw new UserError(
    `Cannot read the list of what earlier builds wrote, ${path}: it is damaged`,
    'Remove the output folder, or only this file if what earlier builds wrote may stay; or choose another folder with --out.',
  )
}

/** The paths of a list; `undefined` where it is none. */
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
 * The text of a file that builds keep in the output folder; `null` where there is none.
 *
 * @param what it is, for the message.
 * @throws {UserError} where it cannot be read.
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

/** Writes down what this build wrote. */
export function writeManifest(folder: OutputFolder, files: Iterable<string>): void {
  const manifest = { generator: 'lockstep', files: [...files].sort(compare) }
  writeAtomically(folder.place(MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`)
}
