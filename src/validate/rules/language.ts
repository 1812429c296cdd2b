import type { Segment } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { type OtherLanguage, otherLanguage } from '../text/guess-language.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A text in an unexpected language was left untranslated in part, is on the wrong side, or belongs to another
 * locale. If most of a document is in another language, there is a single finding.
 *
 * The rule compares scripts; it distinguishes languages of the same script by their function words (“the”,
 * “of”, “und”), of which a text needs at least five, and hardly any of the expected language. Names, code,
 * quotations, placeholders and labels do not count. `untranslated` reports translations that equal their source text.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Starten Sie den Server neu, wenn die Installation der Updates auf dem Computer abgeschlossen ist und die Anwendung nicht geöffnet wird.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server if the installation of the updates is complete and the application does not open.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Le message « The server is not available at the moment » s’affiche.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">The message “The server is not available at the moment” is shown.</span></span>
 * ```
 */
export const language = defineRule({
  id: 'language',
  description: 'A text is clearly in another language or script than its locale.',
  severity: 'warning',
  tags: ['unit', 'content', 'language'],
  check(document, report, { otherTranslations }) {
    const { sourceLocale, targetLocale } = document
    if (languageOf(sourceLocale) === languageOf(targetLocale)) return
    const pairs = soundPairs(document).filter(
      ({ unit }) => !unit.structural && unit.context.kind !== 'code' && unit.syntax !== 'text',
    )
    const wholeSource = wholeIn(pairs, 'source', sourceLocale)
    for (const side of ['source', 'target'] as const) {
      const locale = side === 'source' ? sourceLocale : targetLocale
      const found = side === 'source' ? wholeSource : wholeIn(pairs, side, locale)
      const whole = isUnexpected(found, side, targetLocale, wholeSource) ? found : undefined
      if (whole) {
        const place = pairs[0]![side].place
        report({
          reason: `Unexpected ${nameOf(whole)} in most ${side === 'source' ? 'source texts' : 'translations'} of the document, expected ${nameOf({ type: 'language', name: locale })}`,
          place,
          actual: whole.name,
          expected: [locale],
          note: 'Check whether the document is in the folder of another locale, or its front matter has the wrong locale.',
        })
        continue
      }
      for (const { unit, source, target } of pairs) {
        const segment = side === 'source' ? source : target
        if (segment.text.length < LONG) continue
        const other = otherLanguage(ownWords(segment), locale)
        if (!other || isSame(source, target)) continue
        const ofSource = side === 'source' ? other : otherLanguage(ownWords(source), sourceLocale)
        if (!isUnexpected(other, side, targetLocale, ofSource)) continue
        const others = side === 'target' ? (otherTranslations?.(unit.key) ?? []) : []
        const alike = others.filter(
          ({ target, locale }) => otherLanguage(ownWords(target), locale)?.name === other.name,
        )
        report({
          ...(others.length > 0 && alike.length * 2 > others.length && { severity: 'info' as const }),
          reason: `Unexpected ${nameOf(other)} in the ${side === 'source' ? 'source text' : 'translation'} of unit \`${unit.id}\`, expected ${nameOf({ type: 'language', name: locale })}: ${quote(segment.text)}`,
          place: segment.place,
          actual: segment.text,
          note:
            side === 'source'
              ? 'Check whether the translation is on the side of the source text.'
              : 'Translate it; if only a part is in the other language, translate that part.',
        })
      }
    }
  },
})

/**
 * Whether another language is a fault. A source text can be in any language, such as the legal notices of a country, and its translation
 * then too; in that of its translation, it is on the wrong side.
 */
function isUnexpected(
  found: OtherLanguage | undefined,
  side: 'source' | 'target',
  targetLocale: string,
  ofSource: OtherLanguage | undefined,
): boolean {
  if (!found) return false
  if (side === 'target') return ofSource === undefined
  return found.type === 'script' || found.name === languageOf(targetLocale) || found.name === targetLocale
}

/** Minimum length of a text in characters. */
const LONG = 40

/** Characters of a document to examine as a whole. */
const SAMPLE = 20_000

/** Minimum number of characters to judge a document as a whole. */
const ENOUGH = 400

/** The text without code, quotations, placeholders and labels in brackets, which can be in any language. */
function ownWords(segment: Segment): string {
  const text = proseText(segment)
  return mayQuote.test(text) ? text.replace(quotations, ' ') : text
}

const mayQuote = /[«“„"「『[<]/

const quotations =
  /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|「[^」]*」|『[^』]*』|\[[^[\]]*\]|<[^<>\s]*(?:\s[^<>\s]+){0,3}\s?>/g

/** The language or script of most of a side, if it differs from its locale. */
function wholeIn(
  pairs: readonly Pair[],
  side: 'source' | 'target',
  locale: string,
): OtherLanguage | undefined {
  let text = ''
  for (const pair of pairs) {
    if (text.length > SAMPLE) break
    if (pair[side].text.length >= LONG) text += `${ownWords(pair[side])} `
  }
  return text.length >= ENOUGH ? otherLanguage(text, locale) : undefined
}

function isSame(source: Segment, target: Segment): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(source.text) === bare(target.text)
}

/** The English name of a language or script. */
function nameOf({ type, name }: OtherLanguage): string {
  if (type === 'script') return `${name === 'Kana' ? 'Japanese kana' : name} letters`
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(name) ?? name
  } catch {
    return name
  }
}
