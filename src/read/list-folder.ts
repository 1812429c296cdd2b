import { readdirSync } from 'node:fs'
import { compare } from '../util/data/compare.ts'

/** Names of the files directly in a folder that end with a suffix, sorted. */
export function listFolder(folder: string, suffix: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort(compare)
}
