import { safeTag, toLocale } from './locale-chain.ts'

/**
 * Name of a locale in its own language (`Français (France)`), first letter as a title has it, or as it stands in a sentence of another
 * language; the tag where it has no name.
 */
export function languageName(locale: string, inLocale?: string): string {
  const tag = toLocale(locale)?.toString()
  if (!tag) return locale
  const names = new Intl.DisplayNames([safeTag(inLocale ?? tag)], {
    type: 'language',
    languageDisplay: 'standard',
  })
  const name = names.of(tag) ?? tag
  if (inLocale !== undefined) return name
  const [first = '', ...rest] = name
  return first.toLocaleUpperCase(tag) + rest.join('')
}
