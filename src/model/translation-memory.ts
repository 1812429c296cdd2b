import type { Element, ElementContent } from 'hast'
import { foldSpace } from '../util/text/fold-space.ts'
import type { BilingualDocument } from './document.ts'
import type { Segment, TranslationUnit } from './unit.ts'
import { unitsOf } from './units-of.ts'

/**
 * Style of a text: headings and cells are worded differently from sentences, without articles and as nouns; a label is in bold
 * inside of a text.
 */
export type TextStyle = 'heading' | 'cell' | 'text' | 'label'

/**
 * Translations of a document's sentences in a compact form, because it stays in memory for every document of a
 * docset: parallel lists with an entry for each unit of at most 30 words of source text, and for each label in it.
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
export const TEXT_STYLES: readonly TextStyle[] = ['heading', 'cell', 'text', 'label']

/** Numbers that each entry has in {@link TranslationMemory.places}. */
export const PLACE_SIZE = 2

/** Maximum words of a source text: longer sentences are unique. */
const MOST = 30

/** Maximum words of a label. */
const MOST_OF_LABEL = 6

/** Collects the translations of a document's sentences. */
export function translationMemoryOf(document: BilingualDocument): StoredTranslationMemory {
  const sources: string[] = []
  const targets: string[] = []
  const styles: number[] = []
  const places: number[] = []
  for (const unit of unitsOf(document)) {
    const { source, target } = unit
    if (!source || !target || target.text === '' || !isComparable(unit)) continue
    if (countWords(source.text) <= MOST) {
      sources.push(source.text)
      targets.push(target.text)
      styles.push(TEXT_STYLES.indexOf(styleOf(unit)))
      places.push(...target.place)
    }
    for (const label of labelsOf(source, target)) {
      sources.push(label.source)
      targets.push(label.target)
      styles.push(TEXT_STYLES.indexOf('label'))
      places.push(...label.place)
    }
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

/** The labels in bold of both sides, if there are as many, except where the whole text is one. */
function labelsOf(source: Segment, target: Segment) {
  if (!source.content || !target.content) return []
  const ours = boldIn(source.content)
  if (ours.length === 0 || ours[0] === source.text) return []
  const theirs = boldIn(target.content)
  if (ours.length !== theirs.length) return []
  let from = 0
  return ours.flatMap((label, at) => {
    const translation = theirs[at]!
    const found = target.markup.indexOf(translation, from)
    if (found >= 0) from = found + translation.length
    if (label === '' || translation === '' || countWords(label) > MOST_OF_LABEL) return []
    const start = target.place[0] + found
    const place = found >= 0 ? ([start, start + translation.length] as const) : target.place
    return [{ source: label, target: translation, place }]
  })
}

function boldIn(nodes: readonly ElementContent[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return isBold(node) ? [foldSpace(textIn(node))] : boldIn(node.children)
  })
}

function textIn(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(textIn).join('')
  return node.type === 'text' ? node.value : ''
}

function isBold({ tagName }: Element): boolean {
  return tagName === 'strong' || tagName === 'b'
}

/** Counts the words of a text. */
export function countWords(text: string): number {
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
