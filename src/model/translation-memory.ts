import type { BilingualDocument } from './document.ts'
import type { TranslationUnit } from './unit.ts'
import { unitsOf } from './units-of.ts'

/** Style of a text: headings and cells are worded differently from sentences, without articles and as nouns. */
export type TextStyle = 'heading' | 'cell' | 'text'

/**
 * Translations of a document's sentences in a compact form, because it stays in memory for every document of a
 * docset: parallel lists with an entry for each unit with 3 to 30 words of source text.
 */
export interface TranslationMemory {
  /** Source texts; equal ones share a string in memory, across documents and locales. */
  readonly sources: readonly string[]
  /** Translations; equal ones share a string in memory. */
  readonly targets: readonly string[]
  /** Indexes of the styles in {@link TEXT_STYLES}. */
  readonly styles: Uint8Array
  /** Places of the translations: the offset of the start, then of the end. */
  readonly places: Uint32Array
}

/** A translation memory as plain data; its texts are parts of the document's text. */
export interface StoredTranslationMemory {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly styles: readonly number[]
  readonly places: readonly number[]
}

/** Styles in the order of their indexes. */
export const TEXT_STYLES: readonly TextStyle[] = ['heading', 'cell', 'text']

/** Numbers that each entry has in {@link TranslationMemory.places}. */
export const PLACE_SIZE = 2

/**
 * Minimum and maximum words of a source text: shorter names are translated by context, longer sentences are
 * unique.
 */
const [FEWEST, MOST] = [3, 30]

/** Collects the translations of a document's sentences. */
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
 * @param texts shared strings so far; new texts are added.
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
