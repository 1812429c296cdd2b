import type { Work } from '../../model/build/work.ts'
import type { LinkReference } from '../../model/document.ts'
import type { StoredFile } from '../../model/findings/stored-message.ts'
import type { Lined } from '../../model/place.ts'
import type { ResolvedFile } from '../../model/resolve.ts'
import type { StoredTranslationMemory } from '../../model/translation-memory.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { OutputFile, OutputKind } from '../../render/context.ts'
import type { DataFile } from '../../render/index/index-entry.ts'
import type { RunbookView } from '../../render/runbook/view.ts'
import type { SuppressionTally } from '../../validate/engine/suppressions.ts'

/** What came of one document in all its locales: plain data, so that it can be kept, and be made by another thread. */
export interface DocumentResult {
  /** Path relative to the roots. */
  readonly path: string
  /** One for each input, in their order. */
  readonly members: readonly MemberResult[]
  /** What the index tells of it; absent where it is not listed. */
  readonly made?: MadeDocument | undefined
  /** What is to be written, in order. */
  readonly outputs: readonly OutputBatch[]
  /** Its runbooks as chapters of the books of their locales, if they are. */
  readonly chapters: readonly ChapterDraft[]
  readonly suppressions: SuppressionTally
  /** Indexes of the names in settings of runbooks that it has. */
  readonly runbookNames: readonly number[]
  /** Paths of pages that its links ask for. */
  readonly pages: readonly string[]
  /** What was done for it; absent where it was taken from the last run. */
  readonly work?: Readonly<Work>
}

/** What came of one input. */
export interface MemberResult {
  /** What it is called and what was found in it by itself; the checks across documents come later. */
  readonly file: StoredFile
  /** What the input was like when it was read; absent where it could not be. */
  readonly state?: FileState
  /** Absent where it could not be read as a document. */
  readonly document?: {
    /** BCP 47 tag of the target side. */
    readonly locale: string
    /** Number of units. */
    readonly units: number
    readonly summary: StoredSummary
    /** What it includes, each once. */
    readonly includes: readonly IncludeResult[]
    /** Whether there is a file, for each path (relative to the root) that it asked for. */
    readonly asked: Readonly<Record<string, boolean>>
    /** The uids that it and what it includes refer to; absent where there are none. */
    readonly xrefs?: readonly XrefResult[]
  }
}

/** What came of asking what a uid stands for. */
export interface XrefResult {
  /** Path of the document, or of the included file, that refers to it; relative to the root. */
  readonly from: string
  readonly uid: string
  /** Hash of what is cached of it; empty where that is nothing. */
  readonly answer: string
}

/** What came of looking for a file that a document includes. */
export interface IncludeResult {
  /** Path of the document, or of the included file, that names it; relative to the root. */
  readonly from: string
  readonly url: string
  readonly status: ResolvedFile['status']
  /** Relative to the root. */
  readonly path: string | null
  /** What it was like when it was read; absent where it was not. */
  readonly state?: FileState
}

/** What the checks across documents need of one document, as plain data: see `DocumentSummary`. */
export interface StoredSummary extends Lined {
  readonly anchors: readonly string[]
  readonly links: readonly LinkReference[]
  readonly includes: readonly string[]
  /** Absent where nothing compares them. */
  readonly translationMemory?: StoredTranslationMemory
}

/** Files that are made together: if one cannot be written, those behind it are not. */
export interface OutputBatch {
  readonly kind: OutputKind
  /** Index of the input whose file takes the message where that fails. */
  readonly member: number
  /** BCP 47 tags of the locales that have this kind of output then. */
  readonly locales: readonly string[]
  readonly files: readonly MadeFile[]
  /** Images and downloads that these need, copied where that is not done yet. */
  readonly assets: readonly AssetFile[]
}

/** A runbook of a book, before the book is cached. */
export interface ChapterDraft {
  readonly locale: string
  /** Index of the input that it comes from. */
  readonly member: number
  /** Whether it shows the text of that input's locale: a translation, not the source text. */
  readonly isTranslation: boolean
  readonly view: RunbookView
}

/** A file to write. */
export interface MadeFile extends Omit<OutputFile, 'content'> {
  /** Text, or its bytes as UTF-8. */
  readonly content: string | Uint8Array
}

/** A file to copy. */
export interface AssetFile {
  /** Absolute path of the root that it has to lie in. */
  readonly root: string
  /** Path relative to the root. */
  readonly path: string
  /** Path relative to the output folder. */
  readonly output: string
}

/** What the index needs of a document that was made, before its messages are counted and its outputs written. */
export interface MadeDocument {
  readonly sourceLocale: string
  /** Number of units. */
  readonly units: number
  /** By BCP 47 tag. */
  readonly locales: Readonly<Record<string, MadeLocale>>
  /** Its files of data. */
  readonly data: readonly DataFile[]
  /** Indexes of the inputs that it was made of. */
  readonly members: readonly number[]
}

/** What the index needs of one locale of a document. */
export interface MadeLocale {
  readonly title: string | null
  readonly untranslated?: true
  /** Indexes of the inputs whose messages are about this locale, where there are several locales. */
  readonly members?: readonly number[]
}

/** By root, whether there is a file, for each path that was asked for. */
export type AskedFiles = ReadonlyMap<string, ReadonlyMap<string, boolean>>
