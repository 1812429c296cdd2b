import type { Element, Root } from 'hast'
import { otherSide, unitOf } from '../../model/text.ts'
import { visit } from '../../util/visit.ts'
import { directionOf } from '../i18n/direction-of.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Adds the other side’s plain text, if any, to each segment as `data-other`, for “show the source”. All pieces
 * of a split segment but the last are marked `data-continued`, so that it is shown only once.
 *
 * A segment that replaces the missing side of its unit gets the direction of its own language.
 */
export function addOtherSide(tree: Root, { document, side, locale }: PageScope): void {
  const pieces = new Map<string, Element>()
  visit(tree, 'element', (node) => {
    const { dataTtuId, lang } = node.properties
    if (typeof dataTtuId !== 'string') return
    const key = node.data?.unit ?? dataTtuId
    const unit = unitOf(document, key)
    const other = unit?.[side] ? unit[otherSide(side)]?.text : undefined
    if (other) {
      node.properties.dataOther = other
      const before = pieces.get(key)
      if (before) before.properties.dataContinued = ''
      pieces.set(key, node)
    }
    if (typeof lang === 'string' && directionOf(lang) !== directionOf(locale))
      node.properties.dir = directionOf(lang)
  })
}
