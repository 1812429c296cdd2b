import { closeSync, openSync, readSync } from 'node:fs'
import { canonicalLocale } from '../util/canonical-locale.ts'
import type { Input } from './input.ts'

/** How many documents are asked for their locale: those without front matter tell none. */
const ASKED = 50
/** Bytes in which front matter tells it. */
const HEAD = 8192
const CONTENT_LOCALE = /^ms\.contentlocale:[ \t]*["']?([\w-]+)/im

/**
 * The target locale of the documents of one root, before they are read: what the front matter of the first of them tells, else the
 * folders; `undefined` where nothing does.
 *
 * @param inputs of one root.
 */
export function localeOfRoot(inputs: readonly Input[]): string | undefined {
  const pages = inputs.filter(({ fragment }) => !fragment)
  for (const { absolute } of [...pages, ...inputs.filter(({ fragment }) => fragment)].slice(0, ASKED)) {
    const tag = CONTENT_LOCALE.exec(headOf(absolute))?.[1]
    const locale = canonicalLocale(tag)
    if (locale !== undefined) return locale
  }
  return inputs.find(({ folderLocale }) => folderLocale !== undefined)?.folderLocale
}

/** The beginning of a file; empty where it cannot be read. */
function headOf(path: string): string {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(HEAD)
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
