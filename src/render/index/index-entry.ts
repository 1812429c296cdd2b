import type { OutputKind } from '../output-kinds.ts'

/** A document in the lists of documents. */
export interface IndexEntry {
  /** Path of the input relative to its root. */
  readonly path: string
  readonly sourceLocale: string
  /** Outputs in each locale, by tag. */
  readonly locales: Readonly<Record<string, IndexLocale>>
  /** Number of translation units. */
  readonly units: number
  /** Its data files; absent if there are none. */
  readonly data?: readonly DataFile[]
  /** In all its locales. */
  readonly errors: number
  readonly warnings: number
}

/** Outputs of a document in one locale. */
export interface IndexLocale {
  /** Title of the document; `null` if it has none. */
  readonly title: string | null
  readonly outputs: ReadonlySet<OutputKind>
  /** Whether there is no translation, so that pages show the source text. */
  readonly untranslated?: boolean
  /** Whether its runbook was printed to PDF. */
  readonly hasPdf?: boolean
  /** Findings in this locale, if there are several locales; else those of the document apply. */
  readonly messages?: { readonly errors: number; readonly warnings: number }
}

/** A data file. */
export interface DataFile {
  /** Path relative to the output folder. */
  readonly path: string
  /** SHA-256 of its content. */
  readonly hash: string
}
