import { similarity } from '../../align/similarity.ts'
import { plainText } from '../text/plain-text.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { Band, Effort } from '../types/review.ts'
import type { Headline, UnitReview } from '../types/unit-review.ts'

/** Shares of a word's price, as CAT tools usually count them. */
const DEFAULT_WEIGHTS: Readonly<Record<Band, number>> = {
  new: 1,
  '50-74': 0.75,
  '75-84': 0.6,
  '85-94': 0.4,
  '95-99': 0.25,
  '100': 0.1,
  context: 0,
  repetition: 0.1,
}

/** Least similarity that a band has. */
const LEAST = 0.5
/** Maximum number of units with a word for it to find similar ones, and of units that are compared. */
const [MOST_HOLDERS, MOST_CANDIDATES] = [50, 8]

/** Counts the effort of a review, document by document. */
export interface EffortCounter {
  /** Adds a document with the plain source texts of its old version. */
  add(review: DocumentReview, old: readonly string[] | undefined): void
  /** What was added so far. */
  count(): Effort
}

/** A new unit, whose band depends on all old documents. */
interface Waiting {
  readonly locale: string
  readonly text: string
  readonly words: number
  /** Similarity to the nearest text of its old document. */
  readonly similarity: number
}

/** Makes a counter; weights that are left out have their default. */
export function createEffortCounter(weights: Readonly<Partial<Record<Band, number>>> = {}): EffortCounter {
  const words: Partial<Record<Headline, Partial<Record<Band, number>>>> = {}
  const waiting: Waiting[] = []
  const known = new Set<string>()
  const put = (headline: Headline, band: Band, count: number) => {
    if (count === 0) return
    const bands = words[headline] ?? {}
    bands[band] = (bands[band] ?? 0) + count
    words[headline] = bands
  }
  return {
    add({ units, locale }, old) {
      for (const plain of old ?? []) known.add(` ${locale} ${plain}`.slice(1))
      const nearest = units.some(({ headline }) => headline === 'new') ? createNearest(old ?? []) : undefined
      for (const unit of units) {
        if (unit.headline === 'new') {
          const text = plainText(unit.texts?.newSource ?? '')
          waiting.push({ locale, text, words: unit.words, similarity: nearest!(text) })
        } else if (unit.headline !== 'removed') put(unit.headline, bandOf(unit), unit.words)
      }
    },
    count() {
      const seen = new Set<string>()
      for (const { locale, text, words: count, similarity: value } of waiting.splice(0)) {
        const key = `${locale} ${text}`
        put('new', known.has(key) ? '100' : seen.has(key) ? 'repetition' : bandOfShare(value), count)
        seen.add(key)
      }
      const all = { ...DEFAULT_WEIGHTS, ...weights }
      const sum = Object.values(words)
        .flatMap((bands) => Object.entries(bands))
        .reduce((total, [band, count]) => total + count * all[band as Band], 0)
      return { words, weights: all, weighted: Math.round(sum) }
    },
  }
}

/** The band of a unit that both versions have. */
function bandOf({ source, structure, moved, texts, join }: UnitReview): Band {
  if (structure !== 'one-to-one') return '95-99'
  if (source === 'same') return moved ? '100' : 'context'
  if (source !== 'text') return '95-99'
  const value =
    join.method === 'similarity' && join.similarity !== undefined
      ? join.similarity
      : similarity(wordsOf(texts?.oldSource), wordsOf(texts?.newSource), 0)
  return bandOfShare(value)
}

function bandOfShare(value: number): Band {
  if (value >= 0.95) return '95-99'
  if (value >= 0.85) return '85-94'
  if (value >= 0.75) return '75-84'
  return value >= LEAST ? '50-74' : 'new'
}

/** Makes a function that returns the similarity of a text to the most similar of others, in time linear in both. */
function createNearest(texts: readonly string[]): (text: string) => number {
  const holders = new Map<string, number[]>()
  for (const [index, plain] of texts.entries()) {
    for (const word of new Set(wordsOf(plain))) {
      const all = holders.get(word)
      if (all) all.push(index)
      else holders.set(word, [index])
    }
  }
  return (text) => {
    const words = wordsOf(text)
    const shared = new Map<number, number>()
    for (const word of new Set(words)) {
      const all = holders.get(word) ?? []
      // A word that many units have tells none of them.
      if (all.length > MOST_HOLDERS) continue
      for (const index of all) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES)
    return Math.max(0, ...best.map(([index]) => similarity(words, wordsOf(texts[index]!), LEAST)))
  }
}

function wordsOf(markup: string | null | undefined): readonly string[] {
  return (
    plainText(markup ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}
