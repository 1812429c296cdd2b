import type { LinkReference } from '../document.ts'
import type { Lined } from '../place.ts'
import type { TranslationMemory } from '../translation-memory.ts'

/** What the checks across documents need of one document, so that the documents themselves need not stay in memory. */
export interface DocumentSummary extends Lined {
  /** Path of the input relative to its root. */
  readonly path: string
  /** Ids that a link can point at. */
  readonly anchors: ReadonlySet<string>
  readonly links: readonly LinkReference[]
  /** Paths of the documents that it includes, also by way of others; absent where it includes none. */
  readonly includes?: readonly string[]
  /** How its sentences are translated; absent where nothing compares that. */
  readonly translationMemory?: TranslationMemory | undefined
}

/** All documents of one run that share a root. */
export interface Docset {
  /** By path. */
  readonly documents: ReadonlyMap<string, DocumentSummary>
  /** Whether a file (of any kind) exists inside the root and may be read; `path` is relative to the root, with `/`. */
  hasFile(path: string): boolean
  /** Why a path is not read, whether or not there is a file; `undefined` where it is. Nothing is kept back without. */
  closed?(path: string): 'hidden' | 'excluded' | undefined
}
