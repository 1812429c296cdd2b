import { decodeString } from 'micromark-util-decode-string'
import { withJoinedTexts } from '../../model/coded-text.ts'
import type { RawPart } from './pair-codes.ts'

/** Constructs within a line whose values are not for translators, and includes with their title. */
const CONSTRUCT = /:::(?:no-loc|image)\s+(?:[a-z-]+\s*=\s*(?:"[^"]*"|“[^”]*”)\s*)*:::/gi
const INCLUDE_START = /\[!\s*[a-z]+\s*$/i

/** Makes one code of each construct of Microsoft's Markdown, which the parser reads as text and links. */
export function withConstructs(parts: readonly RawPart[]): readonly RawPart[] {
  if (!parts.some(({ type, markup }) => type === 'text' && (markup.includes(':::') || markup.includes('[!'))))
    return parts
  return withIncludes(withJoinedTexts(parts)).flatMap(withoutConstructs)
}

/** `[!INCLUDE [title](path)]`: a link between the ends of two texts. */
function withIncludes(parts: readonly RawPart[]): readonly RawPart[] {
  const found: RawPart[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const start = part.type === 'text' ? INCLUDE_START.exec(part.markup) : null
    const [open, title, close, after] = parts.slice(at + 1, at + 5)
    if (
      !start ||
      open?.type !== 'open' ||
      title?.type !== 'text' ||
      close?.type !== 'close' ||
      after?.type !== 'text' ||
      !/^\s*\]/.test(after.markup)
    ) {
      found.push(part)
      continue
    }
    const end = after.markup.indexOf(']') + 1
    const markup = start[0] + open.markup + title.markup + close.markup + after.markup.slice(0, end)
    found.push(...textOf(part.markup.slice(0, start.index)))
    found.push({ type: 'alone', kind: 'construct', markup, shown: title.text })
    const rest = textOf(after.markup.slice(end))
    at += 3
    // The rest may begin another one.
    if (rest[0]) parts = parts.with(at + 1, rest[0])
    else at++
  }
  return found
}

function withoutConstructs(part: RawPart): readonly RawPart[] {
  if (part.type !== 'text' || !part.markup.includes(':::')) return [part]
  const found: RawPart[] = []
  let at = 0
  for (const { 0: markup, index } of part.markup.matchAll(CONSTRUCT)) {
    found.push(...textOf(part.markup.slice(at, index)))
    const shown = /\b(?:text|alt-text)\s*=\s*["“]([^"”]*)/i.exec(markup)?.[1] ?? ''
    found.push({ type: 'alone', kind: 'construct', markup, shown })
    at = index + markup.length
  }
  return at === 0 ? [part] : [...found, ...textOf(part.markup.slice(at))]
}

function textOf(markup: string): readonly RawPart[] {
  if (markup === '') return []
  return [{ type: 'text', text: decodeString(markup.replace(/\r\n?/g, '\n')), markup }]
}
