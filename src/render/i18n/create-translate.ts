import { createInstance, type i18n } from 'i18next'
import { compare } from '../../util/data/compare.ts'
import { memoizeSome } from '../../util/memoize-some.ts'
import type { Translate } from '../context.ts'
import { FALLBACK_LOCALE, localeChain } from './locale-chain.ts'

/** Labels of one locale: nested objects whose leaves are strings, in i18next’s JSON format version 4. */
export interface LabelTree {
  readonly [key: string]: string | LabelTree
}

/** A label that fell back to another locale. */
export interface LabelFallback {
  readonly locale: string
  readonly key: string
  /** Locale that has the label. */
  readonly from: string
}

/** Returns labels, and records which of them fell back to another locale. */
export interface Translator {
  readonly translate: Translate
  /** Lists the labels that fell back so far, sorted by locale and key. */
  fallbacks(): readonly LabelFallback[]
}

/** Maximum number of cached labels: labels with values often repeat, but not always. */
const MOST_KNOWN = 5000

/**
 * Makes a translator with its own i18next instance.
 *
 * Its `translate` throws for a key that no locale has, because keys come from templates and code only.
 *
 * @param labels labels by BCP 47 tag, including {@link FALLBACK_LOCALE}.
 */
export function createTranslate(labels: Readonly<Record<string, LabelTree>>): Translator {
  const available = Object.keys(labels).sort(compare)
  const instance = createI18n(labels)
  const locales = new Map<string, string>()
  const chains = new Map<string, readonly string[]>()
  const fallbacks = new Map<string, LabelFallback>()

  /** Cached labels by locale, key and values. */
  const known = memoizeSome<string>(MOST_KNOWN)

  function chainOf(locale: string): readonly string[] {
    const chain = chains.get(locale) ?? localeChain(locale, available)
    chains.set(locale, chain)
    return chain
  }

  function translate(locale: string, key: string, values: Record<string, unknown> = {}): string {
    let name = `${locale}\0${key}`
    for (const value in values) name += `\0${value}\0${String(values[value])}`
    return known(name, () => find(locale, key, values))
  }

  /** The first locale that has a label; which form of it there is may depend on a count. */
  function localeWith(locale: string, key: string, values: Record<string, unknown>): string | undefined {
    const name = `${locale}\0${key}\0${String(values.count)}`
    const from = locales.get(name) ?? chainOf(locale).find((lng) => instance.exists(key, { ...values, lng }))
    if (from !== undefined && values.count === undefined) locales.set(name, from)
    return from
  }

  function find(locale: string, key: string, values: Record<string, unknown>): string {
    const from = localeWith(locale, key, values)
    if (from === undefined) throw new Error(`Unexpected label “${key}”, which no locale has`)
    if (from !== locale) fallbacks.set(`${locale}\0${key}`, { locale, key, from })
    // Labels do not refer to others, and the search for references takes longer than everything else.
    return instance.t(key, { ...values, lng: from, nest: false })
  }

  return {
    translate,
    fallbacks: () => [...fallbacks.entries()].sort(([a], [b]) => compare(a, b)).map(([, value]) => value),
  }
}

/**
 * Makes an i18next instance with all labels that never falls back by itself and never escapes (Handlebars
 * does).
 */
function createI18n(labels: Readonly<Record<string, LabelTree>>): i18n {
  const instance = createInstance()
  void instance.init({
    initAsync: false,
    lng: FALLBACK_LOCALE,
    fallbackLng: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: Object.fromEntries(
      Object.entries(labels).map(([tag, translation]) => [tag, { translation }]),
    ) as never,
  })
  return instance
}
