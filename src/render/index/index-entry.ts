import type { OutputKind } from '../context.ts'

/** A document as the lists of documents show it. */
export interface IndexEntry {
  /** Path of the input relative to its root. */
  readonly path: string
  readonly sourceLocale: string
  /** What was made of it in each locale, by tag. */
  readonly locales: Readonly<Record<string, IndexLocale>>
  /** Number of translation units. */
  readonly units: number
  readonly errors: number
  readonly warnings: number
}

/** What was made of a document in one locale. */
export interface IndexLocale {
  /** `null` where the document does not tell. */
  readonly title: string | null
  readonly outputs: ReadonlySet<OutputKind>
}
