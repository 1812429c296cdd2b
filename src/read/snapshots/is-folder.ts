import { statsOf } from '../files/inside.ts'

/** Whether a folder exists. */
export function isFolder(absolute: string): boolean {
  return statsOf(absolute)?.isDirectory() ?? false
}
