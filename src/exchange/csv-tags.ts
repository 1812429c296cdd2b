/**
 * Codes in plain text, as tags with the number of the code:
 *
 * | code | tag |
 * |---|---|
 * | pair | `<1>…</1>` |
 * | alone | `<2/>` |
 * | begin or end of a pair whose other half is elsewhere | `<3:begin/>`, `<3:end/>` |
 *
 * Where a text contains such a tag itself, it has a backslash after `<`: `<\1>`; where it contains that, one more: `<\\1>`. Anything else is
 * text: `<br>`, `a < 1`, `<01>`.
 */

import type { CodedText, CodeType } from '../model/coded-text.ts'
import type { ReturnedCode, ReturnedText } from './exchange-file.ts'

const TAG = /<(\\*)(?:(\/)([1-9]\d{0,5})|([1-9]\d{0,5})(\/|:begin\/|:end\/)?)>/g

/** The tag of a code. */
function tagOf(type: CodeType, id: number): string {
  if (type === 'open') return `<${id}>`
  if (type === 'close') return `</${id}>`
  return type === 'alone' ? `<${id}/>` : `<${id}:${type}/>`
}

/** Writes a text with its codes as tags. */
export function toTagged(coded: CodedText): string {
  let [tagged, text] = ['', '']
  const flush = () => {
    tagged += text.replace(TAG, (tag) => `<\\${tag.slice(1)}`)
    text = ''
  }
  for (const part of coded) {
    if (part.type === 'text') text += part.text
    else {
      flush()
      tagged += tagOf(part.type, part.id)
    }
  }
  flush()
  return tagged
}

const TYPES: Readonly<Record<string, CodeType>> = { '/': 'alone', ':begin/': 'begin', ':end/': 'end' }

/** Reads a text with tags. */
export function fromTagged(tagged: string): ReturnedText {
  const parts: (string | ReturnedCode)[] = []
  let [text, at] = ['', 0]
  for (const { 0: tag, 1: backslashes, 2: slash, 3: closed, 4: other, 5: mark, index } of tagged.matchAll(
    TAG,
  )) {
    text += tagged.slice(at, index)
    at = index + tag.length
    if (backslashes) text += `<${tag.slice(2)}`
    else {
      if (text !== '') parts.push(text)
      text = ''
      parts.push({ type: slash ? 'close' : mark ? TYPES[mark]! : 'open', id: (closed ?? other)! })
    }
  }
  text += tagged.slice(at)
  return text === '' ? parts : [...parts, text]
}
