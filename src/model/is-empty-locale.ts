import type { MultilingualDocument } from './multilingual.ts'

/** Whether a locale has no content of a document that other locales have: its file is empty or truncated. */
export function isEmptyLocale(
  { units, includedUnits, locales }: MultilingualDocument,
  locale: string,
): boolean {
  if (locales[locale]!.unjoined.length > 0) return false
  const all = [...Object.values(units), ...Object.values(includedUnits)]
  return all.length > 0 && all.every(({ targets }) => !Object.hasOwn(targets, locale))
}
