import type { StoredFile, StoredMessage } from '../findings/stored-message.ts'

/** Version of the format; another version is a cache miss. */
export const BUILD_STATE_VERSION = 8

/**
 * Results of a run and the dependencies of each document, so that the next run redoes only what has changed.
 */
export interface BuildState {
  readonly version: typeof BUILD_STATE_VERSION
  /**
   * Hash of everything that all documents depend on: the program, the settings and the files that they name.
   */
  readonly key: string
  /** Arguments of the run, as written. */
  readonly inputs: readonly string[]
  /** Absolute paths; other lists refer to them by index. */
  readonly roots: readonly string[]
  readonly dependencies: StoredDependencies
  readonly groups: readonly StoredDocument[]
  /** Outputs that belong to no document. */
  readonly shared: readonly StoredOutput[]
  /** Images and downloads that were copied. */
  readonly copied: readonly StoredOutput[]
  /** Hash of the content of the lists of documents, and the lists themselves as outputs. */
  readonly index: { readonly hash: string; readonly outputs: readonly StoredOutput[] }
  /** Hash of the files that the site depends on, such as tables of contents, and by locale that of the late parts of its pages. */
  readonly site: { readonly key: string; readonly hashes: Readonly<Record<string, string>> }
  /** The search index; absent if none was made. */
  readonly search?: StoredSearch
  /** Indexes of the dependencies of the checks across documents. */
  readonly asked: readonly number[]
  /** Number of suppressed findings, including those in single documents. */
  readonly suppressed: number
  /** Files with messages that belong to no input: about unused settings and about books. */
  readonly others: readonly StoredFile[]
  /** Paths of the printed PDFs. */
  readonly printed: readonly string[]
  /** BCP 47 tags of the locales that have outputs. */
  readonly locales: readonly string[]
}

/** The search index of a build. */
export interface StoredSearch {
  /** Stamp of the file with the records of all pages. */
  readonly stamp: string
  /** By BCP 47 tag. */
  readonly locales: Readonly<Record<string, StoredLocaleIndex>>
  /** Files that all locales share. */
  readonly outputs: readonly StoredOutput[]
}

/** The search index of one locale. */
export interface StoredLocaleIndex {
  /** Hash of its records. */
  readonly hash: string
  /** Its part of the list of indexes, as Pagefind wrote it. */
  readonly entry: unknown
  readonly outputs: readonly StoredOutput[]
}

/** The text of a page for the search index: its page's path, its locale, its place in the file with all records, and its hash. */
export type StoredRecord = readonly [
  page: string,
  locale: string,
  start: number,
  length: number,
  hash: string,
]

/** A state with texts that are not needed if nothing has changed. */
export interface StoredState {
  readonly state: BuildState
  /** JSON of the listings, summaries and chapters of all groups, one after the other, as UTF-8. */
  readonly texts: Uint8Array
}

/** Facts that were true during the run; documents refer to them by index. */
export interface StoredDependencies {
  /** Files: root, path, stamp and hash. */
  readonly files: readonly (readonly [root: number, path: string, stamp: string, hash: string])[]
  /** Whether a file exists: root, path and 1 or 0. */
  readonly asked: readonly (readonly [root: number, path: string, answer: 0 | 1])[]
  /** The locales in which a path is a page: docset, path and tags. */
  readonly pages: readonly (readonly [docset: string, path: string, locales: string])[]
  /** Where includes lead: root, including file, URL, and the answer. */
  readonly includes: readonly (readonly [root: number, from: string, url: string, answer: string])[]
  /** Targets of uids: root, referring file, uid, and a hash of the target. */
  readonly xrefs: readonly (readonly [root: number, from: string, uid: string, answer: string])[]
}

/**
 * A written file: path relative to the output folder, stamp, and index of the input that it was made from.
 * Without the index it belongs to no document, or it is the PDF of the page beside it.
 */
export type StoredOutput = readonly [path: string, stamp: string, input?: number]

/** Position in the texts of a state, in bytes. */
export type StoredText = readonly [start: number, length: number]

/** One document in all its locales. */
export interface StoredDocument {
  readonly path: string
  /** Key of the docset, from its roots and their locales. */
  readonly docset: string
  /** For each input: its root, whether it only serves as an include, and the locale of its folders. */
  readonly inputs: readonly (readonly [root: number, fragment: 0 | 1, locale: string | null])[]
  /** Absolute path of the input whose outputs it would overwrite. */
  readonly conflict?: string
  /** Indexes of its dependencies. */
  readonly dependencies: { readonly [Kind in keyof StoredDependencies]?: readonly number[] }
  readonly members: readonly StoredMember[]
  /** Indexes of the configured runbook names that it has; absent if there are none. */
  readonly runbookNames?: readonly number[]
  /**
   * Position of its listing in the texts of the state: a {@link StoredListing}, or `null` if it is not
   * listed.
   */
  readonly listing: StoredText
  /** Position of the summaries of its members, and of its chapters, in the texts of the state. */
  readonly summaries: StoredText
  /** Hash of what other documents may depend on: anchors and includes. */
  readonly interface: string
  readonly outputs: readonly StoredOutput[]
  /** Files copied for it: root, path and output; absent if there are none. */
  readonly assets?: readonly (readonly [root: number, path: string, output: string])[]
  /** Its records for search; absent if there are none. */
  readonly records?: readonly StoredRecord[]
  /** Its use of suppressions; absent if there is none. */
  readonly suppressions?: unknown
}

/** A document's part of the index as JSON, and its kinds of output by locale. */
export interface StoredListing {
  readonly document: unknown
  readonly kinds: Readonly<Record<string, readonly string[]>>
}

/** One input of a document. */
export interface StoredMember {
  /** Messages of the document itself; `later` has those of the checks across documents. */
  readonly messages: readonly StoredMessage[]
  readonly later?: readonly StoredMessage[]
  /** All messages in order, if printing has added some. */
  readonly final?: readonly StoredMessage[]
  /** BCP 47 tag of the target side, and the number of units. */
  readonly document: readonly [locale: string, units: number]
}
