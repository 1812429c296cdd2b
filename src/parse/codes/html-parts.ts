import { decodeString } from 'micromark-util-decode-string'
import type { CodeKind } from '../../model/coded-text.ts'
import { CHARACTER_REFERENCES } from '../../util/text/character-references.ts'
import { withoutOpenComments } from '../../util/text/without-open-comments.ts'
import { VOID_ELEMENTS } from '../../util/tree/void-elements.ts'
import { isPlaceholder } from '../html/placeholders.ts'
import type { RawPart } from './pair-codes.ts'

/** A comment, or a tag whose attributes may contain `>`. */
const TAG =
  /<!--[\s\S]*?-->|<(\/?)([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*)\s*(\/?)>/gi

/** Kinds of elements. */
const KINDS: Readonly<Record<string, CodeKind>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  a: 'link',
  img: 'image',
  code: 'code',
  br: 'break',
}

/** Cuts HTML into text and tags. */
export function htmlParts(markup: string): readonly RawPart[] {
  const parts: RawPart[] = []
  let at = 0
  for (const match of withoutOpenComments(markup).matchAll(TAG)) {
    const [{ length }, slash, written, attributes = '', empty] = match
    const tag = markup.slice(match.index, match.index + length)
    if (isPlaceholder(tag)) continue
    text(match.index)
    at = match.index + tag.length
    const name = written?.toLowerCase()
    const kind: CodeKind = (name !== undefined && Object.hasOwn(KINDS, name) && KINDS[name]) || 'tag'
    if (name === undefined || VOID_ELEMENTS.has(name) || empty)
      parts.push({ type: 'alone', kind, markup: tag, shown: name === 'br' ? '\n' : altOf(attributes) })
    else parts.push({ type: slash ? 'close' : 'open', kind, markup: tag, name })
  }
  text(markup.length)
  return parts

  function text(end: number): void {
    if (end === at) return
    const written = markup.slice(at, end)
    const read = written
      .replace(/\r\n?/g, '\n')
      .replace(CHARACTER_REFERENCES, (reference) => decodeString(reference))
    parts.push({ type: 'text', text: read, markup: written })
  }
}

function altOf(attributes: string): string {
  const [, double, single] = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? []
  return decodeString(double ?? single ?? '')
}
