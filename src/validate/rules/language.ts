import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { foreignLanguageOf, foreignTexts } from '../text/foreign-texts.ts'
import type { OtherLanguage } from '../text/guess-language.ts'

/**
 * A text in an unexpected language was left untranslated in part, is on the wrong side, or belongs to another
 * locale. If most of a document is in another language, there is a single finding.
 *
 * The rule compares scripts; it distinguishes languages of the same script by their function words (“the”,
 * “of”, “und”), of which a text needs at least five, and hardly any of the expected language. In a translation without any of the
 * expected language, two different ones are enough, which its source text does not have; words with an umlaut or an accent count too.
 * Languages in Chinese characters are distinguished by kana and by characters that the others lack. Names, code, quotations, placeholders
 * and labels do not count. `script` reports single characters of another script. `untranslated` reports translations that equal their
 * source text.
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
    for (const side of ['source', 'target'] as const) {
      const locale = side === 'source' ? sourceLocale : targetLocale
      const { whole, units } = foreignTexts(document, side)
      if (whole) {
        report({
          reason: `Unexpected ${nameOf(whole)} in most ${side === 'source' ? 'source texts' : 'translations'} of the document, expected ${nameOf({ type: 'language', name: locale })}`,
          place: whole.first[side].place,
          actual: whole.name,
          expected: [locale],
          note: 'Check whether the document is in the folder of another locale, or its front matter has the wrong locale.',
        })
        continue
      }
      for (const [key, other] of units) {
        const unit = document.units[key]!
        const segment = unit[side]!
        const others = side === 'target' ? (otherTranslations?.(key) ?? []) : []
        const alike = others.filter(
          ({ target, locale }) => foreignLanguageOf(target, locale)?.name === other.name,
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

/** The English name of a language or script. */
function nameOf({ type, name }: OtherLanguage): string {
  if (type === 'script') return `${name === 'Kana' ? 'Japanese kana' : name} letters`
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(name) ?? name
  } catch {
    return name
  }
}
