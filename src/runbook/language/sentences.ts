/** Splits an English text into sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/)
}

/** Splits an English text into sentences; a colon ends one too. */
export function clausesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?:])\s+/)
}

/** Like {@link clausesOf}, also where quotation marks or parentheses follow the end of a sentence. */
export function quotedClausesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?:]["”’)]*)\s+/)
}
