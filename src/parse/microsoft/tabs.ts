import type { Heading, Link } from 'mdast'
import { visit } from '../../util/tree/visit.ts'
import { container } from './div.ts'
import type { BlockContent, BlockParent, DefinitionContent, MicrosoftTransform } from './types.ts'

type Child = BlockContent | DefinitionContent

interface Tab {
  readonly link: Link
  readonly id: string
  readonly condition: string | undefined
}

/**
 * Turns headings that are links to `#tab/ID` into tab groups, which end at a thematic break or with their
 * parent.
 */
export const tabs: MicrosoftTransform = (tree, { holds }) => {
  if (!holds.tabs) return
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem') return
    const parent = node as BlockParent
    if (!parent.children.some((child) => tabOf(child as Child))) return
    parent.children = group(parent.children as Child[])
  })
}

function group(children: Child[]): Child[] {
  const result: Child[] = []
  let sections: Child[] | null = null
  for (const child of children) {
    const tab = tabOf(child)
    if (tab) {
      if (sections === null) {
        sections = []
        result.push(container('div', { className: ['tabs'] }, sections as BlockContent[]))
      }
      sections.push(section(tab, child as Heading))
    } else if (sections !== null && child.type === 'thematicBreak') {
      sections = null
    } else if (sections === null) {
      result.push(child)
    } else {
      const last = sections[sections.length - 1] as ReturnType<typeof container>
      last.children.push(child as BlockContent)
    }
  }
  return result
}

function section(tab: Tab, heading: Heading): Child {
  const title: Child = {
    type: 'paragraph',
    children: heading.children.flatMap((child) => (child === tab.link ? tab.link.children : [child])),
    data: { hProperties: { className: ['tab-title'] } },
    ...(heading.position ? { position: heading.position } : {}),
  }
  const condition = tab.condition ? { dataCondition: tab.condition } : {}
  return container('section', { className: ['tab'], dataTab: tab.id, ...condition }, [title])
}

function tabOf(node: Child): Tab | null {
  if (node.type !== 'heading') return null
  const content = node.children.filter(
    (child) => child.type !== 'html' && !(child.type === 'text' && child.value.trim() === ''),
  )
  const link = content[0]
  if (content.length !== 1 || link?.type !== 'link') return null
  const match = /^#tab\/([^/]+)(?:\/([^/]*))?\/?$/i.exec(link.url)
  return match ? { link, id: match[1]!, condition: match[2] || undefined } : null
}
