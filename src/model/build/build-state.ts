import type { StoredFile, StoredMessage } from '../findings/stored-message.ts'

/** Version of the format: what has another one is as good as none. */
export const BUILD_STATE_VERSION = 6

/** What a run did and what each document depended on, so that the next one does only what has changed. */
export interface BuildState {
  readonly version: typeof BUILD_STATE_VERSION
  /** Hash of all that every document depends on: the program, the settings and the files that they name. */
  readonly key: string
  /** As they were told. */
  readonly inputs: readonly string[]
  /** Absolute paths; other lists name them by index. */
  readonly roots: readonly string[]
  readonly dependencies: StoredDependencies
  readonly groups: readonly StoredDocument[]
  /** Outputs that belong to no document: path and stamp. */
  readonly shared: readonly StoredOutput[]
  /** Images and downloads that were copied. */
  readonly copied: readonly StoredOutput[]
  /** Hash of what the lists of documents tell, and the outputs that are these lists. */
  readonly index: { readonly hash: string; readonly outputs: readonly StoredOutput[] }
  /** Indexes of the dependencies that the checks across documents asked for. */
  readonly asked: readonly number[]
  /** Number of findings that were suppressed, those in single documents included. */
  readonly suppressed: number
  /** Files with messages that belong to no input: on settings that were not needed, on books. */
  readonly others: readonly StoredFile[]
  /** Paths of what was printed. */
  readonly printed: readonly string[]
  /** BCP 47 tags of the locales that something was made in. */
  readonly locales: readonly string[]
}

/** A state with what is not needed where nothing has changed. */
export interface StoredState {
  readonly state: BuildState
  /** JSON of the listings, summaries and chapters of all groups, one behind the other, as UTF-8. */
  readonly texts: Uint8Array
}

/** What was true when it was asked for; documents name dependencies by index. */
export interface StoredDependencies {
  /** Files: root, path, stamp and hash. */
  readonly files: readonly (readonly [root: number, path: string, stamp: string, hash: string])[]
  /** Whether there is a file: root, path and 1 or 0. */
  readonly asked: readonly (readonly [root: number, path: string, answer: 0 | 1])[]
  /** In which locales a path is a page: docset, path and tags. */
  readonly pages: readonly (readonly [docset: string, path: string, locales: string])[]
  /** Where includes lead: root, file that includes, URL, and the answer. */
  readonly includes: readonly (readonly [root: number, from: string, url: string, answer: string])[]
  /** What uids stand for: root, file that asks, uid, and a hash of the answer. */
  readonly xrefs: readonly (readonly [root: number, from: string, uid: string, answer: string])[]
}

/**
 * A file that was written: path relative to the output folder, its stamp, and the index of the input that it was made of; without that
 * it belongs to none, or is the print of the page beside it.
 */
export type StoredOutput = readonly [path: string, stamp: string, input?: number]

/** A place in the texts of a state, in bytes. */
export type StoredText = readonly [start: number, length: number]

/** One document in all its locales. */
export interface StoredDocument {
  readonly path: string
  /** What tells the docset: its roots and their locales. */
  readonly docset: string
  /** For each input its root, whether it is only there to be included, and the locale that its folders tell. */
  readonly inputs: readonly (readonly [root: number, fragment: 0 | 1, locale: string | null])[]
  /** Absolute path of the input whose outputs it would replace. */
  readonly double?: string
  /** Indexes of the dependencies that it depends on. */
  readonly dependencies: { readonly [Kind in keyof StoredDependencies]?: readonly number[] }
  readonly members: readonly StoredMember[]
  /** Indexes of the names in settings of runbooks that it has; absent where there are none. */
  readonly runbookNames?: readonly number[]
  /** Where its listing is in the texts of the state: a {@link StoredListing}, or `null` where it is not listed. */
  readonly listing: StoredText
  /** Where the summaries of its members and its chapters are in the texts of the state. */
  readonly summaries: StoredText
  /** Hash of what other documents may depend on: its anchors and what it includes. */
  readonly face: string
  readonly outputs: readonly StoredOutput[]
  /** Files that are copied for it: root, path and output; absent where there are none. */
  readonly assets?: readonly (readonly [root: number, path: string, output: string])[]
  /** What it noted of suppressions; absent where there are none. */
  readonly suppressions?: unknown
}

/** What the index tells of a document, as JSON, and the kinds of output by locale. */
export interface StoredListing {
  readonly document: unknown
  readonly kinds: Readonly<Record<string, readonly string[]>>
}

/** One input of a document. */
export interface StoredMember {
  /** What was found in it by itself, then what was found by the checks across documents. */
  readonly messages: readonly StoredMessage[]
  readonly later?: readonly StoredMessage[]
  /** All in their order, where printing has added some. */
  readonly final?: readonly StoredMessage[]
  /** BCP 47 tag of the target side, and the number of units. */
  readonly document: readonly [locale: string, units: number]
}
