import type { BilingualDocument } from '../../model/document.ts'
import { memoize } from '../../util/memoize.ts'
import { type Pair, soundPairs, withPairs } from '../literals/sound-pairs.ts'
import type { Finding, Rule } from './define-rule.ts'
import { unitFinder } from './find-unit.ts'
import type { RuleSettings } from './rule-settings.ts'

/**
 * The pairs of a document that rules have to look at: labels and standard sentences repeat in many documents, and rules that look at pairs alone
 * find nothing in one in which they found nothing before.
 */
export interface FreshPairs {
  /** The same document, with these pairs only. */
  readonly document: BilingualDocument
  /** Records findings of a rule that looks at pairs alone. */
  see(findings: readonly Finding[]): void
  /** Records that a rule has failed, so that nothing is known of the document. */
  forget(): void
  /** Remembers the pairs without findings, once all rules have run. */
  remember(): void
}

/** Maximum number of pairs to remember for two locales, and of characters of one: longer texts hardly repeat. */
const MOST = 50_000
const LONGEST = 500

/** Texts of the pairs without findings by settings, which the documents of a run share, then by locales. */
const CLEAN = new WeakMap<
  RuleSettings,
  { readonly rules: readonly Rule[]; readonly of: (locales: string) => Set<string> }
>()

/** Finds the pairs of a document that no document with the same settings and locales had without findings. */
export function freshPairs(
  document: BilingualDocument,
  settings: RuleSettings,
  rules: readonly Rule[],
): FreshPairs {
  const clean = cleanTexts(document, settings, rules)
  const all = soundPairs(document)
  const pairs: Pair[] = []
  /** What can be remembered, by place in these pairs. */
  const texts: (string | undefined)[] = []
  for (const pair of all) {
    const own = textsOf(pair)
    if (own !== undefined && clean.has(own)) continue
    pairs.push(pair)
    texts.push(own)
  }
  const findUnit = unitFinder(document.units)
  const withFindings = new Set<string>()
  let isKnown = true
  return {
    document: pairs.length < all.length ? withPairs(document, pairs) : document,
    see(findings) {
      for (const finding of findings) {
        const unit = findUnit(finding)
        if (unit) withFindings.add(unit.key)
        else isKnown = false
      }
    },
    forget() {
      isKnown = false
    },
    remember() {
      if (!isKnown) return
      if (clean.size > MOST) clean.clear()
      for (const [at, own] of texts.entries())
        if (own !== undefined && !withFindings.has(pairs[at]!.unit.key)) clean.add(own)
    },
  }
}

function cleanTexts(
  { sourceLocale, targetLocale }: BilingualDocument,
  settings: RuleSettings,
  rules: readonly Rule[],
): Set<string> {
  let known = CLEAN.get(settings)
  if (known?.rules !== rules) {
    known = { rules, of: memoize(() => new Set<string>()) }
    CLEAN.set(settings, known)
  }
  return known.of(`${sourceLocale} ${targetLocale}`)
}

/** All that a rule about pairs sees of a pair, as one text; `undefined` if it sees more of the document, or the pair is long or rare. */
function textsOf({ unit, source, target }: Pair): string | undefined {
  const { syntax, context, defects, structural = false } = unit
  const [ours, theirs] = [source.markup, target.markup]
  if (ours.length + theirs.length > LONGEST || defects.length > 0 || source.structure || target.structure)
    return undefined
  // The definitions of links and what is a formula are settled by the document.
  if ((source.content || target.content) && (dependent.test(ours) || dependent.test(theirs))) return undefined
  return `${syntax} ${context.kind} ${structural} ${ours}\0${theirs}`
}

const dependent = /[[$\\]/
