import type { ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { asWritten } from '../text/as-written.ts'

/** Asks the reader to type what follows; “type” after other words is a noun (“of type”). */
const TYPES =
  /(?:(?:^|[.,;:(]\s*|\b(?:and|then|or|to|must|should|please|just|you|by|prompt)\s+)(type|enter|key in)|\b(typing|entering|keying in))\s+$/i

/** Lists the texts in bold that an English segment asks the reader to type. */
export function typedTexts(source: Segment): readonly string[] {
  const found: string[] = []
  let before = ''
  const read = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      const isBold = node.type === 'element' && /^(?:strong|b)$/.test(node.tagName)
      if (isBold) {
        const match = TYPES.exec(before)
        const text = foldSpace(hastToString(node))
        if (match && isToType(text, /^ent/i.test(match[1] ?? match[2] ?? ''))) found.push(text)
      }
      if (node.type === 'element' && !isBold && node.tagName !== 'code') read(node.children)
      else before += hastToString(node as Parameters<typeof hastToString>[0])
    }
  }
  read(asWritten(source).content ?? [])
  return [...new Set(found)]
}

/** Words of language only: after “enter” the name of a field. */
const WORDS = /^[\p{L}\p{N}]+(?:[\s’'-][\p{L}\p{N}]+)*$/u
/** Words in capitals are the name of a field, of what a system in the reader’s language has, or of what the reader makes: “Network Service”. */
const NAME = /^\p{Lu}[\p{L}\p{N}]*(?:[\s’'/-](?:and|of|or|the|\p{Lu}[\p{L}\p{N}]*))*$/u

/** Whether a text is to be typed as it is: no placeholder, number, kind of record (“Service (SRV)”) or name. */
function isToType(text: string, isEntered: boolean): boolean {
  if (text === '' || /[<>[\]…]|^[\p{Nd}.,\s]+$|[\\*_]$|:$|\(\p{Lu}+\)$/u.test(text)) return false
  return !(isEntered ? WORDS.test(text) : NAME.test(text))
}
