/** The two sides, as marked up, of the unit that a message is about. */
export interface MessageSegments {
  readonly source: string
  readonly target: string
  /** BCP 47 tags, if known. */
  readonly sourceLocale?: string
  readonly targetLocale?: string
}

/** Data of a message beyond that of every vfile message. */
export interface MessageData {
  /**
   * Identifies the finding, and stays the same after a new hand-off with new ids and lines: the first 16
   * hexadecimal digits of a SHA-256 of the rule and the markup of both sides of the unit. If the finding is
   * not about a unit: of the rule, the message (without ids and numbers of places) and the document's path.
   */
  fingerprint?: string
  /**
   * The same kind of hash of the unit's source text (plain, white space folded), which all its translations
   * share.
   */
  sourceHash?: string
  /** Absent if the message is not about a unit, or one side is missing. */
  segments?: MessageSegments
  /** Path below the root of the file that the document links to or includes, and whose lack or content is the fault. */
  linkedFile?: string
}

declare module 'vfile-message' {
  // An interface of the same name can add members to a class.
  interface VFileMessage extends MessageData {}
}
