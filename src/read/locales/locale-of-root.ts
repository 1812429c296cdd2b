import { canonicalLocale } from '../../util/canonical-locale.ts'
import { findFrontMatter, opensFrontMatter } from '../../util/find-front-matter.ts'
import { readHead } from '../files/read-bytes.ts'
import { acceptInput } from '../files/root-files.ts'
import type { Input } from '../input.ts'

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
  for (const input of [...pages, ...inputs.filter(({ fragment }) => fragment)].slice(0, ASKED)) {
    const tag = CONTENT_LOCALE.exec(frontMatterOf(input))?.[1]
    const locale = canonicalLocale(tag)
    if (locale !== undefined) return locale
  }
  return inputs.find(({ folderLocale }) => folderLocale !== undefined)?.folderLocale
}

/** The front matter of a file, as far as its head goes; empty where there is none or the file cannot be read. */
function frontMatterOf({ absolute, root, path }: Input): string {
  try {
    const bytes = readHead(absolute, { most: HEAD, accept: acceptInput(root, path) })
    const head = bytes.toString('utf8')
    const isCutOff = bytes.length >= HEAD && opensFrontMatter(head)
    return findFrontMatter(head)?.value ?? (isCutOff ? head : '')
  } catch {
    return ''
  }
}
