import { toLocale } from './locale-chain.ts'

/** Name of a locale in its own language (`français (France)`), first letter as a title has it; the tag where it has no name. */
export function languageName(locale: string): string {
  const tag = toLocale(locale)?.toString()
  if (!tag) return locale
  const name = new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag
  const [first = '', ...rest] = name
  return first.toLocaleUpperCase(tag) + rest.join('')
}
