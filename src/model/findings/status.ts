/** Completeness of the translations of a docset, as pure data; `lockstep status --format json` prints it. */
export interface StatusReport {
  readonly type: 'status'
  /** Version of this format. */
  readonly version: 1
  /** BCP 47 tag of the source. */
  readonly sourceLocale: string
  /** Everything to translate: the newest source revision of each document. */
  readonly total: StatusTotal
  /** By BCP 47 tag, sorted. */
  readonly locales: Readonly<Record<string, LocaleStatus>>
  /** The folders of the docset, sorted by path; a document counts in its own folder only. */
  readonly folders: readonly FolderStatus[]
}

/** Amount to translate. */
export interface StatusTotal {
  readonly documents: number
  /** Units with text: those without, such as lone markup, do not count. */
  readonly units: number
  /** Words of these units' source texts. */
  readonly words: number
}

/** Completeness of one locale. */
export interface LocaleStatus {
  /**
   * Translated share of all units, from 0 to 1, rounded down to four digits: 1 only if nothing is missing.
   */
  readonly coverage: number
  readonly documents: {
    /**
     * Translated from the newest source revision, or from one not known to be older, with nothing missing.
     */
    readonly complete: number
    /** Translated from the newest source revision, or from one not known to be older, with units missing. */
    readonly partial: number
    /** Translated from an older source revision. */
    readonly stale: number
    /** Not translated at all. */
    readonly missing: number
  }
  readonly units: StatusCounts
  /** Words of the source texts. */
  readonly words: StatusCounts
  /** Translated and stale units, by who translated the document (`ms.translationtype`). */
  readonly translatedBy: {
    readonly machine: number
    readonly human: number
    /** The document does not say. */
    readonly unknown: number
  }
}

/** Parts of a total. */
export interface StatusCounts {
  /** With a translation of the current source text. */
  readonly translated: number
  /** With a translation of an earlier source text. */
  readonly stale: number
  /** Without a translation. */
  readonly missing: number
}

/** Completeness of the documents in one folder. */
export interface FolderStatus {
  /** Relative to the root, with `/`; empty for the root itself. */
  readonly path: string
  readonly total: StatusTotal
  readonly locales: Readonly<Record<string, LocaleStatus>>
}
