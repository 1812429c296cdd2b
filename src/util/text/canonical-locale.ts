import { memoize } from '../memoize.ts'

/** Returns a BCP 47 tag in its canonical form; `undefined` if the text is not a valid tag. */
export const canonicalLocale: (tag: string | undefined) => string | undefined = memoize(
  (tag: string | undefined) => {
    try {
      return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
    } catch {
      return undefined
    }
  },
)
