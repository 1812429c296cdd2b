import type { TranslationUnit } from '../../model/unit.ts'
import { readUnitId } from '../../model/unit-id.ts'
import { unitsOf } from '../../model/units-of.ts'
import { longestIncreasing } from '../../util/data/longest-increasing.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * The number of a unit is its position in the source document, so numbers increase from the start of a
 * document to its end. A unit out of order was moved by hand, or is in the wrong place. Merged units (`p101`)
 * are numbered separately, and so is each prefix.
 *
 * The rule reports only units that must move to restore the order.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Un</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">One</span></span>
 *
 * <span data-ttu-id="1f2e3-109">Neuf</span><span class="sxs-lookup"><span data-stu-id="1f2e3-109">Nine</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Deux</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Two</span></span>
 *
 * <span data-ttu-id="1f2e3-103">Trois</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Three</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Un</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">One</span></span>
 *
 * <span data-ttu-id="1f2e3-p101">Deux. Trois.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-p101">Two. Three.</span></span>
 *
 * <span data-ttu-id="1f2e3-104">Quatre</span><span class="sxs-lookup"><span data-stu-id="1f2e3-104">Four</span></span>
 * ```
 */
export const unitOrder = defineRule({
  id: 'unit-order',
  description: 'A unit is not in the order of its number.',
  severity: 'warning',
  tags: ['unit'],
  check(document, report) {
    for (const series of numberedSeries(unitsOf(document))) {
      const numbers = series.map(({ id }) => readUnitId(id).ordinal!)
      if (numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)) continue
      const kept = longestIncreasing(numbers)
      const following = nextKept(series, kept)
      let previous: TranslationUnit | undefined
      for (const [index, unit] of series.entries()) {
        if (kept.has(index)) previous = unit
        else report(outOfOrder(unit, previous, following[index]))
      }
    }
  },
})

/** For each unit, the next one that keeps its place. */
function nextKept(series: readonly TranslationUnit[], kept: ReadonlySet<number>) {
  const following: (TranslationUnit | undefined)[] = []
  let next: TranslationUnit | undefined
  for (let index = series.length - 1; index >= 0; index--) {
    following[index] = next
    if (kept.has(index)) next = series[index]
  }
  return following
}

/** Units with numbers, by prefix and kind; repeated ids are left to `unit-id-unique`. */
function numberedSeries(units: readonly TranslationUnit[]): Iterable<TranslationUnit[]> {
  const series = new Map<string, TranslationUnit[]>()
  for (const unit of units) {
    const { prefix, ordinal, merged } = readUnitId(unit.id)
    if (ordinal === null || unit.defects.includes('id-doubled')) continue
    if (unit.defects.includes('crossed') && !unit.target) continue
    const name = (merged ? 'p ' : ' ') + prefix
    const list = series.get(name)
    if (list) list.push(unit)
    else series.set(name, [unit])
  }
  return series.values()
}

function outOfOrder(
  unit: TranslationUnit,
  previous: TranslationUnit | undefined,
  next: TranslationUnit | undefined,
): Finding {
  const where = [previous && `after \`${previous.id}\``, next && `before \`${next.id}\``]
    .filter(Boolean)
    .join(' and ')
  const neighbour = previous ?? next
  return {
    reason: `Unexpected unit \`${unit.id}\` ${quote((unit.target ?? unit.source)?.text ?? '')} ${where}, expected units in the order of their numbers`,
    place: unit.place,
    actual: unit.id,
    note: 'Compare the order with that of the source document, and move the unit back if it was moved by mistake.',
    ...(neighbour && { related: { reason: `Unit \`${neighbour.id}\``, place: neighbour.place } }),
  }
}
