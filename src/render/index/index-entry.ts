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
  /** Its files of data; absent where none were made. */
  readonly data?: readonly DataFile[]
  /** In all its locales. */
  readonly errors: number
  readonly warnings: number
}

/** What was made of a document in one locale. */
export interface IndexLocale {
  /** `null` where the document does not tell. */
  readonly title: string | null
  readonly outputs: ReadonlySet<OutputKind>
  /** Whether there is no translation, so that the source text is shown. */
  readonly untranslated?: boolean
  /** Whether its runbook was printed to PDF. */
  readonly hasPdf?: boolean
  /** What was found in this locale, where there are several; else what was found in the document. */
  readonly messages?: { readonly errors: number; readonly warnings: number }
}

/** A file of data. */
export interface DataFile {
  /** Path relative to the output folder. */
  readonly path: string
  /** SHA-256 of its content. */
  readonly hash: string
}
