/** A BCP 47 tag in its canonical form; `undefined` for what is no tag. */
export function canonicalLocale(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
