import type { BilingualDocument } from '../../model/document.ts'
import type { Report, RuleContext } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { placeIn } from '../text/prose-markup.ts'
import { type ChangedLiteral, changedLiterals } from './changed-literals.ts'
import { type LiteralKind, literalState } from './literal-state.ts'
import type { Pair } from './sound-pairs.ts'

/** Reports the literals of certain kinds that translations lack, one finding per unit. */
export function reportLost(
  document: BilingualDocument,
  report: Report,
  { otherTranslations }: RuleContext,
  { isOne, note }: { readonly isOne: (kind: LiteralKind) => boolean; readonly note: string },
): void {
  for (const { pair, literals } of changedLiterals(document)) {
    const lost = literals.filter(({ kind, state }) => state === 'lost' && isOne(kind))
    const [first] = lost
    if (!first) continue
    const { unit, target } = pair
    const { sourceLocale } = document
    const evidence = evidenceOfOthers(otherTranslations?.(unit.key) ?? [], ({ locale, target: other }) =>
      lost.some((one) => literalState(other, one, { sourceLocale, targetLocale: locale }) === 'lost'),
    )
    const fix = wholeFix(pair, first.text)
    report({
      reason: `Unexpected translation of unit \`${unit.id}\` without ${nameAll(lost)}, expected it as in the source text`,
      place: target.place,
      unit: unit.key,
      actual: target.text,
      expected: lost.map(({ text }) => text),
      ...withEvidence(evidence, { note }),
      ...(fix && { fix }),
    })
  }
}

/** Returns a repair if the source text is only a literal: replaces the translation with the literal. */
export function wholeFix({ source, target }: Pair, text: string) {
  if (source.content || target.content || source.markup.trim() !== text) return undefined
  const start = target.markup.length - target.markup.trimStart().length
  return { place: placeIn(target, start, start + target.markup.trim().length), text }
}

function nameAll(lost: readonly ChangedLiteral[]): string {
  return enumerate(lost.map(({ kind, text }) => `${kind} ${quoteMarkup(text)}`))
}
