import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { findFrontMatter, opensFrontMatter } from '../../util/text/find-front-matter.ts'
import { readHead } from '../files/read-bytes.ts'
import { acceptInput } from '../files/root-files.ts'
import type { Input } from '../input.ts'

/** Number of documents to look at: without front matter they name no locale. */
const ASKED = 50
/** Number of bytes to read of each: front matter names the locale early. */
const HEAD = 8192
const CONTENT_LOCALE = /^ms\.contentlocale:[ \t]*["']?([\w-]+)/im

/**
 * The target locale of the documents of one root, before they are read: from the front matter of the first
 * documents, else from the folders; `undefined` if neither names one.
 *
 * @param inputs of one root.
 * @param sourceLocale counts only if no document names another locale: some can be in the source language only.
 */
export function localeOfRoot(inputs: readonly Input[], sourceLocale = 'en-US'): string | undefined {
  const pages = inputs.filter(({ fragment }) => !fragment)
  return (
    localeInFrontMatter([...pages, ...inputs.filter(({ fragment }) => fragment)], sourceLocale) ??
    inputs.find(({ folderLocale }) => folderLocale !== undefined)?.folderLocale
  )
}

/**
 * The locale that the front matter of the first documents names; `undefined` if none does.
 *
 * @param last locale that counts only if no document names another one.
 */
export function localeInFrontMatter(
  inputs: readonly Pick<Input, 'absolute' | 'root' | 'path'>[],
  last?: string,
): string | undefined {
  let found: string | undefined
  for (const input of inputs.slice(0, ASKED)) {
    const locale = canonicalLocale(CONTENT_LOCALE.exec(frontMatterOf(input))?.[1])
    if (locale !== undefined && locale !== last) return locale
    found ??= locale
  }
  return found
}

/** The front matter in the head of a file; empty if there is none or the file cannot be read. */
function frontMatterOf({ absolute, root, path }: Pick<Input, 'absolute' | 'root' | 'path'>): string {
  try {
    const bytes = readHead(absolute, { most: HEAD, accept: acceptInput(root, path) })
    const head = bytes.toString('utf8')
    const isCutOff = bytes.length >= HEAD && opensFrontMatter(head)
    return findFrontMatter(head)?.value ?? (isCutOff ? head : '')
  } catch {
    return ''
  }
}
