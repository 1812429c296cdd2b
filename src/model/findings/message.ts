/** The two sides of the unit that a message is about, as marked up. */
export interface MessageSegments {
  readonly source: string
  readonly target: string
  /** BCP 47 tags, if known. */
  readonly sourceLocale?: string
  readonly targetLocale?: string
}

/** What a message says of itself beyond what every vfile message does. */
export interface MessageData {
  /**
   * Tells the finding from others, and stays the same when the document is handed off again and ids and lines are new: the first 16
   * hexadecimal digits of a SHA-256 of the rule and the markup of both sides of the unit it is about; where it is about no unit, of the
   * rule, what was found (without ids and numbers of places) and the document's path.
   */
  fingerprint?: string
  /** Such a hash of the unit's source text (plain, white space folded), which is one for all its translations. */
  sourceHash?: string
  /** Absent where it is about no unit, or one side is missing. */
  segments?: MessageSegments
}

declare module 'vfile-message' {
  // A class takes on members only from an interface of its own name.
  interface VFileMessage extends MessageData {}
}
