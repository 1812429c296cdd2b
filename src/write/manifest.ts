import { MANIFEST_FILE } from '../model/manifest.ts'
import { MOST_BYTES, readText } from '../read/read-bytes.ts'
import { compare } from '../util/compare.ts'
import { parseJson } from '../util/parse-json.ts'
import type { OutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * The paths that an earlier build wrote; empty where there is no list or it cannot be read.
 *
 * The list may have been changed by anyone: a path in it is a claim to be checked, not a fact.
 */
export function readManifest(folder: OutputFolder): string[] {
  const path = folder.existing(MANIFEST_FILE)
  if (path === null) return []
  try {
    const { files } = parseJson(readText(path, { most: MOST_BYTES.list })) as { files?: unknown }
    return Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : []
  } catch {
    return []
  }
}

/** Writes down what this build wrote. */
export function writeManifest(folder: OutputFolder, files: Iterable<string>): void {
  const manifest = { generator: 'lockstep', files: [...files].sort(compare) }
  writeAtomically(folder.place(MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`)
}
