/** What a glossary says of one concept. */
export interface GlossaryEntry {
  /** The term in the language of the source, with its synonyms and forms. */
  readonly sources: readonly string[]
  /** Terms to translate it with, with their forms: any of them will do. Empty where it is only told what not to write. */
  readonly targets: readonly string[]
  /** Terms not to translate it with. */
  readonly forbidden: readonly string[]
  /** BCP 47 tag of the locale that it is for; all unless told. */
  readonly targetLocale?: string
  /** Whether letter case tells the term from other words: “Teams” from “teams”. */
  readonly caseSensitive: boolean
}
