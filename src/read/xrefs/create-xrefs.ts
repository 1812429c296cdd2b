import { join, posix } from 'node:path'
import { allEntries } from '../../model/toc.ts'
import type { ResolveXref, XrefTarget } from '../../model/xref.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseYaml, yamlValue } from '../../util/data/parse-yaml.ts'
import { memoize } from '../../util/memoize.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import { findFrontMatter } from '../../util/text/find-front-matter.ts'
import { splitSuffix } from '../../util/text/split-suffix.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { findDocset } from '../config/find-docset.ts'
import { decodeText } from '../files/decode-text.ts'
import { MOST_BYTES, readBytes } from '../files/read-bytes.ts'
import { readRootFile } from '../files/read-root-file.ts'
import { createTocReader } from '../toc/create-toc-reader.ts'
import { findTocs } from '../toc/find-tocs.ts'
import { type MappedXref, readXrefMap, XrefTable } from './read-xref-map.ts'
import { xrefMapsOf } from './xref-maps.ts'

/** Sources of uids besides the root's tables of contents and the xref maps of its docsets. */
export interface XrefSources {
  /** Paths of the documents in the root that are pages. */
  readonly pages: ReadonlySet<string>
  /** Absolute paths of further xref maps. */
  readonly maps: readonly string[]
}

/** A page with a uid. */
interface UidPage {
  /** Path relative to the root. */
  readonly path: string
  readonly source: string | undefined
  readonly target: string | undefined
}

const SOURCE_SIDE = /<span data-stu-id="[^"]*">([\s\S]*?)<\/span><\/span>/g
const TARGET_SIDE = /<span data-ttu-id="[^"]*">[\s\S]*?<\/span>(?=<span class="sxs-lookup">)/g
/** Longest markup that a name is read from. */
const LONGEST_NAME = 2000
/** Bounded, because V8 can run out of stack over a line of millions of characters. */
const HEADING = new RegExp(`^#[ \\t]+(.{1,${LONGEST_NAME}})`, 'm')

/**
 * Makes the function that resolves uids: to documents by the `uid` in their front matter, entries of tables
 * of contents, and entries of xref maps. Reads all of them when the first uid is resolved.
 *
 * @param root absolute path.
 */
export function createXrefs(root: string, { pages, maps }: XrefSources): ResolveXref {
  const documents = memoize((_: 'all') => readUids(root, pages))
  const otherMaps = memoize((_: 'all') => maps.flatMap((path) => attempt(() => readMap(path)) ?? []))
  const docsetOf = memoize((folder: string) => {
    const docset = findDocset(join(root, folder), root)
    return docset === undefined ? '' : toPosix(posix.relative(toPosix(root), toPosix(docset)))
  })
  const mapsOf = memoize((docset: string) =>
    xrefMapsOf(root, docset).flatMap((path) => attempt(() => readRootMap(root, path)) ?? []),
  )

  return function find(from, uid) {
    const page = documents('all').get(uid)
    if (page) {
      const names = { source: named(page.source), target: named(page.target) }
      return { href: relativeTo(from, page.path), names }
    }
    const docset = docsetOf(posix.dirname(from))
    for (const map of [...mapsOf(docset), ...otherMaps('all')]) {
      const found = map.get(uid)
      if (found) return mapped(found, from, docset)
    }
    return undefined
  }

  function mapped({ names, href }: MappedXref, from: string, docset: string): XrefTarget {
    const to = href === undefined ? undefined : addressOf(href, from, docset)
    return { ...(to !== undefined && { href: to }), names: { source: names, target: names } }
  }

  /** Resolves an address from a map; `undefined` if the page does not exist. */
  function addressOf(href: string, from: string, docset: string): string | undefined {
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href)) return href
    const { path: file, suffix } = splitSuffix(href)
    const path = posix.join(docset, file.replace(/^~\//, ''))
    const page = [path, path.replace(/\.html?$/i, '.md'), `${path}.md`].find((each) => pages.has(each))
    return page === undefined ? undefined : relativeTo(from, page) + suffix
  }
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name }
}

function relativeTo(from: string, path: string): string {
  const way = posix.relative(posix.dirname(`/${from}`), `/${path}`)
  return encodePath(way)
}

function readUids(root: string, pages: ReadonlySet<string>): XrefTable<UidPage> {
  const table = new XrefTable<UidPage>()
  for (const path of [...pages].sort()) {
    const bytes = attempt(() => readRootFile(root, path))
    // Most documents have no uid, which this check finds out quickly.
    if (!bytes?.includes('uid:')) continue
    const { text } = decodeText(bytes)
    const front = findFrontMatter(text)
    const values: unknown = front && attempt(() => yamlOf(front.value))
    if (!isObject(values) || !isText(values.uid)) continue
    const heading = HEADING.exec(text.slice(front!.end))?.[1]
    const source =
      heading === undefined ? undefined : plain(heading.replace(TARGET_SIDE, '').replace(SOURCE_SIDE, '$1'))
    const title = isText(values.title) ? values.title.trim() : source
    // A substring would keep the whole text in memory.
    const page = structuredClone({ uid: values.uid.trim(), source: source || title, target: title })
    table.add(page.uid, { path, source: page.source, target: page.target })
  }
  const readToc = createTocReader(root)
  for (const path of attempt(() => findTocs(root)) ?? []) {
    // Most tables of contents have no uids, which this check finds out quickly.
    if (!attempt(() => readRootFile(root, path))?.includes('id:')) continue
    for (const { uid, path: page, name, sourceName } of allEntries(attempt(() => readToc(path)) ?? [])) {
      if (uid === undefined || page === null || !pages.has(page)) continue
      const [target, source] = [
        plain(name.slice(0, LONGEST_NAME)),
        plain((sourceName ?? name).slice(0, LONGEST_NAME)),
      ]
      table.add(uid, { path: page, source: source || undefined, target: target || undefined })
    }
  }
  return table
}

/** Removes the markup of a heading. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]|(?<![ \t])[ \t]+#+[ \t]*$/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()
}

function readRootMap(root: string, path: string): XrefTable<MappedXref> | null {
  const bytes = readRootFile(root, path)
  return bytes && readXrefMap(decodeText(bytes).text, path)
}

function readMap(path: string): XrefTable<MappedXref> {
  return readXrefMap(decodeText(readBytes(path, { most: MOST_BYTES.list }).bytes).text, path)
}

function yamlOf(text: string): unknown {
  return yamlValue(parseYaml(text), text)
}

/** Returns the result of a function, or `null` if it throws: unreadable files define no uids. */
function attempt<Value>(make: () => Value): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
