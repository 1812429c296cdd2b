import type { Element, Properties } from 'hast'
import { sanitizeTree } from './sanitize.ts'

/** What becomes of an element that says this of itself, once it is tidied and sanitized. */
export interface SafeElement {
  readonly properties: Readonly<Properties>
  /** Whether it had no properties: such a `span` says nothing. */
  readonly isBare: boolean
  /** Whether it names a place and leads nowhere: in a heading it may name the heading. */
  readonly isAnchor: boolean
}

/** Tidies and sanitizes an element's properties; `undefined` if documents may not hold such an element. */
export function safeElement(tagName: string, properties: Properties): SafeElement | undefined {
  const named = tagName === 'a' ? nameToId(properties) : properties
  const element: Element = { type: 'element', tagName, properties: named, children: [] }
  // Parts of tables are only allowed within one.
  const table: Element = { type: 'element', tagName: 'table', properties: {}, children: [element] }
  const [safeTable] = sanitizeTree({ type: 'root', children: [table] }).children
  const safe = safeTable?.type === 'element' ? safeTable.children[0] : undefined
  if (safe?.type !== 'element') return undefined
  return {
    properties: safe.properties,
    isBare: Object.keys(properties).length === 0,
    isAnchor: tagName === 'a' && named.href === undefined && named.id !== undefined,
  }
}

/** `<a name>` is an older way to write an id. */
function nameToId({ name, ...others }: Properties): Properties {
  if (typeof name !== 'string') return name === undefined ? others : { name, ...others }
  return others.id === undefined && name !== '' ? { ...others, id: name } : others
}
