import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { InlineContent } from '../segments/inline-content.ts'

/** Inline markup of a segment that matters to repairs. */
export interface InlineMarks {
  /** Links with a label, without autolinks. */
  readonly link: number
  readonly image: number
  readonly strong: number
  readonly em: number
  /** Texts of code. */
  readonly code: readonly string[]
  /** Number of texts marked as not to translate. */
  readonly noLoc: number
  /** Text outside code. */
  readonly prose: string
}

/** Counts the inline markup of a segment, and collects the text in which unread Markdown marks would show. */
export function inlineMarks({ content, text }: InlineContent): InlineMarks {
  const found = { link: 0, image: 0, strong: 0, em: 0, code: [] as string[], noLoc: 0, prose: '' }
  const walk = (node: ElementContent) => {
    if (node.type === 'text') found.prose += node.value
    if (node.type !== 'element') return
    const { tagName, properties } = node
    if (tagName === 'code') {
      found.code.push(textOf(node))
      found.prose += ' '
      return
    }
    if (tagName === 'a' && isLabelled(node)) found.link++
    if (tagName === 'img') {
      found.image++
      found.prose += ` ${String(properties.alt ?? '')} `
    }
    if (tagName === 'strong' || tagName === 'b') found.strong++
    if (tagName === 'em' || tagName === 'i') found.em++
    if (properties.translate === 'no') found.noLoc++
    node.children.forEach(walk)
  }
  if (content) content.forEach(walk)
  else found.prose = text
  return found
}

function isLabelled(node: Element): boolean {
  const url = String(node.properties.href ?? '')
  return url !== '' && url.replace(/^mailto:/, '') !== textOf(node)
}
