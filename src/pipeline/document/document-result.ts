import type { Work } from '../../model/build/work.ts'
import type { LinkReference } from '../../model/document.ts'
import type { StatusReport } from '../../model/findings/status.ts'
import type { StoredFile } from '../../model/findings/stored-message.ts'
import type { Lined } from '../../model/place.ts'
import type { ResolvedFile } from '../../model/resolve.ts'
import type { TitlePair } from '../../model/title-pair.ts'
import type { StoredTranslationMemory } from '../../model/translation-memory.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { DataFile } from '../../render/index/index-entry.ts'
import type { MadeFile } from '../../render/output.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import type { RunbookView } from '../../render/runbook/view.ts'
import type { SuppressionTally } from '../../validate/engine/suppressions.ts'

/**
 * Result of one document in all its locales: plain data, so that the cache can store it and another thread
 * can make it.
 */
export interface DocumentResult {
  /** Path relative to the roots. */
  readonly path: string
  /** One for each input, in their order. */
  readonly members: readonly MemberResult[]
  /** Its part of the index; absent if the index does not list it. */
  readonly made?: MadeDocument | undefined
  /** Files to write, in order. */
  readonly outputs: readonly OutputBatch[]
  /** Its runbooks as chapters of the books of their locales; empty if it belongs to no book. */
  readonly chapters: readonly UnplacedChapter[]
  readonly suppressions: SuppressionTally
  /** Indexes of the configured runbook names that it has. */
  readonly runbookNames: readonly number[]
  /** Paths of pages that its links ask for. */
  readonly pages: readonly string[]
  /** Work counters; absent if the result comes from the cache. */
  readonly work?: Readonly<Work>
  /** How much of it is translated; only a shard of `status` has it. */
  readonly status?: StatusReport
}

/** Result of one input. */
export interface MemberResult {
  /** Its path and messages, without those of the checks across documents, which come later. */
  readonly file: StoredFile
  /** State of the file when it was read; absent if it could not be read. */
  readonly state?: FileState
  /** Absent if it could not be read as a document. */
  readonly document?: {
    /** BCP 47 tag of the target side. */
    readonly locale: string
    /** Number of units. */
    readonly units: number
    readonly summary: StoredSummary
    /** Its includes, each once. */
    readonly includes: readonly IncludeResult[]
    /** By path relative to the root, whether each file that it asked for exists. */
    readonly asked: Readonly<Record<string, boolean>>
    /** By path relative to the root, the state of each image whose size was read; absent if there are none. */
    readonly images?: Readonly<Record<string, FileState>>
    /** Uids that it and its includes refer to; absent if there are none. */
    readonly xrefs?: readonly XrefResult[]
  }
}

/** Result of resolving a uid. */
export interface XrefResult {
  /** Path, relative to the root, of the document or include that refers to it. */
  readonly from: string
  readonly uid: string
  /** Hash of its target; empty if there is none. */
  readonly answer: string
}

/** Result of resolving an include. */
export interface IncludeResult {
  /** Path, relative to the root, of the document or include that names it. */
  readonly from: string
  readonly url: string
  readonly status: ResolvedFile['status']
  /** Path relative to the root. */
  readonly path: string | null
  /** State of the file when it was read; absent if it was not read. */
  readonly state?: FileState
}

/** The part of a document that the checks across documents need, as plain data: see `DocumentSummary`. */
export interface StoredSummary extends Lined {
  readonly anchors: readonly string[]
  readonly links: readonly LinkReference[]
  readonly includes: readonly string[]
  /** Absent if a side has none, or no rule compares titles. */
  readonly title?: TitlePair
  /** Absent if no rule compares translations. */
  readonly translationMemory?: StoredTranslationMemory
}

/** Files that belong together: if one cannot be written, those after it are not. */
export interface OutputBatch {
  readonly kind: OutputKind
  /** Index of the input whose file receives a message on failure. */
  readonly member: number
  /** BCP 47 tags of the locales that these files give this kind of output. */
  readonly locales: readonly string[]
  readonly files: readonly MadeFile[]
  /** Images and downloads that these files need. */
  readonly assets: readonly AssetFile[]
}

/** A runbook as a chapter of a book that is not bound yet. */
export interface UnplacedChapter {
  readonly locale: string
  /** Index of the input that it comes from. */
  readonly member: number
  /** Whether it shows the translation rather than the source text. */
  readonly isTranslation: boolean
  /** Whether it belongs to the book in both languages. */
  readonly isBilingual: boolean
  readonly view: RunbookView
}

/** A file to copy. */
export interface AssetFile {
  /** Absolute path of the root that must contain the file. */
  readonly root: string
  /** Path relative to the root. */
  readonly path: string
  /** Path relative to the output folder. */
  readonly output: string
}

/**
 * The parts of a rendered document that the index needs, before its messages are counted and its outputs
 * written.
 */
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

/** The parts of one locale of a document that the index needs. */
export interface MadeLocale {
  readonly title: string | null
  /** Summary in this language; `null` if there is none. */
  readonly description: string | null
  /** Date of its source (`ms.date`) as written; `null` if there is none. */
  readonly date: string | null
  readonly untranslated?: true
  /** Indexes of the inputs whose messages are about this locale; absent in a docset of one locale. */
  readonly members?: readonly number[]
}

/** By root, whether there is a file, for each path that was asked for. */
export type AskedFiles = ReadonlyMap<string, ReadonlyMap<string, boolean>>
