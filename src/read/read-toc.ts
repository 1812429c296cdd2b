import { posix } from 'node:path'
import type { Heading } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import { parse as parseYaml } from 'yaml'
import type { TocEntry } from '../model/toc.ts'
import { KnownError } from '../util/known-error.ts'
import { reasonOf } from '../util/reason-of.ts'
import { visit } from '../util/visit.ts'
import { decodeText } from './decode-text.ts'
import { readRootFile } from './read-root-file.ts'

/** Names of tables of contents, as DocFX has them. */
const TOC_FILE = /(?:^|\/)toc\.(?:ya?ml|md)$/i
/** The source text of a unit, which stands beside its translation in a bilingual table of contents. */
const SOURCE_SIDE = /<span class="sxs-lookup"><span data-stu-id="[^"]*">.*?<\/span><\/span>/gs

/**
 * Reads a table of contents of a docset: `toc.yml` or `TOC.md` (DocFX), and those that it refers to in their places.
 *
 * @param root absolute path of the docset.
 * @param path relative to the root, with `/`.
 * @returns `null` where there is no such file.
 * @throws {KnownError} where it cannot be read.
 */
export function readToc(root: string, path: string): readonly TocEntry[] | null {
  return read(path, new Set())

  function read(file: string, above: ReadonlySet<string>): readonly TocEntry[] | null {
    // One that refers to itself ends there.
    if (above.has(file)) return []
    let text: string
    try {
      const bytes = readRootFile(root, file)
      if (!bytes) return null
      text = decodeText(bytes)
        .text.replace(/^\uFEFF/, '')
        .replace(SOURCE_SIDE, '')
      const toEntry = entryMaker(file, new Set([...above, file]))
      return /\.md$/i.test(file) ? readMarkdown(text, toEntry) : readYaml(parseYaml(text), toEntry)
    } catch (error) {
      if (error instanceof KnownError) throw error
      throw new KnownError(`Cannot read the table of contents ${file} in ${root}: ${reasonOf(error)}`)
    }
  }

  /** Makes entries of a table of contents: `href` as written there. */
  function entryMaker(file: string, above: ReadonlySet<string>): ToEntry {
    return (name, hrefs, children) => {
      const paths = hrefs.flatMap((href) => resolveIn(file, href) ?? [])
      const nested = paths.flatMap((path) => {
        const files = path.endsWith('/')
          ? [`${path}toc.yml`, `${path}TOC.md`]
          : TOC_FILE.test(path)
            ? [path]
            : []
        return (
          files.map((each) => read(posix.normalize(each), above)).find((entries) => entries !== null) ?? []
        )
      })
      const document = paths.find((path) => !path.endsWith('/') && !TOC_FILE.test(path))
      return { name, path: document ?? null, children: [...children, ...nested] }
    }
  }
}

type ToEntry = (name: string, hrefs: readonly string[], children: readonly TocEntry[]) => TocEntry

/** The path of what a table of contents leads to; `undefined` for what lies outside the docset. */
function resolveIn(file: string, href: string): string | undefined {
  const path = href.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
  const joined = path.startsWith('~/')
    ? posix.normalize(path.slice(2))
    : posix.join(posix.dirname(file), decode(path))
  return joined === '.' || joined.startsWith('../') ? undefined : joined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Entries of `toc.yml`: a list, or an object with `items`. */
function readYaml(value: unknown, toEntry: ToEntry): readonly TocEntry[] {
  const items = isObject(value) ? value.items : value
  if (!Array.isArray(items)) return []
  return items.filter(isObject).map((item) => {
    const hrefs = [item.topicHref, item.href, item.tocHref].filter((href) => typeof href === 'string')
    return toEntry(
      typeof item.name === 'string' ? item.name.trim() : '',
      hrefs,
      readYaml(item.items, toEntry),
    )
  })
}

/** Entries of `TOC.md`: its headings, by depth. */
function readMarkdown(text: string, toEntry: ToEntry): readonly TocEntry[] {
  const headings = fromMarkdown(text).children.filter((node): node is Heading => node.type === 'heading')
  let at = 0
  return below(0)

  function below(depth: number): readonly TocEntry[] {
    const entries: TocEntry[] = []
    while (at < headings.length && headings[at]!.depth > depth) {
      const heading = headings[at++]!
      const hrefs: string[] = []
      visit(heading, 'link', ({ url }) => {
        hrefs.push(url)
      })
      const name = mdastToString(heading, { includeHtml: false }).trim()
      entries.push(toEntry(name, hrefs, below(heading.depth)))
    }
    return entries
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
