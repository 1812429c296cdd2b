/** A concept in a glossary. */
export interface GlossaryEntry {
  /** The term in the source language, with its synonyms and forms. */
  readonly sources: readonly string[]
  /** Accepted translations, with their forms. Empty if the entry only forbids terms. */
  readonly targets: readonly string[]
  /** Forbidden translations. */
  readonly forbidden: readonly string[]
  /** BCP 47 tag of the locale to which it applies. Default: all locales. */
  readonly targetLocale?: string
  /** Whether letter case distinguishes the term from other words: “Teams” from “teams”. */
  readonly caseSensitive: boolean
}
