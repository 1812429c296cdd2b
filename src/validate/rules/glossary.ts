import type { GlossaryEntry } from '../../model/glossary.ts'
import { memoize } from '../../util/memoize.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { defineRule, type RuleContext } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'
import { createFindTerms } from '../literals/glossary-index.ts'
import { hasTerm, mayHaveTerm } from '../literals/has-term.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * Translations use the terms of the glossary, in any of their listed forms, and no forbidden terms.
 *
 * The rule needs a glossary in the option `file`: a CSV file with lines `source,target,options`, or TBX (ISO
 * 30042). The options of a line are `case`, `forbidden`, `locale=fr-FR`, `form=…` and `source-form=…`,
 * separated by `;`. With the rule's option `caseSensitive: true`, letter case counts for all terms.
 *
 * A translation has a term if it contains the beginning of each of its words, since languages inflect words
 * and insert others. So the rule does not find a wrong form of the right term, and verbs whose stem changes
 * need their forms listed. A term in a name that stays as it is (“Exchange Server”) needs no translation.
 *
 * Options:
 *
 * ```json
 * { "terms": [{ "sources": ["server"], "targets": ["serveur"], "forbidden": ["machine"], "caseSensitive": false }] }
 * ```
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez l’ordinateur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez les serveurs.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the servers.</span></span>
 * ```
 */
export const glossary = defineRule({
  id: 'glossary',
  description: 'A term is not translated as in the glossary.',
  severity: 'warning',
  recommended: false,
  tags: ['unit', 'content', 'terminology'],
  checksPairs: true,
  check(document, report, { options }) {
    const entries = entriesFor(document.targetLocale, options)
    if (entries.length === 0) return
    const caseSensitive = options?.caseSensitive === true
    const findTerms = (caseSensitive ? findExactly : findAnyhow)(entries)
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || unit.syntax === 'text') continue
      const text = proseText(target)
      if (text === '') continue
      const original = proseText(source)
      for (const { entry, term, places } of findTerms(original)) {
        const isExact = caseSensitive || entry.caseSensitive
        const forbidden = entry.forbidden.filter(
          (wrong) =>
            hasTerm(text, wrong, isExact) &&
            !entry.targets.some((right) => includes(right, wrong) && hasTerm(text, right, isExact)),
        )
        const isMissing =
          entry.targets.length > 0 &&
          !entry.targets.some((right) => mayHaveTerm(text, right, isExact)) &&
          !places.every(([start, end]) => isInName(original, start, end, text))
        if (forbidden.length === 0 && !isMissing) continue
        const wanted = enumerate(entry.targets.map((right) => quote(right)))
        report({
          reason:
            forbidden.length > 0
              ? `Unexpected term ${enumerate(forbidden.map((wrong) => quote(wrong)))} for ${quote(term)} in the translation of unit \`${unit.id}\`${wanted && `, expected ${wanted}`}`
              : `Unexpected translation of ${quote(term)} in unit \`${unit.id}\`, expected ${wanted} as in the glossary`,
          place: target.place,
          actual: target.text,
          expected: entry.targets,
          note: 'Use the term of the glossary. If the translation has a form that the glossary lacks, add it to the glossary.',
        })
      }
    }
  },
})

/** Whether a term is part of a name that the translation keeps: with a capital, next to another such word. */
function isInName(source: string, start: number, end: number, target: string): boolean {
  if (!/^\p{Lu}/u.test(source.slice(start, start + 2))) return false
  const before = /\p{Lu}[\p{L}\p{N}]*\s$/u.exec(source.slice(Math.max(0, start - 40), start))?.[0]
  const after = /^\s\p{Lu}[\p{L}\p{N}]*/u.exec(source.slice(end, end + 40))?.[0]
  const term = source.slice(start, end)
  return (
    (before !== undefined && target.includes(before + term)) ||
    (after !== undefined && target.includes(term + after))
  )
}

const findAnyhow = memoize((entries: readonly GlossaryEntry[]) => createFindTerms(entries))
const findExactly = memoize((entries: readonly GlossaryEntry[]) => createFindTerms(entries, true))

/** The entries for a locale; the same list for the same options, so that its index is built once. */
function entriesFor(locale: string, options: RuleContext['options']): readonly GlossaryEntry[] {
  const terms = options?.terms
  if (!Array.isArray(terms)) return []
  const byLocale = known.get(terms) ?? new Map<string, readonly GlossaryEntry[]>()
  known.set(terms, byLocale)
  const entries = byLocale.get(locale) ?? terms.filter(isEntry).filter((entry) => isFor(entry, locale))
  byLocale.set(locale, entries)
  return entries
}

const known = new WeakMap<readonly unknown[], Map<string, readonly GlossaryEntry[]>>()

/** Whether an entry applies to a locale: to all, to this one, or to its language. */
function isFor({ targetLocale }: GlossaryEntry, locale: string): boolean {
  if (targetLocale === undefined) return true
  const tag = canonicalLocale(targetLocale) ?? targetLocale
  return tag === canonicalLocale(locale) || tag === languageOf(locale)
}

function isEntry(value: unknown): value is GlossaryEntry {
  if (typeof value !== 'object' || value === null) return false
  const { sources, targets, forbidden, caseSensitive } = value as Partial<
    Record<keyof GlossaryEntry, unknown>
  >
  const areTexts = (list: unknown) => Array.isArray(list) && list.every((text) => typeof text === 'string')
  return areTexts(sources) && areTexts(targets) && areTexts(forbidden) && typeof caseSensitive === 'boolean'
}

function includes(term: string, part: string): boolean {
  return term.toLowerCase().includes(part.toLowerCase())
}
