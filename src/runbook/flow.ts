import type { Element, ElementContent, RootContent } from 'hast'
import { type UnitTables, unitOf } from '../model/text.ts'
import { append } from '../util/data/append.ts'
import { contains, hasMedia, isBlank, isBlock, isElement, textOfNodes, trimNodes } from './content.ts'
import { isAboutPage } from './language/about-page.ts'
import type { RunbookHeading } from './types.ts'

/** A heading with its blocks and subsections. */
export interface FlowSection {
  /** The heading, or the title of a tab; `null` for the part before the first one, and for text after tabs. */
  readonly heading: RunbookHeading | null
  /** The heading's element; `null` for the root. */
  readonly element: Element | null
  /** 0 for the root, 1 to 6 for headings, 7 for a paragraph that serves as one. */
  readonly depth: number
  /** The heading in English. */
  readonly text: string
  /** Blocks between the heading and the first one below it. */
  readonly blocks: Element[]
  readonly sections: FlowSection[]
  /** For a tab, the group of tabs that it belongs to. */
  readonly tab?: { readonly group: Element }
}

/** Elements that only group blocks. */
const WRAPPERS =
  /^(div|section|article|main|header|footer|aside|center|details|body|html|form|fieldset|address)$/

/** Makes a tree of headings and blocks of a document's content, whatever elements wrap it. */
export function toFlow(children: readonly RootContent[], units: UnitTables): FlowSection {
  const root: FlowSection = { heading: null, element: null, depth: 0, text: '', blocks: [], sections: [] }
  const blocks = flatten(children)
  const gone = new Set(missingAtEdges(blocks, units))
  const kept = blocks.filter((block) => !gone.has(block))
  addBlocks(root, kept, units)
  return root
}

/** Adds blocks to a section; its headings become sections of it. */
function addBlocks(section: FlowSection, blocks: readonly Element[], units: UnitTables): void {
  const path: FlowSection[] = [section]
  for (const block of blocks) {
    if (isTabs(block)) {
      addTabs(path.at(-1)!, block, units)
      continue
    }
    const depth = headingDepth(block, units)
    const content = depth > 0 ? trimNodes(block.children) : []
    const text = textOfNodes(content, units, 'source')
    if (depth === 0) {
      if (!isWorth(block, units)) continue
      if (path.at(-1)!.sections.at(-1)?.tab) path.push(addSectionAfterTabs(path.at(-1)!))
      path.at(-1)!.blocks.push(block)
    }
    if (text === '') continue
    while (path.length > 1 && path.at(-1)!.depth >= depth) path.pop()
    const heading = { id: String(block.properties.id ?? ''), content }
    const child: FlowSection = { heading, element: block, depth, text, blocks: [], sections: [] }
    path.at(-1)!.sections.push(child)
    path.push(child)
  }
}

/** Adds a section for each tab of a group, titled by the tab. */
function addTabs(parent: FlowSection, group: Element, units: UnitTables): void {
  const tabs = group.children.filter((child) => isElement(child, 'section'))
  for (const { children } of tabs) {
    const title = children.find((child) => isElement(child, 'p'))
    const content = trimNodes(title?.children ?? [])
    const section: FlowSection = {
      heading: { id: '', content },
      element: title ?? null,
      // Below its heading; above labels in bold.
      depth: Math.min(Math.max(parent.depth, 1) + 1, 6),
      text: textOfNodes(content, units, 'source'),
      blocks: [],
      sections: [],
      tab: { group },
    }
    parent.sections.push(section)
    addBlocks(section, flatten(children.filter((child) => child !== title)), units)
  }
}

/** Adds a section without a heading, as long as a label, for the text after tabs. */
function addSectionAfterTabs(parent: FlowSection): FlowSection {
  const section: FlowSection = { heading: null, element: null, depth: 7, text: '', blocks: [], sections: [] }
  parent.sections.push(section)
  return section
}

function isTabs({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'div' && Array.isArray(className) && className.includes('tabs')
}

/** The missing texts at the start and the end of a document, such as banners, which belong to none of its sections. */
export function missingTexts(children: readonly RootContent[], units: UnitTables): readonly Element[] {
  return missingAtEdges(flatten(children), units)
}

function missingAtEdges(blocks: readonly Element[], units: UnitTables): readonly Element[] {
  const isText = ({ properties }: Element) => properties.dataMissing !== 'include'
  const start = blocks.findIndex((block) => isText(block) && headingDepth(block, units) !== 1)
  const end = blocks.findLastIndex(isText)
  // Directly below a heading, a missing text is the whole section, which may be work.
  if (start < 0 || headingDepth(blocks[end]!, units) > 0) return []
  return blocks.filter((block, at) => !isText(block) && (at < start || at > end))
}

/** Returns the section whose heading is the document's title: the first one, if it is above all others. */
export function titleOf(root: FlowSection): FlowSection | null {
  const [first, ...others] = root.sections
  return first && (first.depth === 1 || others.length === 0) ? first : null
}

/** Level of a heading; 7 for a short, entirely bold paragraph; 0 for other blocks. */
function headingDepth(block: Element, units: UnitTables): number {
  const match = /^h([1-6])$/.exec(block.tagName)
  if (match) return Number(match[1])
  if (block.tagName === 'summary') return 7
  if (block.tagName !== 'p' || !isBold(block.children, units)) return 0
  return isLabel(textOfNodes(block.children, units, 'source')) ? 7 : 0
}

/** Whether the only content is one bold run, around a segment or inside it. */
function isBold(children: readonly RootContent[], units: UnitTables): boolean {
  const [only, ...others] = children.filter((child) => !isBlank(child))
  if (others.length > 0 || !only) return false
  if (only.type === 'slot') return isBold(unitOf(units, only.unit)?.source?.content ?? [], units)
  return isElement(only, 'strong', 'b')
}

/** Whether bold text can head a section: short, not a sentence, and not the first word of a note. */
function isLabel(text: string): boolean {
  if (/^(note|tip|important|warning|caution|attention|danger|remarks?)\b.{0,3}$/i.test(text)) return false
  return !/[.!?;,]$/.test(text) && text.split(' ').length <= 25
}

/** Lists the blocks of a document in order; unwraps wrappers, and wraps loose inline content in paragraphs. */
function flatten(children: readonly RootContent[]): Element[] {
  const blocks: Element[] = []
  let loose: ElementContent[] = []
  const close = (): void => {
    const content = trimNodes(loose)
    if (content.length > 0) blocks.push(paragraph(content))
    loose = []
  }
  for (const child of children) {
    if (child.type === 'doctype' || child.type === 'comment') continue
    if (child.type !== 'element' || !contains(child, isBlock)) {
      loose.push(child as ElementContent)
      continue
    }
    close()
    if (
      !isBlock(child) ||
      (WRAPPERS.test(child.tagName) && !isAlert(child) && !isMissing(child) && !isTabs(child))
    )
      append(blocks, [...markerOf(child), ...flatten(child.children)])
    else blocks.push(child)
  }
  close()
  return blocks
}

/** Replaces a wrapper whose content is for some readers only by an empty element that says for which. */
function markerOf({ properties }: Element): Element[] {
  const { dataZone, dataMoniker } = properties
  if (dataZone === undefined && dataMoniker === undefined) return []
  const kept = { ...(dataZone ? { dataZone } : {}), ...(dataMoniker ? { dataMoniker } : {}) }
  return [{ type: 'element', tagName: 'div', properties: kept, children: [] }]
}

/** Whether a block is useful to an operator. */
function isWorth(block: Element, units: UnitTables): boolean {
  if (isMarker(block)) return true
  const text = textOfNodes([block], units, 'source')
  return text === '' ? hasMedia(block) : !isAboutPage(text)
}

/** Whether a block replaces missing content, which renderers explain. */
function isMissing({ properties }: Element): boolean {
  return properties.dataMissing !== undefined
}

/** Whether a block just says for whom the next ones are. */
function isMarker({ properties }: Element): boolean {
  return properties.dataZone !== undefined || properties.dataMoniker !== undefined
}

/** Wraps content in a paragraph. */
export function paragraph(children: readonly ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [...children] }
}

/** Whether a block is a note, tip, warning or the like, which belongs to its neighbours. */
export function isAlert(node: RootContent): boolean {
  if (node.type !== 'element') return false
  if (node.tagName === 'blockquote') return true
  const { className, role, dataAlert } = node.properties
  const classes = Array.isArray(className) ? className.map(String) : []
  return (
    dataAlert !== undefined || role === 'note' || classes.some((name) => /^(alert|admonition)\b/i.test(name))
  )
}

/** Selects the notes among blocks; one that refers back (“This constraint …”) comes with the block before it. */
export function alertsOf(blocks: readonly Element[], units: UnitTables): readonly Element[] {
  const isNeeded = (at: number): boolean => {
    const text = isAlert(blocks[at]!) ? textOfNodes([blocks[at]!], units, 'source') : ''
    return REFERS_BACK.test(text)
  }
  return blocks.filter((block, at) => isAlert(block) || (at + 1 < blocks.length && isNeeded(at + 1)))
}

/** Begins a text that says more about the text before it. */
const REFERS_BACK =
  /^(?:(?:note|tip|important|caution|warning)\b:?\s*)?(?:(?:you|it|they) (?:can |must |should |may )?also\b|(?:this|these|that|those|such)\b)(?! (?:topics?|articles?|sections?|documents?|pages?|tables?|procedures?|steps?|guides?)\b)(?! \w+ (?:topic|article|section|document|page|table|procedure)\b)/i
