import type { GlossaryEntry } from '../../model/glossary.ts'

/** An entry of the glossary that a text has a term of. */
export interface GlossaryMatch {
  readonly entry: GlossaryEntry
  /** The term as the text has it. */
  readonly term: string
}

/** Finds terms in texts; made once for a glossary. */
export type FindTerms = (text: string) => readonly GlossaryMatch[]

/** A term that begins with a certain word. */
interface Candidate {
  readonly entry: GlossaryEntry
  readonly words: readonly string[]
}

/** Makes what finds the terms of a glossary; longer ones take what they are made of: “Front End Server” is no “Server”. */
export function createFindTerms(entries: readonly GlossaryEntry[], caseSensitive = false): FindTerms {
  const byFirst = new Map<string, Candidate[]>()
  for (const entry of entries) {
    for (const term of entry.sources) {
      const words = wordsOf(term).map(([word]) => word)
      if (words.length === 0) continue
      const key = foldWord(words[0]!)
      byFirst.set(key, [...(byFirst.get(key) ?? []), { entry, words }])
    }
  }
  for (const candidates of byFirst.values()) candidates.sort((a, b) => b.words.length - a.words.length)
  return (text) => {
    const words = wordsOf(text)
    const found = new Map<GlossaryEntry, GlossaryMatch>()
    for (let at = 0; at < words.length; at++) {
      const candidates = byFirst.get(foldWord(words[at]![0])) ?? []
      let taken = 0
      for (const candidate of candidates) {
        const length = candidate.words.length
        if (length < taken) break
        if (!matches(candidate, words, at, caseSensitive)) continue
        taken = length
        const [last, end] = words[at + length - 1]!
        const term = text.slice(words[at]![1], end + last.length)
        if (!found.has(candidate.entry)) found.set(candidate.entry, { entry: candidate.entry, term })
      }
      if (taken > 0) at += taken - 1
    }
    return [...found.values()]
  }
}

/** The words of a text with their offsets. */
function wordsOf(text: string): readonly (readonly [word: string, at: number])[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)?/gu)].map(({ 0: word, index }) => [
    word,
    index,
  ])
}

function matches(
  { entry, words }: Candidate,
  text: readonly (readonly [word: string, at: number])[],
  at: number,
  caseSensitive: boolean,
): boolean {
  return words.every((word, offset) => {
    const other = text[at + offset]?.[0]
    if (other === undefined) return false
    return entry.caseSensitive || caseSensitive
      ? other === word || withoutPlural(other) === word
      : foldWord(other) === foldWord(word)
  })
}

/** A word without its case, its possessive and its plural “s”. */
function foldWord(word: string): string {
  return withoutPlural(word.toLowerCase())
}

function withoutPlural(word: string): string {
  const bare = word.replace(/[’'](?:s|S)?$/, '')
  return bare.length > 3 && /[^sui]s$/.test(bare) ? bare.slice(0, -1) : bare
}
