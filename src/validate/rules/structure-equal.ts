import type { Segment, Side, StructureHazard } from '../../model/unit.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { type InlineKind, inlineCodes } from '../literals/inline-codes.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { leadingBlock, unitsAtLineStart } from '../text/leading-block.ts'

/**
 * The text of a unit is part of Markdown, so its characters can change the structure around it. A `|` in a
 * table cell starts a new cell, a `#` at the start of a line a heading; an unclosed `**` shows as asterisks,
 * or makes the rest of the paragraph bold. If only one side does that, the pages of the two locales differ in
 * structure.
 *
 * A mark without partner in the source text only is a hint. Characters on both sides are not reported, since they change both pages in the same way. Neither are
 * characters that are usually intended as text: brackets outside links, and a single `_` or `*` (`_tcp`,
 * `*.contoso.com`) unless the sides differ in emphasis. `inline-equal` and `code-equal` report marks that
 * break a link, an image or code.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">**Remarque : redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">**Note:** restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">**Remarque :** redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">**Note:** restart the server.</span></span>
 * ```
 */
export const structureEqual = defineRule({
  id: 'structure-equal',
  description: 'The text of only one side changes the structure of the document around it.',
  severity: 'warning',
  tags: ['unit', 'markup'],
  check(document, report) {
    const atLineStart = unitsAtLineStart(document)
    for (const { unit, source, target } of soundPairs(document)) {
      const starts = unit.syntax === 'markdown' && atLineStart.has(unit.key)
      if (!source.structure && !target.structure && !(starts && mayLead(source, target))) continue
      for (const [side, one, other] of [
        ['target', target, source],
        ['source', source, target],
      ] as const) {
        const hazards = [...(starts ? leadingHazard(one, other) : []), ...without(one, other)]
        for (const group of groupBy(hazards, ({ type }) => type).values())
          report(finding(group, side, unit.id))
      }
    }
  },
})

/** Whether either side may start with a block mark, by its first characters. */
function mayLead(source: Segment, target: Segment): boolean {
  return !(/^[\p{L}(]/u.test(source.markup) && /^[\p{L}(]/u.test(target.markup))
}

/** A mark that starts a block on this side, if the other side starts none or a different one. */
function leadingHazard(one: Segment, other: Segment): readonly StructureHazard[] {
  const [{ kind, mark }, otherKind] = [leadingBlock(one), leadingBlock(other).kind]
  if (kind === 'none' || kind === otherKind) return []
  return [{ type: 'block', actual: mark, place: one.place }]
}

/** Hazards in one segment without counterpart in the other. */
function without(one: Segment, other: Segment): readonly StructureHazard[] {
  if (!one.structure) return []
  const [codes, others] = [inlineCodes(one), inlineCodes(other)]
  const differs = kinds.some((kind) => codes[kind].length !== others[kind].length)
  const left = new Map<string, number>()
  for (const hazard of other.structure ?? []) left.set(keyOf(hazard), (left.get(keyOf(hazard)) ?? 0) + 1)
  return one.structure.filter((hazard) => {
    // `inline-equal` and `code-equal` report marks that break a link, an image or code.
    if (differs && hazard.type === 'unclosed' && /^(?:!?\[|\]\(?|`+)$/.test(hazard.actual)) return false
    if (hazard.type === 'unclosed' && isText(hazard.actual, codes.emphasis.length !== others.emphasis.length))
      return false
    // What both pages show is meant: “the _ (underscore)”.
    if (/^[*_]$/.test(hazard.actual) && countIn(one, hazard.actual) <= countIn(other, hazard.actual))
      return false
    const count = left.get(keyOf(hazard)) ?? 0
    left.set(keyOf(hazard), count - 1)
    return count <= 0
  })
}

const kinds: readonly InlineKind[] = ['link', 'image', 'code']

function countIn({ text }: Segment, mark: string): number {
  return text.split(mark).length - 1
}

function isText(mark: string, emphasisDiffers: boolean): boolean {
  return /^[<[\]]$/.test(mark) || ((mark === '_' || mark === '*') && !emphasisDiffers)
}

/** Key for comparison: all blocks are equal, everything else is compared as written. */
function keyOf({ type, actual }: StructureHazard): string {
  return type === 'block' ? type : `${type} ${foldSpace(actual)}`
}

/** Effect of the characters, expected text, and advice. */
const effects: Readonly<
  Record<StructureHazard['type'], readonly [effect: string, expected: string, note: string]>
> = {
  block: [
    'which starts a new block',
    'text that stays in its paragraph',
    'If it is meant as text, put `\\` before it; remove blank lines.',
  ],
  pipe: ['which starts a new table cell', '`\\|`', 'Put `\\` before it.'],
  unclosed: [
    'without partner',
    'marks in pairs',
    'Add the missing mark, remove a space that separates it from its text, or put `\\` before it if it is meant as text.',
  ],
  html: [
    'without partner',
    'tags in pairs',
    'Add the missing tag, or write `&lt;` for `<` if it is meant as text.',
  ],
}

function finding(hazards: readonly StructureHazard[], side: Side, id: string): Finding {
  const { type, place } = hazards[0]!
  const [effect, expected, note] = effects[type]
  const [where, other] =
    side === 'target' ? ['the translation', 'the source text'] : ['the source text', 'the translation']
  const actual = hazards.map((hazard) => hazard.actual)
  return {
    reason: `Unexpected ${enumerate(actual.map((text) => quoteMarkup(text, 40)))} in ${where} of unit \`${id}\` ${effect}, expected ${expected} as in ${other}`,
    place,
    actual: actual.join(' '),
    note,
    // A translation can lose a heading, but not a fault of the source text.
    ...(side === 'source' && type === 'unclosed' && { severity: 'info' as const }),
  }
}
