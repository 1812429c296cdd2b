import type { BilingualDocument } from '../../model/document.ts'
import type { Table, TableCell } from '../../model/table.ts'
import { otherSide, textOfParts } from '../../model/text.ts'
import type { Side, TranslationUnit } from '../../model/unit.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { type LiteralRun, literalCells } from '../literals/literal-cells.ts'
import { hasLiteralText } from '../literals/literal-text.ts'
import { isBlank } from '../text/blank.ts'
import { isProse } from '../text/prose.ts'

/**
 * The cells of the two locales match one to one: a cell with text in one locale has text in the other. If a
 * cell is blank on one side, readers of that locale miss a value; its text has often slipped into a
 * neighbouring cell.
 *
 * Text outside any unit in a cell, while other cells are translated, was never sent to translation. Since
 * numbers, names, commands, paths and URLs stay untranslated on purpose, only text of several plain words is
 * reported, as a warning.
 *
 * Fails:
 *
 * ```md
 * | <span data-ttu-id="1f2e3-101">État</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">State</span></span> | <span data-ttu-id="1f2e3-102">Effet</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Effect</span></span> |
 * |---|---|
 * | <span data-ttu-id="1f2e3-103">Arrêté</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Stopped</span></span> | The calls are sent to the other pool |
 * ```
 *
 * Passes:
 *
 * ```md
 * | <span data-ttu-id="1f2e3-101">État</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">State</span></span> | <span data-ttu-id="1f2e3-102">Commande</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Command</span></span> |
 * |---|---|
 * | <span data-ttu-id="1f2e3-103">Arrêté</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Stopped</span></span> | `Start-Service` |
 * ```
 */
export const cellOneToOne = defineRule({
  id: 'cell-one-to-one',
  description: 'A table cell has text on one side only, or text outside of any unit.',
  severity: 'error',
  tags: ['table'],
  check(document, report) {
    for (const table of document.tables) {
      // The places of an included table are in the included file, which has its own check.
      if (table.include !== undefined) continue
      for (const { cells } of table.rows) {
        for (const cell of cells) {
          const finding = oneSided(cell, table, document)
          if (finding) report(finding)
        }
      }
    }
    for (const run of literalCells(document)) {
      if (isProse(run.text)) report(untranslated(run))
    }
  },
})

function oneSided(cell: TableCell, table: Table, document: BilingualDocument): Finding | undefined {
  if (isFull(cell, document, 'source') && isFull(cell, document, 'target')) return undefined
  const units = cell.units.flatMap((key) => document.units[key] ?? [])
  if (units.length === 0 || units.some(isTangled)) return undefined
  const empty: Side = isVoid(units, 'target') ? 'target' : 'source'
  const full = otherSide(empty)
  if (isVoid(units, full) || hasLiteralText(cell.blocks)) return undefined
  const name = { source: 'source text', target: 'translation' } as const
  const text = textOfParts(
    cell.units.map((unit) => ({ unit })),
    document,
    full,
  )
  return {
    reason: `Unexpected table cell ${quote(text)} with a ${name[full]} only, expected its ${name[empty]} as well`,
    place: cell.place ?? units[0]!.place,
    note: `The cell is in row ${cell.row + 1}, column ${cell.column + 1} of table ${table.index + 1}. Check whether its text is in a neighbouring cell.`,
  }
}

/** Whether a unit of the cell has text on a side. */
function isFull(cell: TableCell, { units }: BilingualDocument, side: Side): boolean {
  for (const key of cell.units) {
    const segment = units[key]?.[side]
    if (segment && !isBlank(segment)) return true
  }
  return false
}

/** Whether a unit interleaves with another, so that its position is unreliable; `unit-nested` reports it. */
function isTangled(unit: TranslationUnit): boolean {
  return unit.defects.includes('crossed') || unit.defects.includes('nested')
}

function isVoid(units: readonly TranslationUnit[], side: Side): boolean {
  return units.every((unit) => {
    const segment = unit[side]
    return segment === null || isBlank(segment)
  })
}

function untranslated(run: LiteralRun): Finding {
  return {
    severity: 'warning',
    reason: `Unexpected text ${quote(run.text)} outside of any unit in a table cell, expected it to be translated as other cells are`,
    ...(run.place && { place: run.place }),
    actual: run.text,
    note: 'If it needs translation, have the localization tool create a unit for it; if it is code or a name, mark it as code.',
  }
}
