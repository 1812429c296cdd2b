import type { Segment } from '../../model/unit.ts'
import type { Pair } from '../literals/sound-pairs.ts'
import { lengthOf, lengthWithoutKept } from './length-of.ts'

/** How a translation can differ from its source text so much that it is probably that of another text. */
export type Misfit = 'length' | 'markup' | 'final mark' | 'names'

/** What is known about the translations of a document. */
export interface FitContext {
  /** The usual ratio of the length of a translation to that of its source text. */
  readonly usual: number
  /** Whether the language is written in Latin script, so that its own words look like names. */
  readonly isLatin: boolean
  /** Whether nearly all translations keep a name. */
  readonly isKept: (name: string) => boolean
}

/** Minimum length of a source text in characters. */
const ENOUGH = 6
/** From this length on, lengths vary less. */
const LONG = 40
/** The least and the most of the usual length. */
const BAND = { short: [0.4, 2.5], long: [0.5, 2] } as const
/** How much evidence is enough, and how much of it each difference is. */
const DECISIVE = 3
const WEIGHT = 2

/** A formula or a command of one, or a reference, of which the text is not what is written. */
const formula = /\$|\\[a-z]|<xref:|:::/i

/** Returns how a translation differs from its source text, if the differences together show that it is the translation of another one; else nothing. */
export function misfits({ source, target }: Pair, context: FitContext): readonly Misfit[] {
  const found: Misfit[] = []
  const from = lengthOf(source)
  if (from < ENOUGH) return found
  const to = lengthOf(target)
  if (hasOtherLength(from, to, source, target, context)) found.push('length')
  // Most texts have none.
  if ((source.content || target.content) && hasOtherMarkup(source.markup, target.markup)) found.push('markup')
  let weight = found.length * WEIGHT
  // Labels can end like sentences in one language only.
  if (Math.max(from, to) >= LONG && hasOtherEnd(source.text, target.text)) {
    found.push('final mark')
    weight++
  }
  // Most translations end here.
  if (weight === 0 || formula.test(source.markup) || formula.test(target.markup)) return []
  const names = newNames(source, target, context.isLatin)
  const lacks = weight === DECISIVE - 1 && from >= LONG && lacksName(source, target, context)
  const strange = Math.min(names.length, 2) + (lacks ? 1 : 0)
  if (strange > 0) found.push('names')
  return weight + strange >= DECISIVE && weight >= WEIGHT ? found : []
}

/** Whether a translation is much shorter or longer than usual; some are written in both languages. */
function hasOtherLength(
  from: number,
  to: number,
  source: Segment,
  target: Segment,
  { usual, isLatin }: FitContext,
): boolean {
  const [least, most] = from < LONG ? BAND.short : BAND.long
  const ratio = to / from / usual
  if (ratio < least) return true
  return ratio > most && (isLatin || lengthWithoutKept(source, target) / from / usual > most)
}

const bold = /\*\*|__|<(?:b|strong)\b/i
const bracket = /[[［【「『]/
/** Links and code. */
const others = [/\]\(|\]\[|<a\b/i, /`|<code\b/i]

/** Whether only one of both sides has bold text, links or code; translations can have brackets for bold text. */
function hasOtherMarkup(source: string, target: string): boolean {
  if (others.some((mark) => mark.test(source) !== mark.test(target))) return true
  const isBold = bold.test(source)
  return isBold !== bold.test(target) && !(isBold && bracket.test(target))
}

/** Whether only one of both texts ends like a sentence; a sentence can also end with a colon, where a list follows. */
function hasOtherEnd(source: string, target: string): boolean {
  const [one, other] = [endOf(withoutNote(source)), endOf(withoutNote(target))]
  return one !== other && (one === '.' || other === '.') && one !== ':' && other !== ':'
}

/** A text without a note in parentheses at its end. */
function withoutNote(text: string): string {
  if (!/[)）]$/.test(text)) return text
  const at = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'))
  return at > 0 ? text.slice(0, at).trimEnd() : text
}

/** The kind of mark at the end. */
export function endOf(text: string): string {
  return /[.!。！।]["”’»」]?$/u.test(text) ? '.' : /[:：]$/.test(text) ? ':' : /[?？؟]$/.test(text) ? '?' : ''
}

/** Names in a translation that its source text does not have, nor those beside them. */
function newNames(source: Segment, target: Segment, isLatin: boolean): readonly string[] {
  const found = target.text.match(
    isLatin ? /\p{Lu}\p{Ll}+\p{Lu}\p{L}*/gu : /[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,9}/g,
  )
  if (!found) return []
  const written = source.markup.toLowerCase()
  // Some write “DirectAccess” for “Direct Access”.
  const known = `${written} ${written.replace(/\s+/g, '')}`
  return [...new Set(found.slice(0, MOST).map((name) => name.toLowerCase()))].filter(
    (name) => !name.split(' ').some((word) => known.includes(word)),
  )
}

/** Whether a translation lacks a name that others keep. */
function lacksName(source: Segment, target: Segment, { isKept }: FitContext): boolean {
  const text = target.text.toLowerCase()
  return namesIn(source).some((name) => !text.includes(name.toLowerCase()) && isKept(name))
}

/** A name of at least four letters: shorter ones can be parts of words. */
const NAME = /\b[A-Z][A-Za-z]{3,}/g

/** Most names of a text to look at: each is searched in the other text. */
const MOST = 100

function namesIn({ text }: Segment): readonly string[] {
  return text.match(NAME)?.slice(0, MOST) ?? []
}

/** Minimum number of texts with a name, and the least share of translations that keep it. */
const OFTEN = 3
const NEARLY_ALL = 0.8

/** Returns whether nearly all translations of a document keep a name; the names are counted on first use. */
export function keptNames(pairs: readonly Pair[]): (name: string) => boolean {
  let uses: Map<string, { total: number; kept: number }> | undefined
  return (name) => {
    uses ??= countNames(pairs)
    const use = uses.get(name)
    return use !== undefined && use.total >= OFTEN && use.kept >= use.total * NEARLY_ALL
  }
}

function countNames(pairs: readonly Pair[]) {
  const uses = new Map<string, { total: number; kept: number }>()
  for (const { source, target } of pairs) {
    const text = target.text.toLowerCase()
    for (const name of new Set(namesIn(source))) {
      const use = uses.get(name) ?? { total: 0, kept: 0 }
      uses.set(name, use)
      use.total++
      if (text.includes(name.toLowerCase())) use.kept++
    }
  }
  return uses
}
