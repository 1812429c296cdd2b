import { decodeString } from 'micromark-util-decode-string'
import type { CodedText } from '../../model/coded-text.ts'
import type { TextPlace } from '../../model/text-place.ts'
import { CHARACTER_REFERENCES } from '../../util/text/character-references.ts'

/** Characters as references, and in Markdown as escapes (CommonMark 0.31, section 2.4). */
const IN_MARKDOWN = new RegExp(`\\\\[!-/:-@[-\`{-~]|${CHARACTER_REFERENCES.source}`, 'gi')

/**
 * How a text writes characters that it never writes as they are, such as no-break spaces as `&nbsp;`. A new text in its place writes
 * them so as well.
 */
export function spellingsIn(text: CodedText, place: TextPlace): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  if (place !== 'markdown' && place !== 'html' && place !== 'attribute') return spellings
  const spelledAs = place === 'markdown' ? IN_MARKDOWN : CHARACTER_REFERENCES
  const asIs = new Set<string>()
  for (const part of text) {
    if (part.type !== 'text') continue
    for (const [spelled] of part.markup.matchAll(spelledAs)) {
      const character = decodeString(spelled)
      if (character !== spelled && !spellings.has(character)) spellings.set(character, spelled)
    }
    for (const character of part.markup.replace(spelledAs, '')) asIs.add(character)
  }
  for (const character of asIs) spellings.delete(character)
  return spellings
}
