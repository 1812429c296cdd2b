import type { ScannedUnit } from '../../src/review/scan/scanned-document.ts'

/** A unit whose target can be replaced. */
export interface PlantableUnit extends ScannedUnit {
  readonly source: string
  readonly target: string
  /** Offset of the target in the text. */
  readonly targetAt: number
}

/** A unit in its document, and what a fault can take from elsewhere. */
export interface Site {
  readonly language: string
  readonly text: string
  readonly unit: PlantableUnit
  /** The unit after it, if any. */
  readonly next: PlantableUnit | undefined
  /** Returns a random number from 0 to 1, the same ones in each run. */
  readonly random: () => number
  /** Returns a unit of another document of the docset. */
  readonly another: () => PlantableUnit | undefined
  /** Returns the translation of the source, or else of a similar one, in another language. */
  readonly foreign: () => string | undefined
  /** Units in first headings of the documents in the same folder. */
  readonly titles: readonly PlantableUnit[]
}

/** Replaces the part of a document from `start` to `end` by `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A kind of fault. */
export interface Fault {
  readonly kind: string
  /** What it does. */
  readonly about: string
  /** Languages in which it can be planted. Default: all. */
  readonly languages?: readonly string[]
  /** Whether a new finding anywhere in the document counts. Default: only one in the unit. */
  readonly isStructural?: boolean
  /** Returns the damaged target, or edits of the document; `undefined` if the unit does not lend itself. */
  readonly plant: (site: Site) => string | readonly Edit[] | undefined
}

const PROTECTED = /`[^`]*`|\$\$?[^$]+\$\$?|\]\([^)]*\)|<[^>]*>|&[^;\s]+;|https?:[^\s\])]+/g

/** Replaces code, formulas, addresses, tags and entities by as many NUL characters. */
export function masked(markup: string): string {
  return markup.replace(PROTECTED, (found) => '\0'.repeat(found.length))
}

/** Returns the only match of a pattern; `undefined` if there is none, or several. */
export function only(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`))]
  return found.length === 1 ? found[0] : undefined
}

/**
 * Replaces what both sides have exactly once, outside of code and addresses.
 *
 * @param pick chooses the text to look in. Default: all but what {@link masked} hides.
 */
export function replaceShared(
  { unit: { source, target } }: Site,
  pattern: RegExp,
  put: (found: string) => string | undefined,
  pick: (markup: string) => string = masked,
): string | undefined {
  const [ours, theirs] = [only(pick(source), pattern), only(pick(target), pattern)]
  if (!ours || !theirs || ours[0] !== theirs[0]) return undefined
  const text = put(theirs[0])
  return text === undefined ? undefined : splice(target, theirs.index, theirs[0].length, text)
}

/** Replaces a part of a text. */
export function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length)
}

/** Removes one letter from the middle of a text. */
export function withoutLetter(text: string): string {
  const letters = [...text.matchAll(/\p{L}/gu)]
  const { index } = letters[letters.length >> 1] ?? { index: text.length >> 1 }
  return splice(text, index, 1, '')
}

/** Returns one of the values. */
export function oneOf<Value>(values: readonly Value[], random: () => number): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

/** Whether a text has no markup. */
export function isPlain(markup: string): boolean {
  return !/[`<[\]*_&\\|]/.test(markup)
}
