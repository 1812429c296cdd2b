import type { ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Segment } from '../../model/unit.ts'
import { inlineCodes } from '../literals/inline-codes.ts'
import { asWritten } from './as-written.ts'

/** Whether a segment has bold text. */
export function hasBold(segment: Segment): boolean {
  return segment.content !== undefined && inlineCodes(segment).emphasis.some((name) => isBold(name))
}

/** Returns the bold texts of a segment, of which those without a word, a comma or a bracket between them can be one (`**File** > **Open**`). */
export function boldTexts(segment: Segment, isJoining = false): readonly string[] {
  const texts: string[] = []
  let between = ''
  const read = (node: ElementContent): void => {
    if (node.type === 'text') between += node.value
    else if (node.type !== 'element') return
    else if (isBold(node.tagName)) {
      const text = hastToString(node).trim()
      if (text === '') return
      const isJoined = isJoining && texts.length > 0 && !separator.test(between)
      texts.push(isJoined ? `${texts.pop()}${between}${text}` : text)
      between = ''
    } else node.children.forEach(read)
  }
  for (const node of asWritten(segment).content ?? []) read(node as ElementContent)
  return texts
}

/** What separates names: words, the commas of a list, brackets. */
const separator = /[\p{L}\p{N},،、()（）]/u

function isBold(tagName: string): boolean {
  return tagName === 'strong' || tagName === 'b'
}
