import type { MultilingualDocument } from './multilingual.ts'

/** Whether a locale has nothing of a document that others have: its file is empty, or was cut off. */
export function isEmptyLocale(
  { units, includedUnits, locales }: MultilingualDocument,
  locale: string,
): boolean {
  if (locales[locale]!.unjoined.length > 0) return false
  const all = [...Object.values(units), ...Object.values(includedUnits)]
  return all.length > 0 && all.every(({ targets }) => !Object.hasOwn(targets, locale))
}
