import type { Segment } from '../../model/unit.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { type ChangedLiteral, changedLiterals } from '../literals/changed-literals.ts'
import { literalPattern, literalState } from '../literals/literal-state.ts'
import { literalsOf } from '../literals/literals.ts'
import { wholeFix } from '../literals/lost-literals.ts'
import type { Pair } from '../literals/sound-pairs.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * Commands, parameters, URLs, paths and file names keep their letter case. PowerShell does not distinguish
 * `Get-Csuser` from `Get-CsUser`, but readers search for the usual spelling, and web servers and Unix are
 * case-sensitive.
 *
 * E-mail addresses, and host and file names with a capital at the start of a sentence, are not reported. For
 * host names and GUIDs, in which letter case has no meaning, the finding is a hint.
 *
 * The repair copies the literal from the source text.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Exécutez test-CsTopology.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Run Test-CsTopology.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Exécutez Test-CsTopology.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Run Test-CsTopology.</span></span>
 * ```
 */
export const literalCase = defineRule({
  id: 'literal-case',
  description:
    'A command, path, URL or name has different letter case in the translation than in the source text.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const { sourceLocale } = document
    for (const { pair, literals } of changedLiterals(document)) {
      const { unit, target } = pair
      for (const literal of literals) {
        if (literal.state !== 'case') continue
        const evidence = evidenceOfOthers(
          otherTranslations?.(unit.key) ?? [],
          ({ locale, target: other }) =>
            literalState(other, literal, { sourceLocale, targetLocale: locale }) !== 'kept',
        )
        const severity = isHint(literal) ? 'info' : undefined
        const whole = wholeFix(pair, literal.text)
        const found = whole
          ? [{ place: whole.place, actual: target.text, fix: whole }]
          : placesOf(literal, pair)
        const spellings = [literal.text, ...(literal.spellings ?? [])]
        for (const { place, actual, fix } of found) {
          report({
            reason: `Unexpected ${literal.kind} ${quoteMarkup(actual)} in the translation of unit \`${unit.id}\`, expected ${spellings.map((text) => quoteMarkup(text)).join(' or ')} as in the source text`,
            place,
            unit: unit.key,
            actual,
            expected: spellings,
            ...withEvidence(evidence, { note: 'Copy it from the source text.', severity }),
            // If the source text has several spellings, none is the only right one.
            ...(fix && spellings.length === 1 && { fix }),
          })
        }
      }
    }
  },
})

function isHint({ kind, text }: ChangedLiteral): boolean {
  return kind === 'host name' || (kind === 'identifier' && text.includes('-'))
}

/**
 * The places of a literal in different letter case, outside literals that match the source text; if escapes
 * hide them, the whole segment without a repair.
 */
function placesOf(
  { kind, text }: ChangedLiteral,
  { source, target }: Pair,
): readonly (Pick<Finding, 'fix'> & { readonly place: Segment['place']; readonly actual: string })[] {
  const kept = literalsOf(source.text).flatMap((literal) => [
    ...target.markup.matchAll(literalPattern(literal.kind, literal.text, 'g')),
  ])
  const isKept = (start: number, end: number) =>
    kept.some(({ index, 0: { length } }) => index <= start && end <= index + length)
  const found = [...target.markup.matchAll(literalPattern(kind, text, 'gi'))].filter(
    // Not in the destination of a link.
    ({ index, 0: actual }) =>
      actual !== text &&
      !isKept(index, index + actual.length) &&
      !/(?:\]\(|(?:href|src)\s*=\s*["'])[^()\s"']*$/i.test(target.markup.slice(0, index)),
  )
  if (found.length === 0) return [{ place: target.place, actual: target.text }]
  return found.map(({ index, 0: actual }) => {
    const place = placeIn(target, index, index + actual.length)
    return { place, actual, fix: { place, text } }
  })
}
