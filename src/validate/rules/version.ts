import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { type Version, versionsOf } from '../literals/versions.ts'
import { languageOf } from '../text/language-of.ts'
import { placeIn, proseMarkup } from '../text/prose-markup.ts'
import { textWithoutCode } from '../text/prose-text.ts'

/**
 * The point in a version is no decimal mark: languages with a decimal comma write “TLS 1.2”, too. Machine translation makes “TLS 1,2” of it,
 * which nobody finds in a list of versions, and which reads as two of them.
 *
 * A number with two parts is a version after a name (“TLS”, “.NET”, “Windows”), after a word such as “version”, and in a list with another
 * version. Numbers before units, and other numbers, are measures and have a comma rightly. `literal-token` compares versions with more parts.
 *
 * If the document is read in several locales and most of them have a comma too, the finding is a hint.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Activez TLS 1,2 sur le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Enable TLS 1.2 on the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">TLS 1.2 nécessite un processeur de 2,5 GHz.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">TLS 1.2 requires a processor with 2.5 GHz.</span></span>
 * ```
 */
export const version = defineRule({
  id: 'version',
  description: 'A version has a decimal comma instead of its point.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    if (languageOf(document.sourceLocale) !== 'en') return
    for (const pair of soundPairs(document)) {
      const { unit, source, target } = pair
      if (!/\d,\d/.test(target.text) || unit.context.kind === 'code') continue
      const versions = versionsOf(textWithoutCode(source))
      for (const { text, name, count } of commaVersions(versions, target.text)) {
        const evidence = evidenceOfOthers(
          otherTranslations?.(unit.key) ?? [],
          ({ target: other }) => commaVersions(versions, other.text).length > 0,
        )
        for (const { place, fix } of placesOf(pair, text, name, count)) {
          report({
            reason: `Unexpected ${quote(text.replace('.', ','))} in the translation of unit \`${unit.id}\`, expected version ${quoteMarkup(text)} as in the source text`,
            place,
            unit: unit.key,
            actual: text.replace('.', ','),
            expected: [text],
            ...withEvidence(evidence, { note: 'Write versions with a point, in every language.' }),
            ...(fix && { fix }),
          })
        }
      }
    }
  },
})

/** A version that a text has with a comma, and how many of them lack their point. */
interface CommaVersion extends Version {
  readonly count: number
}

/** Versions of which a text has fewer than the source text, but with a comma. */
function commaVersions(versions: readonly Version[], text: string): readonly CommaVersion[] {
  const seen = new Set<string>()
  return versions.flatMap((one) => {
    if (seen.has(one.text)) return []
    seen.add(one.text)
    const wanted = versions.filter((other) => other.text === one.text).length
    const count = wanted - countOf(text, one.text)
    return count > 0 && countOf(text, one.text.replace('.', ',')) > 0 ? { ...one, count } : []
  })
}

function countOf(text: string, number: string): number {
  return text.match(patternOf(number))?.length ?? 0
}

/** Matches a number that is no part of a longer one. */
function patternOf(number: string): RegExp {
  return new RegExp(`(?<![\\d.,])${number.replace('.', '\\.')}(?![\\d]|[.,]\\d)`, 'g')
}

/** The places of a version with a comma; if the same number is also a measure, those after the version's name. */
function placesOf(
  { unit, target }: Pair,
  text: string,
  name: string,
  count: number,
): readonly Pick<Finding & { place: NonNullable<Finding['place']> }, 'place' | 'fix'>[] {
  const prose = proseMarkup(target, unit.syntax)
  const all = [...prose.matchAll(patternOf(text.replace('.', ',')))].map(({ index }) => index)
  const named = all.filter((at) => prose.slice(Math.max(0, at - name.length - 3), at).includes(name))
  const right = all.length <= count ? all : name !== '' && named.length <= count ? named : []
  if (right.length === 0) return [{ place: target.place }]
  return right.map((at) => {
    const place = placeIn(target, at, at + text.length)
    return { place, fix: { place, text } }
  })
}
