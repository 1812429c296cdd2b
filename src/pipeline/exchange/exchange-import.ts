import type { CheckOptions, FixedFile } from '../options.ts'

/** How translations are taken. */
export interface ImportSettings {
  /** Whether to write translations whose source is only similar to that of the document. Default: `false`. */
  readonly acceptSimilar?: boolean
  /** Whether to write translations that lack codes of the source or repeat them. Default: `false`. */
  readonly allowCodeChanges?: boolean
}

/** Options for importing translations. */
export interface ImportOptions extends CheckOptions, ImportSettings {
  /** Files that came back, or folders or globs of such: XLIFF 1.2, 2.0 and 2.1, CSV. */
  readonly files: readonly string[]
  /** `write` changes the documents; `preview` changes nothing. */
  readonly mode: 'write' | 'preview'
  /** BCP 47 tags of the target locales to import. Default: all. */
  readonly locales?: readonly string[]
  /** Value of `ms.translationtype` for documents that get a translation. Default: it stays. */
  readonly translationType?: string
  /** Whether translations become suggestions in the files of decisions, and the documents stay. Default: `false`. */
  readonly asSuggestions?: boolean
  /** Folder of these files. Default: `reviews`. */
  readonly decisions?: string
  /** Name that they are suggested under. */
  readonly reviewer?: string
}

/**
 * What became of a translation:
 *
 * - `accepted`: it is in the document;
 * - `unchanged`: it is what was exported, or what the document has;
 * - `proposed`: its source is only similar;
 * - `conflict`: the document has changed since the export;
 * - `refused`: it cannot be written;
 * - `missing`: the document does not have its unit.
 */
export type ImportOutcome = 'accepted' | 'unchanged' | 'proposed' | 'conflict' | 'refused' | 'missing'

/** A translation that came back, and what became of it. */
export interface ImportedUnit {
  readonly outcome: ImportOutcome
  /** File that it came in, for people, with line and column from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly id: string
  /** The document, for people, with the line and column of the target from 1; absent if it does not have the unit. */
  readonly document?: string
  readonly documentLine?: number
  readonly documentColumn?: number
  /** Why, and what there is to know of an accepted one. */
  readonly reason?: string
  /** The translation as text. */
  readonly text: string
}

/** A fault of a file that came back. */
export interface ImportProblem {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly reason: string
  readonly note?: string
}

/** A finding in a translation that was written. */
export interface ImportFinding {
  readonly document: string
  readonly line?: number
  readonly column?: number
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly reason: string
}

/** Result of an import. */
export interface ImportResult {
  /** All but the unchanged ones, in the order of the files. */
  readonly units: readonly ImportedUnit[]
  readonly counts: Readonly<Record<ImportOutcome, number>>
  readonly problems: readonly ImportProblem[]
  /** What `check` finds in the translations that were written, and did not find in those before. */
  readonly findings: readonly ImportFinding[]
  /** Documents that were changed, or would be, with the changes as a diff. */
  readonly fixed: readonly FixedFile[]
  /** Number of suggestions that were written, with `asSuggestions`. */
  readonly suggestions: number
}
