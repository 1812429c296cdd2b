/**
 * Fits an included document into another.
 *
 * `[!INCLUDE]` and code files resolve inside the root only (`read/files/root-files.ts`). A cycle ends where it
 * closes and is reported. An included document is parsed once per run and thread and inserted with its URLs
 * made relative to the including one. Its units are named `PATH#KEY`, appear in `includedUnits`, and their
 * places refer to the included file.
 */

import type { Element, ElementContent, ElementData, Root } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import type { TextPart } from '../../model/hast.ts'
import { relativePath } from '../../model/safe-url.ts'
import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { DEEPEST } from '../html/bound-tree.ts'

/** Content of an included document for use in another: URLs relative to that one, units named `PATH#KEY`. */
export interface IncludedContent {
  readonly nodes: readonly ElementContent[]
  readonly units: Readonly<Record<string, TranslationUnit>>
}

/** Adapts the content of `included` to the document with the path `into`. */
export function includeContent(included: BilingualDocument, into: string): IncludedContent {
  const base = directoryOf(included.path)
  const from = directoryOf(into)
  const url = (value: string) => rebaseUrl(value, base, from)
  const key = (name: string) => (Object.hasOwn(included.units, name) ? `${included.path}#${name}` : name)
  const units = Object.entries({ ...included.units, ...included.includedUnits }).map(
    ([name, unit]) => [key(name), rebaseUnit(unit, key(name), url)] as const,
  )
  const tree = included.skeleton.tree as Root
  return {
    nodes: (tree.children as ElementContent[]).map((node) => copy(node, url, key)),
    units: Object.fromEntries(units),
  }
}

/** Whether content shows nothing: it has neither text nor units nor images. */
export function isBlankContent(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return node.value.trim() === ''
    if (node.type !== 'element') return node.type !== 'slot'
    return !SHOWN.has(node.tagName) && isBlankContent(node.children)
  })
}

/** Elements that show something without text. */
const SHOWN = new Set(['hr', 'iframe', 'img', 'input', 'table'])

/** Maximum depth of an included document, which adds to the depth around it. */
const MOST_LEVELS = DEEPEST / 2

/** Whether a document is too deeply nested to be included. */
export function isTooDeepToInclude({ skeleton }: BilingualDocument): boolean {
  return depthOf(skeleton.tree as Root) > MOST_LEVELS
}

function depthOf(node: Root | ElementContent): number {
  if (!('children' in node)) return 0
  return 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child as ElementContent)), 0)
}

function rebaseUnit(unit: TranslationUnit, key: string, url: (value: string) => string): TranslationUnit {
  return { ...unit, key, source: rebaseSegment(unit.source, url), target: rebaseSegment(unit.target, url) }
}

function rebaseSegment(segment: Segment | null, url: (value: string) => string): Segment | null {
  if (!segment?.content) return segment
  return { ...segment, content: segment.content.map((node) => copy(node, url, (name) => name)) }
}

function copy(
  node: ElementContent,
  url: (value: string) => string,
  key: (name: string) => string,
): ElementContent {
  if (node.type === 'slot') return { type: 'slot', unit: key(node.unit) }
  if (node.type !== 'element') return { ...node }
  const properties = { ...node.properties }
  for (const name of ['href', 'src']) {
    const value = properties[name]
    if (typeof value === 'string') properties[name] = url(value)
  }
  const slots = node.data?.slots
  const children = node.children.map((child) => copy(child, url, key))
  const copied: Element = { type: 'element', tagName: node.tagName, properties, children }
  if (slots) {
    const renamed = Object.entries(slots).map(
      ([name, parts]) => [name, parts.map((part) => renamePart(part, key))] as const,
    )
    copied.data = { slots: Object.fromEntries(renamed) } as ElementData
  }
  return copied
}

function renamePart(part: TextPart, key: (name: string) => string): TextPart {
  return typeof part === 'string' ? part : { unit: key(part.unit) }
}

/** The directory of a path with `/`, without a slash at its end; empty for a file at the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** Whether a URL is relative to the file that holds it. */
function isRelativeUrl(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|[/\\#?~])/i.test(url)
}

/**
 * The URL, relative to the directory `from`, that is written `url` in the directory `base`. It stays relative: the names on the way are no
 * protocol and no host.
 */
export function rebaseUrl(url: string, base: string, from: string): string {
  if (!isRelativeUrl(url) || base === from) return url
  const cut = url.search(/[?#]/)
  const path = cut < 0 ? url : url.slice(0, cut)
  const target: string[] = base === '' ? [] : base.split('/')
  for (const segment of path.split('/')) {
    if (segment === '..' && target.length > 0 && target[target.length - 1] !== '..') target.pop()
    else if (segment !== '.') target.push(segment)
  }
  const start = from === '' ? [] : from.split('/')
  let common = 0
  while (common < start.length && common < target.length - 1 && start[common] === target[common]) common++
  const way = [...start.slice(common).map(() => '..'), ...target.slice(common)].join('/')
  return relativePath(way) + (cut < 0 ? '' : url.slice(cut))
}
