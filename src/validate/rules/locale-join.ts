import { isEmptyLocale } from '../../model/is-empty-locale.ts'
import type {
  LocaleEdition,
  MultilingualDocument,
  MultilingualUnit,
  UnjoinedReason,
  UnjoinedUnit,
} from '../../model/multilingual.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'

/**
 * The locales of a document form one model, in which each unit of a locale is joined with the source unit
 * that it translates. Units that cannot be joined are not rendered, since the common structure has no place
 * for them. Source units without a unit in a locale are shown in the source language.
 *
 * Between translations of the same source revision, the finding is a warning: one of them is damaged, or was
 * segmented differently. Translations of an older revision naturally have such units, so the finding is a
 * hint at what has changed.
 *
 * Fails:
 *
 * ```md
 * <!-- fr-FR/example.md -->
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Fermez la fenêtre.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Close every open window first.</span></span>
 * <!-- de-DE/example.md -->
 * <span data-ttu-id="4b5c6-101">Starten Sie den Server neu.</span><span class="sxs-lookup"><span data-stu-id="4b5c6-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <!-- fr-FR/example.md -->
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * <!-- de-DE/example.md -->
 * <span data-ttu-id="4b5c6-101">Starten Sie den Server neu.</span><span class="sxs-lookup"><span data-stu-id="4b5c6-101">Restart the server.</span></span>
 * ```
 */
export const localeJoin = defineRule({
  id: 'locale-join',
  description: 'A unit of one locale could not be joined with the other locales.',
  severity: 'warning',
  tags: ['locale', 'unit'],
  checkJoined(document, report) {
    for (const [locale, edition] of Object.entries(document.locales)) {
      // Units of included files are reported in those files.
      for (const each of edition.unjoined)
        if (!each.include) report(locale, notJoined(each, document, edition))
      if (isEmptyLocale(document, locale)) report(locale, empty(document))
    }
    for (const finding of withoutCounterpart(document)) report(document.base, finding)
  },
})

const reasons: Readonly<Record<UnjoinedReason, string>> = {
  'no-counterpart': 'has no equal or similar text',
  ambiguous: 'has several candidates for it',
  'source-missing': 'cannot be searched, because the unit has no source text',
}

function empty({ base, units }: MultilingualDocument): Finding {
  return {
    reason: `Unexpected document without a single unit, expected ${Object.keys(units).length} as in \`${base}\``,
    note: 'The file is empty or truncated: restore it. Until then, its pages show the source text.',
  }
}

function notJoined(
  { unit, reason }: UnjoinedUnit,
  document: MultilingualDocument,
  edition: LocaleEdition,
): Finding {
  const text = unit.source?.text ?? unit.target?.text ?? ''
  return {
    ...severityIn(edition),
    reason: `Unexpected unit \`${unit.id}\` (${quote(text)}) that cannot be joined, expected its source text in \`${document.base}\`, which ${reasons[reason]}`,
    place: unit.place,
    note: noteOf(edition, 'It is not rendered.'),
  }
}

/**
 * Units of the base that locales lack: one finding for all locales that lack the same units, at the first of
 * them.
 */
function withoutCounterpart(document: MultilingualDocument): readonly Finding[] {
  const groups = new Map<
    string,
    { readonly locales: string[]; readonly units: readonly MultilingualUnit[] }
  >()
  for (const [locale, { missing }] of Object.entries(document.locales)) {
    const units = missing.flatMap((key) => {
      const unit = Object.hasOwn(document.units, key) ? document.units[key]! : undefined
      // An existing unit without a target is reported in its own document.
      return unit && !Object.hasOwn(unit.targets, locale) ? [unit] : []
    })
    const name = JSON.stringify(units.map(({ key }) => key))
    const group = groups.get(name)
    if (group) group.locales.push(locale)
    else if (units.length > 0) groups.set(name, { locales: [locale], units })
  }
  return [...groups.values()].map(({ locales, units }) => {
    const newest = locales
      .map((locale) => document.locales[locale]!)
      .find(({ revision }) => revision !== 'older')
    const edition = newest ?? document.locales[locales[0]!]!
    const texts = enumerate(
      units.map(({ source }) => quote(source?.text ?? '')),
      3,
    )
    const place = units[0]!.source?.place
    const where = enumerate(locales.map((locale) => `\`${locale}\``))
    return {
      ...severityIn(edition),
      reason: `Unexpected ${units.length === 1 ? 'unit' : `${units.length} units`} without a counterpart in ${where}: ${texts}, expected one for each`,
      ...(place && { place }),
      note: noteOf(edition, 'Their pages show the source text.'),
    }
  })
}

function severityIn({ revision }: LocaleEdition): Pick<Finding, 'severity'> {
  return revision === 'older' ? { severity: 'info' } : {}
}

function noteOf({ revision }: LocaleEdition, effect: string): string {
  return revision === 'older'
    ? `${effect} The translation belongs to an older source revision: hand the document off again.`
    : `${effect} Compare the two files: one of them has a damaged, lost or differently segmented unit.`
}
