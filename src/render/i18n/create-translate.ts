import { createInstance, type i18n } from 'i18next'
import { compare } from '../../util/compare.ts'
import type { Translate } from '../context.ts'
import { FALLBACK_LOCALE, localeChain } from './locale-chain.ts'

/** Labels of one locale: nested objects whose leaves are strings, in i18next’s JSON format version 4. */
export interface LabelTree {
  readonly [key: string]: string | LabelTree
}

/** A label that was wanted in one locale and came from another. */
export interface LabelFallback {
  readonly locale: string
  readonly key: string
  /** The locale the label came from. */
  readonly from: string
}

/** Gives labels, and knows which of them were not in the locale wanted. */
export interface Translator {
  readonly translate: Translate
  /** The labels that fell back so far, sorted by locale and key. */
  fallbacks(): readonly LabelFallback[]
}

/** Most labels that are kept: those with values repeat, but need not. */
const MOST_KNOWN = 5000

/**
 * Makes a translator of its own (i18next’s global instance stays untouched).
 *
 * Its `translate` throws for a key that no locale has: only a template or a program names keys.
 *
 * @param labels by BCP 47 tag; {@link FALLBACK_LOCALE} has to be among them.
 */
export function createTranslate(labels: Readonly<Record<string, LabelTree>>): Translator {
  const available = Object.keys(labels).sort(compare)
  const instance = createI18n(labels)
  const locales = new Map<string, string>()
  const chains = new Map<string, readonly string[]>()
  const fallbacks = new Map<string, LabelFallback>()

  /** Labels that were made, by what they were made of. */
  const known = new Map<string, string>()

  function chainOf(locale: string): readonly string[] {
    const chain = chains.get(locale) ?? localeChain(locale, available)
    chains.set(locale, chain)
    return chain
  }

  function translate(locale: string, key: string, values: Record<string, unknown> = {}): string {
    let name = `${locale}\0${key}`
    for (const value in values) name += `\0${value}\0${String(values[value])}`
    const found = known.get(name)
    if (found !== undefined) return found
    const label = find(locale, key, values)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(name, label)
    return label
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
    // Labels do not name others, and looking for that takes longer than all else.
    return instance.t(key, { ...values, lng: from, nest: false })
  }

  return {
    translate,
    fallbacks: () => [...fallbacks.entries()].sort(([a], [b]) => compare(a, b)).map(([, value]) => value),
  }
}

/** An i18next instance that knows all labels, never falls back by itself and never escapes (Handlebars does). */
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
