import { memoize } from './memoize.ts'

/** A BCP 47 tag in its canonical form; `undefined` for what is no tag. */
export const canonicalLocale: (tag: string | undefined) => string | undefined = memoize(
  (tag: string | undefined) => {
    try {
      return tag === undefined ? undefined : Intl.getCanonicalLocales(tag)[0]
    } catch {
      return undefined
    }
  },
)
