import type { BilingualDocument } from '../model/document.ts'
import { directionOf } from './i18n/direction-of.ts'
import { languageName } from './i18n/language-name.ts'
import type { PageScope } from './page/page-scope.ts'

/** What readers are to know of how far a translation is. */
export interface TranslationNotices {
  /** See `RenderContext.notice`; `null` where there is nothing to say. */
  readonly notice: 'untranslated' | 'outdated' | null
  /** Whether parts have no translation and show the source text. */
  readonly partlyTranslated: boolean
  /** Name of the source language in the language of the page. */
  readonly sourceLanguage: string
  /** The language of the title and of all text where nothing is translated. */
  readonly foreign: { readonly locale: string; readonly dir: 'ltr' | 'rtl' } | null
}

/** Puts together what a page or a runbook says of its translation; a source has nothing to say. */
export function noticesOf({ document, side, locale, context }: PageScope): TranslationNotices {
  const notice = side === 'target' ? (context.notice ?? null) : null
  const isUntranslated = notice === 'untranslated'
  const { sourceLocale } = document
  return {
    notice,
    partlyTranslated: side === 'target' && !isUntranslated && isPartlyTranslated(document),
    sourceLanguage: languageName(sourceLocale, locale),
    foreign: isUntranslated ? { locale: sourceLocale, dir: directionOf(sourceLocale) } : null,
  }
}

/** Whether any unit that says something has no translation. */
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
