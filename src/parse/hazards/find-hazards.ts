/**
 * Finds units that cannot be slots.
 *
 * An emphasis opens in one unit and closes in the next, a pipe would end a table cell, an underscore next to a
 * slot means something else than next to the text. The search errs on the side of finding too many: the side is
 * then parsed in full (`bitext/marked-text.ts`).
 */

import type { Link, Nodes, Root } from 'mdast'
import type { SlotCodec } from '../../bitext/slots.ts'
import { isPartOfFormula } from '../../model/formulas.ts'
import type { Syntax } from '../../model/unit.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { isFormulaNode } from '../formulas/formula-syntax.ts'
import { rawLinkOf } from '../html/raw-links.ts'
import { pipesInCode } from '../markdown/code-pipes.ts'
import type { InlineContent } from '../segments/inline-content.ts'
import { type Dangling, danglingMarks } from './dangling-marks.ts'
import { type Flanks, flanks } from './flanks.ts'

/** One side of a unit in a search for hazards, and the range of its slot in the skeleton's text. */
export interface HazardUnit {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The side's core; `null` if the side is missing. */
  readonly core: string | null
  readonly inline: InlineContent | null
  readonly syntax: Syntax
}

/** Input of a search. */
export interface HazardSearch {
  /** The skeleton's paragraphs, headings and cells. */
  readonly phrasing: readonly PhrasingPlan[]
  /** The skeleton's text. */
  readonly text: string
  /** All units with a slot, by its number. */
  readonly units: readonly HazardUnit[]
}

/** A paragraph, heading or cell in a search for hazards; the same for all translations. */
export interface PhrasingPlan {
  readonly isCell: boolean
  /** Numbers of its slots. */
  readonly slots: readonly number[]
  /** Numbers of the slots in links. */
  readonly inLinks: ReadonlySet<number>
  /** Numbers of the slots in autolinks: the address continues in them. */
  readonly inAddresses: ReadonlySet<number>
  /** Numbers of the slots in formulas. */
  readonly inFormulas: ReadonlySet<number>
  /** Marks of the skeleton itself without a partner. */
  readonly dangling: readonly Dangling[]
}

const PHRASING = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * Collects the input of a search for hazards from the skeleton's Markdown tree.
 *
 * @param tree tree before any transform, with positions in `text`.
 */
export function planPhrasing(
  tree: Root,
  text: string,
  codec: SlotCodec,
  hasFormulas = false,
): readonly PhrasingPlan[] {
  const plans: PhrasingPlan[] = []
  visit(tree, (node) => {
    if (!PHRASING.has(node.type)) return
    const slots: number[] = []
    const inLinks = new Set<number>()
    const inAddresses = new Set<number>()
    const inFormulas = new Set<number>()
    let isInRawLink = false
    visit(node as Nodes, (inner, _index, owner) => {
      const raw = inner.type === 'html' ? rawLinkOf(inner) : undefined
      if (raw !== undefined) isInRawLink = raw === 'start'
      for (const value of stringsOf(inner)) {
        if (!codec.has(value)) continue
        for (const number of codec.numbers(value)) {
          slots.push(number)
          if (owner?.type === 'link' || isInRawLink) inLinks.add(number)
          if (isFormulaNode(inner)) inFormulas.add(number)
          if (owner?.type === 'link' && isAddress(owner, text)) inAddresses.add(number)
        }
      }
    })
    if (slots.length > 0) {
      const dangling = danglingMarks({ type: 'root', children: [node as never] }, text, hasFormulas)
      plans.push({ isCell: node.type === 'tableCell', slots, inLinks, inAddresses, inFormulas, dangling })
    }
    return SKIP
  })
  return plans
}

/**
 * Finds the units whose markup on one side reaches beyond their edges: filling their slots would give another
 * result than parsing the monolingual text. Finding too many costs time, but not correctness.
 */
export function findHazards(search: HazardSearch): string[] {
  const found = new Set<string>()
  for (const plan of search.phrasing) inPhrasing(plan, search, found)
  atEdges(search, found)
  for (const { key, syntax, inline } of search.units)
    if (syntax === 'html' && inline && inline.tags.length > 0) found.add(key)
  return [...found]
}

/** Finds units in one paragraph, heading or cell whose unpaired marks pair with each other. */
function inPhrasing(
  { isCell, slots, inLinks, inAddresses, inFormulas, dangling }: PhrasingPlan,
  { text, units }: HazardSearch,
  found: Set<string>,
): void {
  const left: [piece: string, marks: readonly Dangling[]][] = []
  for (const slot of slots) {
    const unit = units[slot]
    // The dollars around it belong to others.
    if (unit?.core && inFormulas.has(slot) && !isPartOfFormula(unit.core)) found.add(unit.key)
    if (unit?.syntax !== 'markdown') continue
    const { key, inline, core } = unit
    if (!inline || core === null) continue
    if (inline.dangling.length > 0) left.push([key, inline.dangling])
    if (inline.blocks || inline.tags.length > 0) found.add(key)
    if (isCell && hasPipe(core)) found.add(key)
    if (inline.hasLink && inLinks.has(slot)) found.add(key)
    if (core.includes('[^') && hasFootnote(core, text)) found.add(key)
    if (inAddresses.has(slot) && !IN_ADDRESS.test(core)) found.add(key)
  }
  if (left.length === 0) return
  left.push(['', dangling])
  findPartners(left, found)
}

/** Finds pieces with marks of the same kind; the skeleton's own piece has no name. */
function findPartners(
  left: readonly (readonly [piece: string, marks: readonly Dangling[]])[],
  found: Set<string>,
): void {
  const kinds = new Map<string, { pieces: Set<string>; count: number }>()
  for (const [piece, marks] of left) {
    for (const { mark } of marks) {
      const kind = mark === ']' ? '[' : mark
      const entry = kinds.get(kind) ?? { pieces: new Set(), count: 0 }
      entry.pieces.add(piece)
      entry.count++
      kinds.set(kind, entry)
    }
  }
  for (const { pieces } of kinds.values()) {
    if (pieces.size < 2) continue
    for (const piece of pieces) if (piece !== '') found.add(piece)
  }
}

/**
 * Text that continues an address. (A full parse would cut it off if it begins with an address's punctuation.)
 */
const IN_ADDRESS = /^(?:[\w./?#=&%~+-]*\w|[/?#=&%~+-][\s\S]*)$/

/** Whether a link is a bare address. */
function isAddress({ position }: Link, text: string): boolean {
  return !/[[<]/.test(text[position?.start.offset ?? -1] ?? '[')
}

const NO_STRINGS: readonly never[] = []

function stringsOf(node: Nodes): readonly string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') return [node.value]
  return node.type === 'image' || node.type === 'imageReference' ? [node.alt ?? ''] : NO_STRINGS
}

/** Whether a segment refers to a footnote of the document, whose number depends on all references. */
function hasFootnote(core: string, text: string): boolean {
  return [...core.matchAll(/\[\^[^\]\s]+\]/g)].some(([reference]) => text.includes(`${reference}:`))
}

/**
 * Whether a pipe has another meaning in a table cell than outside tables: an unescaped one outside code ends the
 * cell, and an escaped one in code loses its backslash.
 */
function hasPipe(core: string): boolean {
  if (!core.includes('|')) return false
  if (core.includes('\\|') && core.includes('`')) return true
  const inCode = new Set(pipesInCode(core))
  return [...core.matchAll(/\\[\s\S]|\|/g)].some(({ 0: found, index }) => found === '|' && !inCode.has(index))
}

/** Whether a slot is a whole line, quoted or not: then its text can be a row of a table. */
function isWholeLine(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 20))
  )
}

/** Finds units next to text that means something else next to the segment than next to a slot. */
function atEdges({ text, units }: HazardSearch, found: Set<string>): void {
  for (let index = 0; index < units.length; index++) {
    const { key, start, end, core, syntax } = units[index]!
    if (syntax !== 'markdown' || core === null || core === '') continue
    if (core[0] === '|' && isWholeLine(text, start, end)) found.add(key)
    const [previous, next] = [units[index - 1], units[index + 1]]
    const [touchesPrevious, touchesNext] = [previous?.end === start, next?.start === end]
    const before = touchesPrevious ? previous?.core?.at(-1) : text[start - 1]
    const after = touchesNext ? next?.core?.[0] : text[end]
    // The four characters at the edges decide nearly all cases.
    if (OPENS.has(before ?? '') || MARKS.has(core[0]!)) {
      const outside = touchesPrevious ? (before ?? '') : text.slice(Math.max(0, start - 20), start)
      if (opensOtherwise(outside, before ?? '\n', core)) found.add(key)
    }
    if (MARKS.has(after ?? '') || CLOSES.has(core.at(-1)!)) {
      const outside = touchesNext ? (after ?? '') : text.slice(end, end + 20)
      if (closesOtherwise(core, outside, after ?? '\n')) found.add(key)
    }
  }
}

/** Marks of emphasis; `OPENS` and `CLOSES` add characters that matter just before a segment and at its end. */
const MARKS: ReadonlySet<string> = new Set('*_~')
const OPENS: ReadonlySet<string> = new Set('*_~\\!]`')
const CLOSES: ReadonlySet<string> = new Set('*_~\\!]` ')

function differ(a: Flanks, b: Flanks): boolean {
  return a.opens !== b.opens || a.closes !== b.closes
}

/** @param outside text before the slot, @param before character just before it */
function opensOtherwise(outside: string, before: string, core: string): boolean {
  const first = core[0]!
  const run = /([*_~])\1*$/.exec(outside)
  if (run) {
    const mark = run[1]!
    if (first === mark) return true
    const previous = outside[run.index - 1] ?? ' '
    if (differ(flanks(previous, mark, 'x'), flanks(previous, mark, first))) return true
  }
  const inner = /^([*_~])\1*/.exec(core)
  if (
    inner &&
    !run &&
    differ(
      flanks(' ', inner[1]!, core[inner[0].length] ?? ' '),
      flanks(before, inner[1]!, core[inner[0].length] ?? ' '),
    )
  ) {
    return true
  }
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(outside) && isAsciiPunctuation(first)) return true
  return (
    (outside.endsWith('!') && first === '[') ||
    (outside.endsWith(']') && /[[(]/.test(first)) ||
    (outside.endsWith('`') && first === '`')
  )
}

/** @param outside text after the slot, @param after character just after it */
function closesOtherwise(core: string, outside: string, after: string): boolean {
  const last = core[core.length - 1]!
  const run = /^([*_~])\1*/.exec(outside)
  if (run) {
    const mark = run[1]!
    if (last === mark && core[core.length - 2] !== '\\') return true
    const next = outside[run[0].length] ?? ' '
    if (differ(flanks('x', mark, next), flanks(last, mark, next))) return true
  }
  const inner = /([*_~])\1*$/.exec(core)
  if (inner && !run && core[inner.index - 1] !== '\\') {
    const previous = core[inner.index - 1] ?? ' '
    if (differ(flanks(previous, inner[1]!, ' '), flanks(previous, inner[1]!, after))) return true
  }
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(core) && (after === '\n' || after === '\r' || isAsciiPunctuation(after)))
    return true
  if (/ {2,}$/.test(core) && /^\r?\n[^\n]/.test(outside)) return true
  return (
    (last === ']' && /^[([:]/.test(outside)) ||
    (last === '!' && after === '[') ||
    (last === '`' && outside.startsWith('`'))
  )
}

function isAsciiPunctuation(character: string): boolean {
  return /[!-/:-@[-`{-~]/.test(character)
}
