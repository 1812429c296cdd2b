import type { StrayDelimiter } from '../../model/document.ts'
import type { TranslationUnit, UnitDefect } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'

/**
 * A tool writes the delimiters that pair a translation with its source text, always in the same form. If they
 * have a different form (such as a quotation mark escaped as `&quot;`), are truncated or left over, other
 * tools do not find the units, and pages show markup as text.
 *
 * Damaged units usually occur in runs: each run has one finding.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101&quot;>Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const sxsMarkupDamaged = defineRule({
  id: 'sxs-markup-damaged',
  description: 'Delimiters of a unit are damaged, truncated or left over.',
  severity: 'error',
  tags: ['unit', 'markup'],
  check(document, report) {
    let run: TranslationUnit[] = []
    const endRun = () => {
      if (run.length > 0) report(damaged(run))
      run = []
    }
    for (const unit of unitsOf(document)) {
      if (isDamaged(unit)) run.push(unit)
      else endRun()
      if (unit.defects.includes('truncated')) report(truncated(unit))
    }
    endRun()
    const escaped = document.strays.filter((stray) => stray.reason === 'damaged')
    if (escaped.length > 0) report(escapedTags(escaped))
    for (const stray of document.strays) if (stray.reason !== 'damaged') report(leftOver(stray))
  },
})

/**
 * Whether delimiters are damaged, unless the translation is missing with them, which `unit-target-missing`
 * reports.
 */
function isDamaged(unit: TranslationUnit): boolean {
  return unit.defects.includes('damaged') && !unit.defects.includes('target-missing')
}

function damaged(run: readonly TranslationUnit[]): Finding {
  const [first, last] = [run[0]!, run.at(-1)!]
  const more = run.length > 1 ? ` and of the ${run.length - 1} after it, up to \`${last.id}\`` : ''
  return {
    reason: `Unexpected spelling of the delimiters of unit \`${first.id}\`${more}, expected \`<span data-ttu-id="…">…</span><span class="sxs-lookup"><span data-stu-id="…">…</span></span>\``,
    place: first.place,
    note: 'Look for `&quot;` or typographic quotation marks and for missing parts; if there are many, restore the file from the hand-off.',
    ...(last !== first && { related: { reason: 'The last one', place: last.place } }),
  }
}

function truncated(unit: TranslationUnit): Finding {
  const text = (unit.source ?? unit.target)?.text ?? ''
  return {
    reason: `Unexpected end of unit \`${unit.id}\` ${quote(text)}, expected its closing delimiter`,
    place: unit.place,
    note: 'Put `</span></span>` at the end of its source text. Lockstep guessed that end, so check the text after it too.',
  }
}

function escapedTags(strays: readonly StrayDelimiter[]): Finding {
  const [first, last] = [strays[0]!, strays.at(-1)!]
  const more = strays.length > 1 ? ` and in ${strays.length - 1} more tags after it` : ''
  return {
    reason: `Unexpected \`&quot;\` in ${quoteMarkup(first.markup)}${more}, expected \`"\``,
    place: first.place,
    actual: first.markup,
    expected: [first.markup.replaceAll('&quot;', '"')],
    note: 'Write the quotation marks of tags as `"`; if there are many, restore the file from the hand-off.',
    ...(last !== first && { related: { reason: 'The last one', place: last.place } }),
  }
}

const what: Partial<Readonly<Record<UnitDefect, string>>> = {
  'target-missing': 'a translation before it',
  'source-missing': 'a source text after it',
  truncated: 'its closing delimiter',
}

function leftOver(stray: StrayDelimiter): Finding {
  return {
    reason: `Unexpected ${quoteMarkup(stray.markup)} that belongs to no unit, expected ${what[stray.reason] ?? 'delimiters in pairs'}`,
    place: stray.place,
    actual: stray.markup,
    note: 'Restore the other half of the unit, or delete the delimiter if the unit was removed.',
  }
}
