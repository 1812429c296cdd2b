import { diffArrays } from 'diff'
import { wordTokens } from './word-tokens.ts'

/** A piece of a text, and whether it is missing in the other text. */
export interface DifferencePart {
  readonly text: string
  readonly differs: boolean
}

/** Two texts in pieces; the pieces of each add up to the text. */
export interface Difference {
  readonly actual: readonly DifferencePart[]
  readonly expected: readonly DifferencePart[]
}

/** Maximum number of words that differ for a comparison by words, so that messages stay fast. */
const MOST_EDITS = 1000
/** Maximum length of both texts for one: beyond it, even finding the words takes long. */
const LONGEST = 40_000

/** Compares two texts word by word; words that both have in the same order are equal. */
export function difference(actual: string, expected: string): Difference {
  const isShort = actual.length + expected.length <= LONGEST
  const changes = isShort
    ? diffArrays(wordTokens(actual), wordTokens(expected), { maxEditLength: MOST_EDITS })
    : undefined
  const whole = (text: string) => (text === '' ? [] : [{ text, differs: actual !== expected }])
  if (!changes) return { actual: whole(actual), expected: whole(expected) }
  const parts = { actual: [] as DifferencePart[], expected: [] as DifferencePart[] }
  for (const [at, { value, added, removed }] of changes.entries()) {
    const text = value.join('')
    // A space between two words that differ belongs to the difference.
    const isBetween = at > 0 && at < changes.length - 1 && text.trim() === ''
    if (!added) add(parts.actual, { text, differs: removed || isBetween })
    if (!removed) add(parts.expected, { text, differs: added || isBetween })
  }
  return parts
}

function add(parts: DifferencePart[], part: DifferencePart): void {
  const last = parts.at(-1)
  if (last?.differs === part.differs) parts[parts.length - 1] = { ...last, text: last.text + part.text }
  else parts.push(part)
}

/** Of several texts, the one that has most in common with the given one. */
export function nearest(text: string, candidates: readonly string[]): string {
  const share = (candidate: string) => {
    const same = difference(text, candidate).actual.filter(({ differs }) => !differs)
    const length = same.reduce((sum, part) => sum + part.text.length, 0)
    return (2 * length) / (text.length + candidate.length || 1)
  }
  const shares = candidates.map(share)
  return candidates[shares.indexOf(Math.max(...shares))] ?? ''
}
