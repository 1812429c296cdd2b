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
 * The same document in several locales is one model: each unit of a locale is joined with the unit of the source that it translates. One
 * that cannot be joined is not rendered, since the common structure has no place for it, and a unit of the source that a locale has
 * nothing for is shown in the source language.
 *
 * Between translations of the same source revision this is a warning: one of them was damaged or cut otherwise. A translation of an
 * older revision has such units naturally: then it is a hint of what has changed.
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
      // Those of included files are reported in these files.
      for (const each of edition.unjoined)
        if (!each.include) report(locale, notJoined(each, document, edition))
      if (isEmptyLocale(document, locale)) report(locale, empty(document))
    }
    for (const finding of withoutCounterpart(document)) report(document.base, finding)
  },
})

const reasons: Readonly<Record<UnjoinedReason, string>> = {
  'no-counterpart': 'has no text that is equal or similar there',
  ambiguous: 'has several texts that it could belong to',
  'source-missing': 'cannot be searched for it, because it has no source text',
}

function empty({ base, units }: MultilingualDocument): Finding {
  return {
    reason: `Unexpected document without a single unit, expected ${Object.keys(units).length} as in \`${base}\``,
    note: 'The file is empty or was cut off: get it again. Until then its pages show the source text.',
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

/** Units of the base that locales have nothing for: one finding for the locales that lack the same ones, at the first of these. */
function withoutCounterpart(document: MultilingualDocument): readonly Finding[] {
  const groups = new Map<
    string,
    { readonly locales: string[]; readonly units: readonly MultilingualUnit[] }
  >()
  for (const [locale, { missing }] of Object.entries(document.locales)) {
    const units = missing.flatMap((key) => {
      const unit = Object.hasOwn(document.units, key) ? document.units[key]! : undefined
      // A unit that is there without a target is reported where it is.
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
      note: noteOf(edition, 'There the source text is shown.'),
    }
  })
}

function severityIn({ revision }: LocaleEdition): Pick<Finding, 'severity'> {
  return revision === 'older' ? { severity: 'info' } : {}
}

function noteOf({ revision }: LocaleEdition, effect: string): string {
  return revision === 'older'
    ? `${effect} The translation is of an older source revision: hand the document off again.`
    : `${effect} Compare the two files: a unit was damaged, lost or cut otherwise in one of them.`
}
