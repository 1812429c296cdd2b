import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { defineRule, type Finding, type Severity } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { brokenMark } from '../literals/broken-mark.ts'
import { inlineCodes } from '../literals/inline-codes.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { type CodeDifference, codeDifference } from '../text/code-difference.ts'
import { codeSpans } from '../text/code-spans.ts'
import { differenceReason } from '../text/difference-reason.ts'
import { formulaDifference } from '../text/formula-difference.ts'
import { isProse } from '../text/prose.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * Code is not translated: both sides of a unit have the same code equally often, in any order. Different code
 * usually means that machine translation has translated a command or a path; missing code, that its backticks
 * were lost.
 *
 * White space at the ends, and the amount of white space inside, do not count. The finding is a warning if
 * only the number of occurrences differs, since some languages repeat a name where others say “it”, and a
 * hint if only placeholders (`<name>`) were translated or the code is a sentence.
 *
 * If the document is read in several locales and most of them differ too, the finding is a hint: the source
 * text may be wrong.
 *
 * Formulas (`$x^2$`) are code too, apart from the words and the white space in them; a different or missing one is a warning.
 *
 * If a single piece of code differs, the repair copies it from the source text.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Exécutez `Obtenir-Utilisateur`.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Run `Get-User`.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Avec ` -Force`, exécutez `Get-User`.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Run `Get-User` with `-Force`.</span></span>
 * ```
 */
export const codeEqual = defineRule({
  id: 'code-equal',
  description: 'Code differs between the sides of a unit.',
  severity: 'error',
  tags: ['unit', 'markup'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    for (const { unit, source, target } of soundPairs(document)) {
      const formulas = formulaDifference(source, target)
      if (!isSame(formulas)) {
        const alike = evidenceOfOthers(
          otherTranslations?.(unit.key) ?? [],
          ({ target: other }) => !isSame(formulaDifference(source, other)),
        )
        report({
          reason: reasonOf('formula', unit.id, formulas),
          place: target.place,
          unit: unit.key,
          actual: formulas.extra.join('\n'),
          expected: [formulas.missing.join('\n')],
          ...withEvidence(alike, {
            note: 'Copy the formula from the source text, and translate only words in it.',
            severity: 'warning',
          }),
        })
      }
      const difference = codeDifference(source, target)
      if (isSame(difference)) continue
      const evidence = evidenceOfOthers(
        otherTranslations?.(unit.key) ?? [],
        ({ target: other }) => !isSame(codeDifference(source, other)),
      )
      const [expected, actual] = [inlineCodes(source).code, inlineCodes(target).code]
      const broken = actual.length < expected.length ? brokenMark(target, source, 'code') : undefined
      const fix = fixOf(unit, source, target, difference)
      report({
        reason: reasonOf('code', unit.id, difference),
        place: broken?.place ?? fix?.place ?? target.place,
        unit: unit.key,
        actual: actual.join('\n'),
        expected: [expected.join('\n')],
        ...withEvidence(evidence, {
          note: broken
            ? `Markdown shows ${quoteMarkup(broken.actual)} as text: look for the missing backtick.`
            : 'Do not translate code: copy it from the source text.',
          severity: severityOf(difference, expected, actual),
        }),
        ...(fix && { fix }),
      })
    }
  },
})

function isSame({ missing, extra }: CodeDifference): boolean {
  return missing.length === 0 && extra.length === 0
}

function severityOf(
  { missing, extra }: CodeDifference,
  expected: readonly string[],
  actual: readonly string[],
): Severity | undefined {
  if (missing.every((code) => actual.includes(code)) && extra.every((code) => expected.includes(code)))
    return 'warning'
  if (missing.length !== extra.length) return undefined
  const sorted = (codes: readonly string[]) => codes.map(withoutPlaceholders).sort().join('\n')
  return missing.every(isProse) || sorted(missing) === sorted(extra) ? 'info' : undefined
}

/** Removes the names of placeholders. */
function withoutPlaceholders(code: string): string {
  return code.replace(/<[^<>]+>|\{[^{}]+\}/g, '<>')
}

/** The repair, if a single piece of code differs: the code of the source text with its delimiters. */
function fixOf(
  { syntax }: TranslationUnit,
  source: Segment,
  target: Segment,
  { missing, extra }: CodeDifference,
): Finding['fix'] {
  if (missing.length !== 1 || extra.length !== 1) return undefined
  const only = (segment: Segment, text: string) => {
    const found = codeSpans(segment, syntax)?.filter((span) => span.text === text) ?? []
    return found.length === 1 ? found[0] : undefined
  }
  const [right, wrong] = [only(source, missing[0]!), only(target, extra[0]!)]
  return right && wrong
    ? { place: placeIn(target, wrong.start, wrong.end), text: source.markup.slice(right.start, right.end) }
    : undefined
}

function reasonOf(kind: 'code' | 'formula', id: string, { missing, extra }: CodeDifference): string {
  const name = (values: readonly string[]) =>
    values.length === 0 ? '' : `${kind} ${enumerate(values.map((value) => quoteMarkup(value)))}`
  return differenceReason(id, name(extra), name(missing))
}
