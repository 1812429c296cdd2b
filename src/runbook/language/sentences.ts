/** A place after an abbreviation inside a sentence: “(e.g. …”, “etc. for …”. */
const INSIDE = /(?<!\be\.g\.\s+|\bi\.e\.\s+)(?!(?<=\betc\.\s+)\p{Ll})/u.source

const SENTENCES = new RegExp(`(?<=[.!?])\\s+${INSIDE}`, 'u')
const CLAUSES = new RegExp(`(?<=[.!?:])\\s+${INSIDE}`, 'u')
const QUOTED_CLAUSES = new RegExp(`(?<=[.!?:]["”’)]*)\\s+${INSIDE}`, 'u')

/** Splits an English text into sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(SENTENCES)
}

/** Splits an English text into sentences; a colon ends one too. */
export function clausesOf(text: string): readonly string[] {
  return text.split(CLAUSES)
}

/** Like {@link clausesOf}, also where quotation marks or parentheses follow the end of a sentence. */
export function quotedClausesOf(text: string): readonly string[] {
  return text.split(QUOTED_CLAUSES)
}
