import type { GlossaryEntry } from '../../model/glossary.ts'

/** A glossary entry with a term that occurs in a text. */
export interface GlossaryMatch {
  readonly entry: GlossaryEntry
  /** The term as written in the text, where it occurs first. */
  readonly term: string
  /** Where it occurs. */
  readonly places: readonly (readonly [start: number, end: number])[]
}

/** Finds the terms of a glossary in a text. */
export type FindTerms = (text: string) => readonly GlossaryMatch[]

/** A term of an entry, split into words. */
interface Candidate {
  readonly entry: GlossaryEntry
  readonly words: readonly string[]
}

/** Indexes a glossary to find its terms; longer terms win: “Front End Server” does not contain “Server”. */
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
    const found = new Map<GlossaryEntry, [start: number, end: number][]>()
    for (let at = 0; at < words.length; at++) {
      const candidates = byFirst.get(foldWord(words[at]![0])) ?? []
      let taken = 0
      for (const candidate of candidates) {
        const length = candidate.words.length
        if (length < taken) break
        if (!matches(candidate, words, at, caseSensitive)) continue
        taken = length
        const [last, lastAt] = words[at + length - 1]!
        const [start, end] = [words[at]![1], lastAt + last.length]
        if (
          isPart.test(text.slice(Math.max(0, start - 2), start)) ||
          /^[_\\@#$]/.test(text.slice(end, end + 1))
        )
          continue
        found.set(candidate.entry, [...(found.get(candidate.entry) ?? []), [start, end]])
      }
      if (taken > 0) at += taken - 1
    }
    return [...found].map(([entry, places]) => ({ entry, term: text.slice(...places[0]!), places }))
  }
}

/** What joins a word to an identifier, a path or an address before it: `HKEY_USERS`, `Rows.Fields`. */
const isPart = /[_\\@#$]$|\w\.$/

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

/** A word in lower case, without its possessive and plural “s”. */
function foldWord(word: string): string {
  return withoutPlural(word.toLowerCase())
}

function withoutPlural(word: string): string {
  const bare = word.replace(/[’'](?:s|S)?$/, '')
  return bare.length > 3 && /[^sui]s$/.test(bare) ? bare.slice(0, -1) : bare
}
