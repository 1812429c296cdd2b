import type { MultilingualDocument, MultilingualUnit } from '../../model/multilingual.ts'
import type { Segment } from '../../model/unit.ts'
import { comparableUrl } from '../comparable-url.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quote, quoteMarkup } from '../engine/quote.ts'
import { inlineCodes } from '../literals/inline-codes.ts'
import { hasLiteral, literalsOf } from '../literals/literals.ts'

/**
 * If all other locales keep a number, a command, a path, an address, a link or code of the source text, this
 * locale has probably lost it. A single translation can have a good reason to differ, but the others are
 * evidence against that.
 *
 * If most locales lack it, the source text may be wrong, so the finding is a hint there.
 *
 * Fails:
 *
 * ```md
 * <!-- fr-FR/example.md -->
 * <span data-ttu-id="1f2e3-101">Attendez quelques minutes.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Wait for 45 minutes.</span></span>
 * <!-- de-DE/example.md -->
 * <span data-ttu-id="4b5c6-101">Warten Sie 45 Minuten.</span><span class="sxs-lookup"><span data-stu-id="4b5c6-101">Wait for 45 minutes.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <!-- fr-FR/example.md -->
 * <span data-ttu-id="1f2e3-101">Attendez 45 minutes.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Wait for 45 minutes.</span></span>
 * <!-- de-DE/example.md -->
 * <span data-ttu-id="4b5c6-101">Warten Sie 45 Minuten.</span><span class="sxs-lookup"><span data-stu-id="4b5c6-101">Wait for 45 minutes.</span></span>
 * ```
 */
export const localeOutlier = defineRule({
  id: 'locale-outlier',
  description: 'A locale loses something that all other locales keep.',
  severity: 'warning',
  tags: ['locale', 'content'],
  checkJoined(document, report) {
    for (const unit of Object.values(document.units)) {
      const translations = translationsOf(unit)
      if (translations.length < 2 || !unit.source) continue
      const lost = lossesOf(unit.source, translations, document)
      for (const { locale, id, target } of translations) {
        const own = lost.filter(
          ({ losers }) => losers.includes(locale) && losers.length * 2 <= translations.length,
        )
        if (own.length > 0) report(locale, outlier(own, { locale, id, target }, translations))
      }
      const everywhere = lost.filter(({ losers }) => losers.length * 2 > translations.length)
      if (everywhere.length > 0) report(document.base, ofSource(everywhere, unit, translations))
    }
  },
})

/** A unit's translation in one locale. */
interface Translation {
  readonly locale: string
  readonly id: string
  readonly target: Segment
}

/** A part of the source text that some locales lack. */
interface Loss {
  /** Readable name of its kind. */
  readonly name: string
  readonly text: string
  readonly losers: readonly string[]
}

/** The translations of exactly this source text, unit for unit. */
function translationsOf({ targets, structural }: MultilingualUnit): readonly Translation[] {
  if (structural) return []
  return Object.entries(targets).flatMap(([locale, { units, join }]) => {
    const [unit] = units
    const isSame = units.length === 1 && join !== 'similarity' && join !== 'concatenation'
    return isSame && unit?.target && unit.target.text !== ''
      ? [{ locale, id: unit.id, target: unit.target }]
      : []
  })
}

function lossesOf(
  source: Segment,
  translations: readonly Translation[],
  document: MultilingualDocument,
): readonly Loss[] {
  const losses: Loss[] = []
  const add = (name: string, text: string, isKept: (translation: Translation) => boolean) => {
    const losers = translations.filter((translation) => !isKept(translation)).map(({ locale }) => locale)
    if (losers.length > 0) losses.push({ name, text, losers })
  }
  for (const literal of literalsOf(source.text))
    add(
      literal.kind,
      literal.text,
      ({ target }) => hasLiteral(target.text, literal) || hasLiteral(target.markup, literal),
    )
  if (!source.content) return losses
  const { code, link } = inlineCodes(source)
  for (const text of new Set(code)) {
    if (losses.some((loss) => text.includes(loss.text))) continue
    add('code', text, ({ target }) => inlineCodes(target).code.includes(text))
  }
  for (const url of new Set(link)) {
    add('link to', url, ({ target, locale }) => {
      const locales = { sourceLocale: document.sourceLocale, targetLocale: locale }
      const wanted = comparableUrl(url, locales)
      return inlineCodes(target).link.some((other) => comparableUrl(other, locales) === wanted)
    })
  }
  return losses
}

function outlier(
  lost: readonly Loss[],
  { locale, id, target }: Translation,
  all: readonly Translation[],
): Finding {
  const keepers = all.filter((other) => lost.every(({ losers }) => !losers.includes(other.locale)))
  const kept =
    keepers.length === all.length - 1
      ? `all other locales (${enumerate(keepers.map(({ locale: tag }) => tag))})`
      : enumerate(keepers.map(({ locale: tag }) => tag))
  return {
    // If as many locales lose it as keep it, neither side is the outlier.
    ...(all.length > 2 &&
      lost.some(({ losers }) => losers.length * 2 === all.length) && { severity: 'info' as const }),
    reason: `Unexpected translation of unit \`${id}\` without ${nameAll(lost)}, expected it as the source text and ${kept || 'others'} have it`,
    place: target.place,
    actual: target.text,
    expected: lost.map(({ text }) => text),
    note: `${evidence(keepers)} Compare the translation into \`${locale}\` with the source text.`,
  }
}

function ofSource(lost: readonly Loss[], unit: MultilingualUnit, all: readonly Translation[]): Finding {
  const losers = [...new Set(lost.flatMap((loss) => loss.losers))]
  const missing =
    losers.length === all.length ? 'no translation' : `few translations (not ${enumerate(losers)})`
  const place = unit.source?.place
  return {
    severity: 'info',
    reason: `Unexpected ${nameAll(lost)} in the source text of unit \`${unit.key}\` that ${missing} has, expected all to keep it`,
    ...(place && { place }),
    ...(unit.source && { actual: unit.source.text }),
    note: 'If most translations omit something, check whether the source text is right and translatable.',
  }
}

function nameAll(lost: readonly Loss[]): string {
  return enumerate(lost.map(({ name, text }) => `${name} ${quoteMarkup(text)}`))
}

/** Quotes up to two other translations as examples. */
function evidence(keepers: readonly Translation[]): string {
  return keepers
    .slice(0, 2)
    .map(({ locale, target }) => `\`${locale}\` has ${quote(target.text)}.`)
    .join(' ')
}
