/**
 * Footnotes of a document (`[^1]`), which are at its end: in a runbook they follow the sections that refer to them.
 */

import type { Element, ElementContent, RootContent } from 'hast'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { contentsIn, isElement, outermost } from '../content.ts'
import type { TakeNote } from '../decision.ts'
import { paragraph } from '../flow.ts'
import type { RunbookContent, RunbookSection } from '../types.ts'

/** Footnotes by the URLs of references to them. */
type Footnotes = ReadonlyMap<string, readonly ElementContent[]>

/** Separates the footnotes of a document from its other content. */
export function takeDocumentFootnotes(
  children: readonly RootContent[],
  note: TakeNote,
): { readonly content: readonly RootContent[]; readonly footnotes: Footnotes } {
  const footnotes = new Map<string, readonly ElementContent[]>()
  const content = children.filter((node) => {
    if (!isElement(node, 'section') || node.properties.dataFootnotes === undefined) return true
    for (const list of outermost(node.children, (element) => isElement(element, 'ol'))) {
      note(list, { became: 'reference', reason: 'its footnotes follow the steps that refer to them' })
      for (const item of list.children)
        if (isElement(item, 'li')) footnotes.set(`#${item.properties.id}`, item.children)
    }
    return false
  })
  return { content, footnotes }
}

/** Adds footnotes after the parts of a section that refer to them. */
export function addDocumentFootnotes(section: RunbookSection, footnotes: Footnotes): RunbookSection {
  if (footnotes.size === 0) return section
  if (section.type === 'stage')
    return {
      ...section,
      groups: section.groups.map((group) => ({
        ...group,
        after: withFootnotes(group.after, group, footnotes),
      })),
    }
  return section.type === 'procedure'
    ? { ...section, after: withFootnotes(section.after, section, footnotes) }
    : { ...section, content: withFootnotes(section.content, section, footnotes) }
}

/**
 * Content followed by footnotes.
 *
 * @param part whose content refers to the footnotes.
 */
export function withFootnotes(content: RunbookContent, part: unknown, footnotes: Footnotes): RunbookContent {
  const numbers = new Map<string, string>()
  for (const nodes of contentsIn(part))
    visit({ type: 'root', children: [...nodes] }, 'element', ({ tagName, properties, children }) => {
      const [number] = children
      if (tagName !== 'a' || properties.dataFootnoteRef === undefined || number?.type !== 'text') return
      numbers.set(String(properties.href), number.value)
    })
  const added = [...numbers].flatMap(([url, number]) => toBlocks(footnotes.get(url) ?? [], number))
  return added.length > 0 ? [...content, ...added] : content
}

/** The blocks of a footnote, with its number at the start and without the link back. */
function toBlocks(children: readonly ElementContent[], number: string): readonly Element[] {
  const blocks = children.filter((child) => child.type === 'element')
  const [first, ...others] = blocks.map(withoutBackReferences)
  if (!first) return []
  const mark: ElementContent = {
    type: 'element',
    tagName: 'sup',
    properties: {},
    children: [{ type: 'text', value: number }],
  }
  const space: ElementContent = { type: 'text', value: ' ' }
  const isParagraph = isElement(first, 'p')
  const lead = paragraph([mark, space, ...(isParagraph ? first.children : [])])
  return [lead, ...(isParagraph ? [] : [first]), ...others].map((block) => ({
    ...block,
    properties: { ...block.properties, dataFootnote: number },
  }))
}

function withoutBackReferences(block: Element): Element {
  const copy = structuredClone(block)
  visit(copy, 'element', ({ properties }, index, parent) => {
    // A document can claim to have such a reference anywhere.
    if (properties.dataFootnoteBackref === undefined || !parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return copy
}
