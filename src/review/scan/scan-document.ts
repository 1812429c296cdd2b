import { scanSxs } from '../../bitext/scan-sxs.ts'
import type { SxsUnit } from '../../bitext/sxs-piece.ts'
import { sideMarkup } from '../../bitext/unit-drafts.ts'
import { findFrontMatter } from '../../util/text/find-front-matter.ts'
import { plainText } from '../text/plain-text.ts'
import { scanFrontMatter } from './scan-front-matter.ts'
import type { ScannedDocument, ScannedUnit } from './scanned-document.ts'

/** Maximum nesting depth of units, as in the model: deeper ones are text of the unit around them. */
const DEEPEST = 20

/** Scans a text into its units and the text between them, in linear time and without parsing its markup. */
export function scanDocument(text: string): ScannedDocument {
  const front = findFrontMatter(text)
  const units: ScannedUnit[] = []
  const literals: string[] = []
  let literal = ''
  for (const piece of scanSxs(text)) {
    if (piece.type === 'text') {
      literal += text.slice(Math.max(piece.start, front?.end ?? 0), piece.end)
      continue
    }
    addUnit(text, piece, literals.length, 0, units)
    literals.push(literal)
    literal = ''
  }
  literals.push(literal)
  return { text, front: scanFrontMatter(front?.value ?? ''), units, literals }
}

function addUnit(text: string, unit: SxsUnit, slot: number, depth: number, units: ScannedUnit[]): void {
  const source = unit.source && sideMarkup(text, unit.source, 'source')
  const target = unit.target && sideMarkup(text, unit.target, 'target')
  const plain = source === null ? '' : plainText(source) || source.trim()
  units.push({ id: unit.id, source, target, plain, start: unit.start, end: unit.end, slot })
  if (depth === DEEPEST) return
  for (const side of [unit.target, unit.source])
    for (const inner of side?.units ?? []) addUnit(text, inner, slot, depth + 1, units)
}
