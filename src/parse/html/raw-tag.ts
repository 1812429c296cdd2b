import type { Properties } from 'hast'
import { h } from 'hastscript'
import { detachString } from '../../util/detach-string.ts'
import { VOID_ELEMENTS } from '../../util/void-elements.ts'
import { type SafeElement, safeElement } from './safe-element.ts'

/** A tag or comment of raw HTML. */
export type RawTag =
  | {
      readonly type: 'start'
      readonly tagName: string
      readonly isVoid: boolean
      readonly safe: SafeElement
    }
  | { readonly type: 'end'; readonly tagName: string }
  | { readonly type: 'comment' }

/** A tag or comment as far as it can be read in one way only. */
const TAG =
  /<(?:([a-z][a-z\d]*)((?:[ \t\r\n]+[a-z][a-z\d-]*(?:="[^"&\0\r]*")?)*)[ \t\r\n]*(\/?)|\/([a-z][a-z\d]*)[ \t\r\n]*|!--(?!-?>)(?:(?!--)[^\0\r])*--)>/iy
const ATTRIBUTE = /[ \t\r\n]([a-z][a-z\d-]*)(?:="([^"]*)")?/gi

/** Tags come thousands of times: what they say, by how they are written. */
const KNOWN = new Map<string, RawTag | null>()
/** Most entries of {@link KNOWN}, so that memory does not grow with the documents. */
const MOST_KNOWN = 2_000
/** Longest tag that is kept there. */
const LONGEST_KNOWN = 500

/**
 * Reads the tag or comment that begins at an offset of raw HTML.
 *
 * @returns what it says, and its end; `undefined` where the parser has to read it.
 */
export function rawTagAt(html: string, start: number): { tag: RawTag; end: number } | undefined {
  const close = html.indexOf('>', start) + 1
  if (close === 0) return undefined
  const tag = knownTag(html.slice(start, close))
  if (tag) return { tag, end: close }
  // A comment and the value of an attribute may hold the character that ends tags.
  TAG.lastIndex = start
  const match = TAG.exec(html)
  const read = match && readTag(match)
  return read ? { tag: read, end: TAG.lastIndex } : undefined
}

function knownTag(text: string): RawTag | null {
  const known = KNOWN.get(text)
  if (known !== undefined) return known
  const isKept = text.length <= LONGEST_KNOWN
  // What is kept is made of parts of the text, so of a copy.
  const own = isKept ? detachString(text) : text
  TAG.lastIndex = 0
  const match = TAG.exec(own)
  const tag = match && TAG.lastIndex === own.length ? readTag(match) : null
  if (!isKept) return tag
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(own, tag)
  return tag
}

function readTag([, name, attributes, slash, endName]: RegExpExecArray): RawTag | null {
  if (endName !== undefined) return { type: 'end', tagName: endName.toLowerCase() }
  if (name === undefined) return { type: 'comment' }
  const tagName = name.toLowerCase()
  const isVoid = VOID_ELEMENTS.has(tagName)
  const safe = slash === '/' && !isVoid ? undefined : safeElement(tagName, propertiesOf(tagName, attributes!))
  return safe ? { type: 'start', tagName, isVoid, safe } : null
}

/** Properties that the attributes of a start tag say. */
function propertiesOf(tagName: string, text: string): Properties {
  if (text === '') return {}
  const attributes = new Map<string, string>()
  for (const [, name, value = ''] of text.matchAll(ATTRIBUTE)) {
    const known = name!.toLowerCase()
    if (!attributes.has(known)) attributes.set(known, value)
  }
  return h(tagName, Object.fromEntries(attributes)).properties
}
