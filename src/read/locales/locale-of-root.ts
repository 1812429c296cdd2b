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

/** The front matter in the head of a file; empty if there is none or the file cannot be read. */
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
