import { decodeString } from 'micromark-util-decode-string'
import type { CodedText } from '../../model/coded-text.ts'

/** A character as an escape or a reference. */
const SPELLED = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

/**
 * How a text writes characters that it never writes as they are, such as no-break spaces as `&nbsp;`. A new text in its place writes
 * them so as well.
 */
export function spellingsIn(texts: readonly (CodedText | null)[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  const asIs = new Set<string>()
  for (const text of texts) {
    for (const part of text ?? []) {
      if (part.type !== 'text') continue
      for (const [spelled] of part.markup.matchAll(SPELLED)) {
        const character = decodeString(spelled)
        if (character !== spelled && !spellings.has(character)) spellings.set(character, spelled)
      }
      for (const character of part.markup.replace(SPELLED, '')) asIs.add(character)
    }
  }
  for (const character of asIs) spellings.delete(character)
  return spellings
}
