import { posix } from 'node:path'
import type { TocEntry } from '../../model/toc.ts'
import { memoize } from '../../util/memoize.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { UserError } from '../../util/user-error.ts'
import { decodeText } from '../files/decode-text.ts'
import { RefusedFile } from '../files/read-bytes.ts'
import { openRootFiles, type RootFiles, type RootSettings } from '../files/root-files.ts'
import { findTocs } from './find-tocs.ts'
import { readTocItems, type TocItem } from './toc-items.ts'

/** File names of tables of contents in DocFX. */
const TOC_FILE = /(?:^|\/)toc\.(?:ya?ml|md)$/i
/** Names of the table of contents of a folder, in the order in which they are tried. */
const TOC_NAMES = ['toc.yml', 'toc.yaml', 'toc.md']
/** Maximum length of a chain of tables of contents that refer to each other. */
const DEEPEST = 50
/**
 * Maximum number of entries of a docset's tables; a table that several others refer to counts for each of
 * them.
 */
const MOST_ENTRIES = 2_000_000

/**
 * Reads a table of contents by its path relative to the root, with `/`; `null` if the file does not exist.
 */
export type ReadToc = (path: string) => readonly TocEntry[] | null

/** What is wrong with a table of contents, and where. */
export interface FoundProblem {
  /** Path of the table of contents relative to the root. */
  readonly path: string
  readonly reason: string
  /** Line of damaged YAML, from 1. */
  readonly line?: number
  /** The address that is wrong. */
  readonly href?: string
}

/** Options of {@link createTocReader}. */
export interface TocReaderOptions extends RootSettings {
  /** Receives problems; without it, a table that cannot be read throws, and a missing one is empty. */
  readonly onProblem?: (problem: FoundProblem) => void
  /** Receives each file that is read, once; its text also if it cannot be understood. */
  readonly onFile?: (file: ReadTocFile) => void
  /** Paths of all tables of contents of the root. */
  readonly paths?: readonly string[]
  /** Receives the paths of tables that refer to another one, and of that one. */
  readonly onReference?: (from: string, to: string) => void
}

/** A file of a table of contents with its entries as written. */
export interface ReadTocFile {
  readonly path: string
  readonly text: string
  /** Empty if they cannot be understood. */
  readonly items: readonly TocItem[]
}

/**
 * Makes the function that reads the tables of contents of a docset: `toc.yml` or `TOC.md` (DocFX), with those
 * that they refer to in place. Reads each file once; all references to it share its entries.
 *
 * @param root absolute path of the docset.
 * @returns a function that throws a {@link UserError} if a table cannot be read.
 */
export function createTocReader(
  root: string,
  { onProblem, onReference, onFile, paths, ...settings }: TocReaderOptions = {},
): ReadToc {
  const files = memoize((_: 'all') => openRootFiles(root, settings))
  const fileAt = memoize((file: string) => explain(file, () => readFile(file)))
  // References may differ from the names of files in letter case, as on published sites.
  const foldedTocs = memoize(
    (_: 'all') => new Map([...(paths ?? findTocs(root))].reverse().map((path) => [path.toLowerCase(), path])),
  )
  let count = 0

  return (path) => {
    const known = new Map<string, readonly TocEntry[] | null>()
    return read(path, [])

    function read(file: string, above: readonly string[]): readonly TocEntry[] | null {
      const before = known.get(file)
      if (before !== undefined) return before
      const found = fileAt(file)
      const entries = found && toEntries(found, found.items, file, [...above, file])
      known.set(file, entries)
      return entries
    }

    function toEntries(
      toc: ReadTocFile,
      items: readonly TocItem[],
      file: string,
      above: readonly string[],
    ): readonly TocEntry[] {
      return items.map((item) => {
        const { name, sourceName, displayName, uid, isExpanded, tocHref } = item
        const nested = item.hrefs.map((href) => topicOf(file, href, item) ?? nestedIn(toc, file, href, above))
        const url = item.hrefs.find(isOutside)
        const children = [
          toEntries(toc, item.items, file, above),
          ...nested.map((each) => each.entries),
        ].flat()
        count += children.length
        if (count > MOST_ENTRIES)
          throw new UserError(
            `Cannot read the tables of contents in ${root}: they have more than ${MOST_ENTRIES} entries`,
          )
        const path = nested.find((each) => each.path !== undefined)?.path ?? null
        return {
          name,
          path,
          children,
          ...(sourceName !== undefined && { sourceName }),
          ...(displayName !== undefined && { displayName }),
          ...(path === null && url !== undefined && { url: url.trim() }),
          ...(uid !== undefined && { uid }),
          ...(tocHref !== undefined && isOutside(tocHref) && { scope: tocHref }),
          ...(isExpanded && { isExpanded }),
        }
      })
    }

    /** The Markdown document of a `topicHref`, which leads to no table; `undefined` for other addresses. */
    function topicOf(
      file: string,
      href: string,
      { topicHref }: TocItem,
    ): { readonly entries: readonly TocEntry[]; readonly path: string } | undefined {
      const path = href === topicHref ? resolveIn(file, href) : undefined
      return path !== undefined && /\.md$/i.test(path) ? { entries: [], path } : undefined
    }

    /** The entries of the table that an address leads to, or the document. */
    function nestedIn(
      toc: ReadTocFile,
      file: string,
      href: string,
      above: readonly string[],
    ): { readonly entries: readonly TocEntry[]; readonly path?: string } {
      const path = resolveIn(file, href)
      if (path === undefined) return { entries: [] }
      const isFolder = path.endsWith('/')
      if (isDocument(path)) return { entries: [], path }
      const names = isFolder ? TOC_NAMES.map((each) => path + each) : [path]
      const found = names
        .map((each) => foldedTocs('all').get(each.toLowerCase()))
        .find((each) => each !== undefined)
      if (found === undefined) {
        // A folder without a table of contents means its first page.
        if (isFolder && files('all').has(`${path}index.md`)) return { entries: [], path: `${path}index.md` }
        if (isFolder) return { entries: [] }
        report(toc, href, `Unexpected ${href}, expected a table of contents that exists`)
        return { entries: [] }
      }
      if (above.includes(found)) {
        const reason = `Unexpected ${href}, expected a table of contents that does not contain this one`
        report(toc, href, reason)
        return { entries: [] }
      }
      onReference?.(file, found)
      if (above.length < DEEPEST) return { entries: read(found, above) ?? [] }
      const reason = `Cannot read the table of contents ${found} in ${root}: it is the last of more than ${DEEPEST} that refer to each other`
      if (!onProblem) throw new UserError(reason)
      report(toc, href, reason)
      return { entries: [] }
    }
  }

  function report({ path }: ReadTocFile, href: string, reason: string): void {
    onProblem?.({ path, href, reason })
  }

  /** Reads a file; `null` if it does not exist. */
  function readFile(path: string): ReadTocFile | null {
    const text = textOf(files('all'), path)
    if (text === null) return null
    let items: readonly TocItem[] = []
    try {
      items = readTocItems(text, /\.md$/i.test(path))
    } finally {
      onFile?.({ path, text, items })
    }
    return { path, text, items }
  }

  function explain<Result>(file: string, action: () => Result): Result | null {
    try {
      return action()
    } catch (error) {
      const reason = reasonOf(error)
      if (!onProblem) throw new UserError(`Cannot read the table of contents ${file} in ${root}: ${reason}`)
      const line = /, line (\d+)$/.exec(reason)?.[1]
      const place = line !== undefined && { line: Number(line) }
      onProblem({
        path: file,
        reason: `Cannot read this table of contents: ${reason}`,
        ...place,
      })
      return null
    }
  }
}

/** Reads the text of a file; `null` if it does not exist. */
function textOf(files: RootFiles, file: string): string | null {
  try {
    return decodeText(files.read(file, 'settings').bytes).text.replace(/^\uFEFF/, '')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR' || (error instanceof RefusedFile && error.kind === 'folder')
}

/** Whether an address leads out of the docset to a page: of the published site, or of another one. */
function isOutside(href: string): boolean {
  return /^\s*(?:https?:\/\/|\/(?!\/))/i.test(href)
}

/** Whether the path of an entry is that of a document, not of a folder or of another table of contents. */
export function isDocument(path: string): boolean {
  return !path.endsWith('/') && !TOC_FILE.test(path)
}

/** Resolves the address of an entry to a path relative to the root; `undefined` if it is outside the docset. */
export function resolveIn(file: string, href: string): string | undefined {
  const path = href
    .trim()
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined
  const joined = path.startsWith('~/')
    ? posix.normalize(path.slice(2))
    : posix.join(posix.dirname(file), decodeUrlPart(path))
  return joined === '.' || joined.startsWith('../') ? undefined : joined
}
