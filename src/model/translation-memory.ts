import type { BilingualDocument } from './document.ts'
import type { TranslationUnit } from './unit.ts'
import { unitsOf } from './units-of.ts'

/** How a text is worded: headings and cells otherwise than sentences, without article and as nouns. */
export type TextStyle = 'heading' | 'cell' | 'text'

/**
 * How a document translates its sentences, compact, as it is kept for every document of a docset: parallel lists with an entry for each
 * unit whose source text has 3 to 30 words.
 */
export interface TranslationMemory {
  /** The source texts; equal ones are one string in memory, whatever the document and locale. */
  readonly sources: readonly string[]
  /** The translations; equal ones are one string in memory. */
  readonly targets: readonly string[]
  /** Index of the style of each in {@link TEXT_STYLES}. */
  readonly styles: Uint8Array
  /** Where the translations stand: the offset of the start, then of the end. */
  readonly places: Uint32Array
}

/** The same as plain data; its texts are parts of the document's. */
export interface StoredTranslationMemory {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly styles: readonly number[]
  readonly places: readonly number[]
}

/** The styles, in the order of their indexes. */
export const TEXT_STYLES: readonly TextStyle[] = ['heading', 'cell', 'text']

/** Numbers that each entry has in {@link TranslationMemory.places}. */
export const PLACE_SIZE = 2

/** Words that a source text has at least and at most: names of less are translated by their use, sentences of more come once. */
const [FEWEST, MOST] = [3, 30]

/** Collects how a document translates its sentences. */
export function translationMemoryOf(document: BilingualDocument): StoredTranslationMemory {
  const sources: string[] = []
  const targets: string[] = []
  const styles: number[] = []
  const places: number[] = []
  for (const unit of unitsOf(document)) {
    const { source, target } = unit
    if (!source || !target || target.text === '' || !isComparable(unit)) continue
    const words = countWords(source.text)
    if (words < FEWEST || words > MOST) continue
    sources.push(source.text)
    targets.push(target.text)
    styles.push(TEXT_STYLES.indexOf(styleOf(unit)))
    places.push(...target.place)
  }
  return { sources, targets, styles, places }
}

/**
 * Makes a translation memory compact.
 *
 * @param texts the texts so far, by themselves: takes new ones.
 */
export function toTranslationMemory(
  { sources, targets, styles, places }: StoredTranslationMemory,
  texts: Map<string, string>,
): TranslationMemory {
  return {
    sources: sources.map((text) => intern(text, texts)),
    targets: targets.map((text) => intern(text, texts)),
    styles: Uint8Array.from(styles),
    places: Uint32Array.from(places),
  }
}

function isComparable({ structural, syntax, context, defects }: TranslationUnit): boolean {
  return !structural && syntax !== 'text' && context.kind !== 'code' && defects.length === 0
}

function styleOf({ context }: TranslationUnit): TextStyle {
  if (context.kind === 'table-cell') return 'cell'
  return context.kind === 'heading' ? 'heading' : 'text'
}

function countWords(text: string): number {
  let count = text === '' ? 0 : 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

function intern(text: string, texts: Map<string, string>): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  texts.set(text, text)
  return text
}
