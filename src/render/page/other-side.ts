import type { Element } from 'hast'
import { otherSide, unitOf } from '../../model/text.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { segmentKey } from '../segment-key.ts'
import { otherTextOf } from './other-text.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Returns a function that takes each segment, in document order, and sets `data-other` to the other side’s plain text if there is one;
 * “show the source” displays it. If a segment is in pieces, all but the last get `data-continued`, so that it is displayed only once,
 * and all the same `data-pieces`, so that they light up together.
 *
 * A segment that replaces the missing side of its unit gets the direction of its own language.
 */
export function createOtherSide({ document, side, locale }: PageScope): (node: Element) => void {
  const pieces = new Map<string, Element>()
  let split = 0
  return (node) => {
    const key = segmentKey(node)
    if (key === undefined) return
    const { lang } = node.properties
    const unit = unitOf(document, key)
    const segment = unit?.[side] ? unit[otherSide(side)] : undefined
    const other = segment && otherTextOf(segment)
    if (other) {
      node.properties.dataOther = other
      const before = pieces.get(key)
      if (before) {
        before.properties.dataContinued = ''
        before.properties.dataPieces ??= String(++split)
        node.properties.dataPieces = before.properties.dataPieces
      }
      pieces.set(key, node)
    }
    if (typeof lang === 'string' && directionOf(lang) !== directionOf(locale))
      node.properties.dir = directionOf(lang)
  }
}
