import { posix } from 'node:path'
import type { Heading } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { TocEntry } from '../../model/toc.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseYaml, yamlValue } from '../../util/data/parse-yaml.ts'
import { memoize } from '../../util/memoize.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { visit } from '../../util/tree/visit.ts'
import { UserError } from '../../util/user-error.ts'
import { decodeText } from '../files/decode-text.ts'
import { RefusedFile } from '../files/read-bytes.ts'
import { openRootFiles, type RootFiles, type RootSettings } from '../files/root-files.ts'

/** File names of tables of contents in DocFX. */
const TOC_FILE = /(?:^|\/)toc\.(?:ya?ml|md)$/i
/**
 * Start and end of the source text of a unit, which follows its translation in a bilingual table of contents.
 */
const [SOURCE_START, SOURCE_END] = [/<span class="sxs-lookup"><span data-stu-id="[^"]*">/g, '</span></span>']
/** Maximum length of a chain of tables of contents that refer to each other. */
const DEEPEST = 50
/**
 * Maximum number of entries of a docset's tables; a table that several others refer to counts for each of
 * them.
 */
const MOST_ENTRIES = 2_000_000

/** An entry as written in a file. */
interface Item {
  readonly name: string
  readonly hrefs: readonly string[]
  readonly items: readonly Item[]
}

/**
 * Reads a table of contents by its path relative to the root, with `/`; `null` if the file does not exist.
 */
export type ReadToc = (path: string) => readonly TocEntry[] | null

/**
 * Makes the function that reads the tables of contents of a docset: `toc.yml` or `TOC.md` (DocFX), with those
 * that they refer to in place. Reads each file once; all references to it share its entries.
 *
 * @param root absolute path of the docset.
 * @returns a function that throws a {@link UserError} if a table cannot be read.
 */
export function createTocReader(root: string, settings?: RootSettings): ReadToc {
  const itemsOf = memoize((file: string) =>
    explain(file, () => readItems(openRootFiles(root, settings), file)),
  )
  let count = 0

  return (path) => {
    const known = new Map<string, readonly TocEntry[] | null>()
    return read(path, [])

    function read(file: string, above: readonly string[]): readonly TocEntry[] | null {
      // A cycle ends here.
      if (above.includes(file)) return []
      const before = known.get(file)
      if (before !== undefined) return before
      if (above.length >= DEEPEST)
        throw new UserError(
          `Cannot read the table of contents ${file} in ${root}: it is the last of more than ${DEEPEST} that refer to each other`,
        )
      const items = itemsOf(file)
      const entries = items && toEntries(items, file, [...above, file])
      known.set(file, entries)
      return entries
    }

    function toEntries(items: readonly Item[], file: string, above: readonly string[]): readonly TocEntry[] {
      return items.map(({ name, hrefs, items: below }) => {
        const paths = hrefs.flatMap((href) => resolveIn(file, href) ?? [])
        const nested = paths.map((path) => firstOf(tocsAt(path), above))
        const document = paths.find((path) => !path.endsWith('/') && !TOC_FILE.test(path))
        const children = [toEntries(below, file, above), ...nested].flat()
        count += children.length
        if (count > MOST_ENTRIES)
          throw new UserError(
            `Cannot read the tables of contents in ${root}: they have more than ${MOST_ENTRIES} entries`,
          )
        return { name, path: document ?? null, children }
      })
    }

    function firstOf(files: readonly string[], above: readonly string[]): readonly TocEntry[] {
      for (const file of files) {
        const entries = read(posix.normalize(file), above)
        if (entries !== null) return entries
      }
      return []
    }
  }

  function explain<Result>(file: string, action: () => Result): Result {
    try {
      return action()
    } catch (error) {
      throw new UserError(`Cannot read the table of contents ${file} in ${root}: ${reasonOf(error)}`)
    }
  }
}

/** Tables of contents that a path may refer to. */
function tocsAt(path: string): readonly string[] {
  if (path.endsWith('/')) return [`${path}toc.yml`, `${path}TOC.md`]
  return TOC_FILE.test(path) ? [path] : []
}

/** Reads the entries of a file; `null` if it does not exist. */
function readItems(files: RootFiles, file: string): readonly Item[] | null {
  let bytes: Buffer
  try {
    bytes = files.read(file, 'settings').bytes
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const text = withoutSources(decodeText(bytes).text.replace(/^\uFEFF/, ''))
  return /\.md$/i.test(file) ? markdownItems(text) : yamlItems(yamlValue(parseYaml(text), text))
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR' || (error instanceof RefusedFile && error.kind === 'folder')
}

/** Removes the source texts of units. */
function withoutSources(text: string): string {
  const kept: string[] = []
  let at = 0
  for (const start of text.matchAll(SOURCE_START)) {
    if (start.index < at) continue
    const end = text.indexOf(SOURCE_END, start.index + start[0].length)
    if (end < 0) break
    kept.push(text.slice(at, start.index))
    at = end + SOURCE_END.length
  }
  return kept.join('') + text.slice(at)
}

/** The path that an entry leads to; `undefined` if it is outside the docset. */
function resolveIn(file: string, href: string): string | undefined {
  const path = href.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
  const joined = path.startsWith('~/')
    ? posix.normalize(path.slice(2))
    : posix.join(posix.dirname(file), decodeUrlPart(path))
  return joined === '.' || joined.startsWith('../') ? undefined : joined
}

/** Entries of `toc.yml`: a list, or an object with `items`. */
function yamlItems(value: unknown): readonly Item[] {
  const items = isObject(value) ? value.items : value
  if (!Array.isArray(items)) return []
  return items.filter(isObject).map((item) => ({
    name: typeof item.name === 'string' ? item.name.trim() : '',
    hrefs: [item.topicHref, item.href, item.tocHref].filter((href) => typeof href === 'string'),
    items: yamlItems(item.items),
  }))
}

/** Entries of `TOC.md`: its headings, nested by depth. */
function markdownItems(text: string): readonly Item[] {
  const headings = fromMarkdown(text).children.filter((node): node is Heading => node.type === 'heading')
  let at = 0
  return below(0)

  function below(depth: number): readonly Item[] {
    const items: Item[] = []
    while (at < headings.length && headings[at]!.depth > depth) {
      const heading = headings[at++]!
      const hrefs: string[] = []
      visit(heading, 'link', ({ url }) => {
        hrefs.push(url)
      })
      const name = mdastToString(heading, { includeHtml: false }).trim()
      items.push({ name, hrefs, items: below(heading.depth) })
    }
    return items
  }
}
