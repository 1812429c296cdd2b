import { posix } from 'node:path'
import { stem } from './context.ts'

/** Title to show of a document: its own, else the name of its file. */
export function titleOf(title: string | null | undefined, path: string): string {
  return title ?? posix.basename(stem(path))
}
