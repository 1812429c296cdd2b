/**
 * Finds units that cannot be slots.
 *
 * An emphasis opens in one unit and closes in the next, a pipe would end a table cell, an underscore means something else next to a slot than next
 * to the text. The search errs on the side of finding too many: the side is then parsed in full (`bitext/marked-text.ts`).
 */

import type { Link, Nodes, Root } from 'mdast'
import type { SlotCodec } from '../../bitext/slots.ts'
import type { Syntax } from '../../model/unit.ts'
import { SKIP, visit } from '../../util/visit.ts'
import { rawLinkOf } from '../html/raw-links.ts'
import { pipesInCode } from '../markdown/code-pipes.ts'
import type { InlineContent } from '../segments/inline-content.ts'
import { type Dangling, danglingMarks } from './dangling-marks.ts'
import { type Flanks, flanks } from './flanks.ts'

/** A unit on one side as the search for hazards sees it, and where its slot stands in the skeleton's text. */
export interface HazardUnit {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The side's core; `null` where the side is missing. */
  readonly core: string | null
  readonly inline: InlineContent | null
  readonly syntax: Syntax
}

/** What a search needs. */
export interface HazardSearch {
  /** The skeleton's paragraphs, headings and cells. */
  readonly phrasing: readonly PhrasingPlan[]
  /** The skeleton's text. */
  readonly text: string
  /** All units that have a slot, by its number. */
  readonly units: readonly HazardUnit[]
}

/** A paragraph, heading or cell, as far as the search for hazards needs it: the same for all translations. */
export interface PhrasingPlan {
  readonly isCell: boolean
  /** Numbers of the slots in it. */
  readonly slots: readonly number[]
  /** Numbers of those that stand in links. */
  readonly inLinks: ReadonlySet<number>
  /** Numbers of those that addresses which are links by themselves go on into. */
  readonly inAddresses: ReadonlySet<number>
  /** Marks of the skeleton itself that found no partner. */
  readonly dangling: readonly Dangling[]
}

const PHRASING = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * Reads from the skeleton's Markdown tree what the search for hazards needs.
 *
 * @param tree before any transform, with positions in `text`.
 */
export function planPhrasing(tree: Root, text: string, codec: SlotCodec): readonly PhrasingPlan[] {
  const plans: PhrasingPlan[] = []
  visit(tree, (node) => {
    if (!PHRASING.has(node.type)) return
    const slots: number[] = []
    const inLinks = new Set<number>()
    const inAddresses = new Set<number>()
    let isInRawLink = false
    visit(node as Nodes, (inner, _index, owner) => {
      const raw = inner.type === 'html' ? rawLinkOf(inner) : undefined
      if (raw !== undefined) isInRawLink = raw === 'start'
      for (const value of stringsOf(inner)) {
        if (!codec.has(value)) continue
        for (const number of codec.numbers(value)) {
          slots.push(number)
          if (owner?.type === 'link' || isInRawLink) inLinks.add(number)
          if (owner?.type === 'link' && isAddress(owner, text)) inAddresses.add(number)
        }
      }
    })
    if (slots.length > 0) {
      const dangling = danglingMarks({ type: 'root', children: [node as never] }, text)
      plans.push({ isCell: node.type === 'tableCell', slots, inLinks, inAddresses, dangling })
    }
    return SKIP
  })
  return plans
}

/**
 * Finds the units whose markup reaches across their own edges on one side: filling their slots would not give what the monolingual
 * text gives. Errs on the side of finding too many, which costs time but no truth.
 */
export function findHazards(search: HazardSearch): string[] {
  const found = new Set<string>()
  for (const plan of search.phrasing) inPhrasing(plan, search, found)
  atEdges(search, found)
  for (const { key, syntax, inline } of search.units)
    if (syntax === 'html' && inline && inline.tags.length > 0) found.add(key)
  return [...found]
}

/** Within one paragraph, heading or cell, marks left over in different units find each other. */
function inPhrasing(
  { isCell, slots, inLinks, inAddresses, dangling }: PhrasingPlan,
  { text, units }: HazardSearch,
  found: Set<string>,
): void {
  const left: [piece: string, marks: readonly Dangling[]][] = []
  for (const slot of slots) {
    const unit = units[slot]
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

/** Marks of one kind in different pieces; the skeleton's own piece has no name. */
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

/** What an address goes on into as a whole. (What begins with a mark of addresses would be cut off by a full parse.) */
const IN_ADDRESS = /^(?:[\w./?#=&%~+-]*\w|[/?#=&%~+-][\s\S]*)$/

/** Whether a link is an address that nothing marks as one. */
function isAddress({ position }: Link, text: string): boolean {
  return !/[[<]/.test(text[position?.start.offset ?? -1] ?? '[')
}

const NO_STRINGS: readonly never[] = []

function stringsOf(node: Nodes): readonly string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') return [node.value]
  return node.type === 'image' || node.type === 'imageReference' ? [node.alt ?? ''] : NO_STRINGS
}

/** Whether a segment refers to a footnote of the document: its number is told by all that do. */
function hasFootnote(core: string, text: string): boolean {
  return [...core.matchAll(/\[\^[^\]\s]+\]/g)].some(([reference]) => text.includes(`${reference}:`))
}

/**
 * Whether a pipe in a table cell means something else than outside of a table: one that is neither escaped nor in code ends the cell, and
 * one that is escaped is bare in code.
 */
function hasPipe(core: string): boolean {
  if (!core.includes('|')) return false
  if (core.includes('\\|') && core.includes('`')) return true
  const inCode = new Set(pipesInCode(core))
  return [...core.matchAll(/\\[\s\S]|\|/g)].some(({ 0: found, index }) => found === '|' && !inCode.has(index))
}

/** Whether a slot is all of its line, in a quote or not: then its text can be a row of a table. */
function isWholeLine(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 20))
  )
}

/** What stands next to a slot can mean something else next to the segment. */
function atEdges({ text, units }: HazardSearch, found: Set<string>): void {
  for (let index = 0; index < units.length; index++) {
    const { key, start, end, core, syntax } = units[index]!
    if (syntax !== 'markdown' || core === null || core === '') continue
    if (core[0] === '|' && isWholeLine(text, start, end)) found.add(key)
    const [previous, next] = [units[index - 1], units[index + 1]]
    const [touchesPrevious, touchesNext] = [previous?.end === start, next?.start === end]
    const before = touchesPrevious ? previous?.core?.at(-1) : text[start - 1]
    const after = touchesNext ? next?.core?.[0] : text[end]
    // Nearly all are told by the four characters at the edges.
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

/** Marks of emphasis, and what else can mean something at the end of what stands before a segment, and at its own end. */
const MARKS: ReadonlySet<string> = new Set('*_~')
const OPENS: ReadonlySet<string> = new Set('*_~\\!]`')
const CLOSES: ReadonlySet<string> = new Set('*_~\\!]` ')

function differ(a: Flanks, b: Flanks): boolean {
  return a.opens !== b.opens || a.closes !== b.closes
}

/** @param outside the text before the slot, @param before the character just before it */
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

/** @param outside the text after the slot, @param after the character just after it */
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
