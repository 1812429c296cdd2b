import { posix } from 'node:path'
import { stem } from './context.ts'

/** Title to show of a document: its own, else the name of its file in words. */
export function titleOf(title: string | null | undefined, path: string): string {
  return title ?? inWords(posix.basename(stem(path)))
}

/** A name with spaces between its words, and a capital at its start: `set-up-phones` is “Set up phones”. */
function inWords(name: string): string {
  const words = name.replaceAll(/(?<=[\p{L}\d])[-_]+(?=[\p{L}\d])/gu, ' ')
  return words === name ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
