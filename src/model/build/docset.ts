import type { LinkReference } from '../document.ts'
import type { Lined } from '../place.ts'
import type { TitlePair } from '../title-pair.ts'
import type { TocFile } from '../toc.ts'
import type { TranslationMemory } from '../translation-memory.ts'
import type { RedirectionFile } from './redirection.ts'

/**
 * The part of a document that the checks across documents need, so that the document need not stay in memory.
 */
export interface DocumentSummary extends Lined {
  /** Path of the input relative to its root. */
  readonly path: string
  /** BCP 47 tag of its translation, if known. */
  readonly targetLocale?: string
  /** Ids that links can point to. */
  readonly anchors: ReadonlySet<string>
  readonly links: readonly LinkReference[]
  /** Paths of the documents that it includes, directly or through others; absent if it includes none. */
  readonly includes?: readonly string[]
  /** Its title; absent if a side has none, or no rule compares titles. */
  readonly title?: TitlePair | undefined
  /** Translations of its sentences; absent if no rule compares them. */
  readonly translationMemory?: TranslationMemory | undefined
}

/** All documents of a run with the same root. */
export interface Docset {
  /** By path. */
  readonly documents: ReadonlyMap<string, DocumentSummary>
  /** Files with redirections of documents that are gone. */
  readonly redirections?: readonly RedirectionFile[]
  /** Files of tables of contents. */
  readonly tocs?: readonly TocFile[]
  /**
   * Returns the paths that a document at a root-relative URL of the published site may have; absent if nothing is known
   * of that site.
   */
  documentsAt?(url: string, from: string): readonly string[]
  /**
   * Whether a file of any kind exists inside the root and may be read; `path` is relative to the root, with
   * `/`.
   */
  hasFile(path: string): boolean
  /**
   * Why a path is not read, whether or not the file exists; `undefined` if it may be read. Default: all may.
   */
  closed?(path: string): 'hidden' | 'excluded' | undefined
}
