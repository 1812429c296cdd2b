import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, linksIn, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { alternativesOffered } from '../language/alternatives.ts'
import { itemsOf } from '../steps/steps.ts'

/** The links of the lists among blocks that offer sections of the page: each item links to one of them. */
export function offeredLinks(blocks: readonly Element[], units: UnitTables): readonly string[] {
  return blocks.flatMap((list, at) => {
    if (!isElement(list, 'ul', 'ol')) return []
    const lead = blocks.slice(0, at).findLast((block) => !isAlert(block))
    if (!isElement(lead, 'p') || alternativesOffered(textOfNodes([lead], units, 'source')) === null) return []
    const links = itemsOf(list).map((item) => linksIn([item], units).find((href) => href.startsWith('#')))
    return links.length > 1 && links.every((href) => href !== undefined) ? links : []
  })
}
