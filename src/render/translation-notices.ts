import type { BilingualDocument } from '../model/document.ts'
import type { Side } from '../model/unit.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './i18n/direction-of.ts'
import { languageName } from './i18n/language-name.ts'
import type { PageScope } from './page/page-scope.ts'

/** Notices for readers about the completeness of a translation. */
export interface TranslationNotices {
  /** See `RenderContext.notice`; `null` if there is no notice. */
  readonly notice: 'untranslated' | 'outdated' | null
  /** Whether parts have no translation and show the source text. */
  readonly partlyTranslated: boolean
  /** Name of the source language in the language of the page. */
  readonly sourceLanguage: string
  /** Language of the title and all text if nothing is translated; else `null`. */
  readonly foreign: { readonly locale: string; readonly dir: 'ltr' | 'rtl' } | null
}

/** Whether a side of a document shows a translation: it is a target, and not all of it shows the source text. */
export function isTranslation(side: Side, { notice }: Pick<RenderContext, 'notice'>): boolean {
  return side === 'target' && notice !== 'untranslated'
}

/** Collects the notices of a page or runbook about its translation; none for the source. */
export function noticesOf({ document, side, locale, context }: PageScope): TranslationNotices {
  const notice = side === 'target' ? (context.notice ?? null) : null
  const isUntranslated = notice === 'untranslated'
  const { sourceLocale } = document
  return {
    notice,
    partlyTranslated: isTranslation(side, context) && isPartlyTranslated(document),
    sourceLanguage: languageName(sourceLocale, locale),
    foreign: isUntranslated ? { locale: sourceLocale, dir: directionOf(sourceLocale) } : null,
  }
}

/** Whether any unit with text has no translation. */
function isPartlyTranslated({ units, includedUnits }: BilingualDocument): boolean {
  return hasUntranslated(units) || hasUntranslated(includedUnits)
}

function hasUntranslated(units: BilingualDocument['units']): boolean {
  for (const key in units) {
    const { source, target, structural } = units[key]!
    if (target === null && !structural && source !== null && source.text !== '') return true
  }
  return false
}
