import type { Nodes, Root } from 'mdast'
import { visit } from '../util/visit.ts'
import { type Dangling, danglingMarks } from './dangling-marks.ts'
import { type Flanks, flanks } from './flanks.ts'
import type { InlineContent } from './inline-content.ts'
import type { SlotCodec } from './slots.ts'

/** A unit as the search for hazards sees it. */
export interface HazardUnit {
  readonly key: string
  /** The side's core; `null` where the side is missing. */
  readonly core: string | null
  readonly inline: InlineContent | null
  readonly markdown: boolean
}

/** What a search needs. */
export interface HazardSearch {
  /** The skeleton's paragraphs, headings and cells. */
  readonly phrasing: readonly PhrasingPlan[]
  /** The skeleton's text. */
  readonly text: string
  readonly codec: SlotCodec
  readonly unit: (key: string) => HazardUnit | undefined
}

/** A paragraph, heading or cell, as far as the search for hazards needs it: the same for all translations. */
export interface PhrasingPlan {
  readonly isCell: boolean
  /** Texts with tokens. */
  readonly values: readonly { readonly value: string; readonly inLink: boolean }[]
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
    const values: { value: string; inLink: boolean }[] = []
    visit(node as Nodes, (inner, _index, owner) => {
      for (const value of stringsOf(inner))
        if (codec.has(value)) values.push({ value, inLink: owner?.type === 'link' })
    })
    if (values.length === 0) return
    const dangling = danglingMarks({ type: 'root', children: [node as never] }, text)
    plans.push({ isCell: node.type === 'tableCell', values, dangling })
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
  return [...found]
}

/** Within one paragraph, heading or cell, marks left over in different units find each other. */
function inPhrasing(
  { isCell, values, dangling }: PhrasingPlan,
  search: HazardSearch,
  found: Set<string>,
): void {
  const counts = new Map<string, { pieces: Set<string>; count: number }>()
  const note = (piece: string, marks: readonly Dangling[]) => {
    for (const { mark } of marks) {
      const kind = mark === ']' ? '[' : mark
      const entry = counts.get(kind) ?? { pieces: new Set(), count: 0 }
      entry.pieces.add(piece)
      entry.count++
      counts.set(kind, entry)
    }
  }
  let isMarkdown = false
  for (const { value, inLink } of values) {
    for (const piece of search.codec.decode(value)) {
      if (typeof piece === 'string' || piece.type !== 'unit') continue
      const unit = search.unit(piece.key)
      if (!unit?.markdown) continue
      isMarkdown = true
      const { inline, core } = unit
      if (!inline || core === null) continue
      note(unit.key, inline.dangling)
      if (inline.blocks || inline.tags.length > 0) found.add(unit.key)
      if (isCell && hasPipe(core)) found.add(unit.key)
      if (inline.hasLink && inLink) found.add(unit.key)
    }
  }
  if (!isMarkdown) return
  note('', dangling)
  for (const [, { pieces, count }] of counts) {
    if (count < 2 || pieces.size < 2) continue
    for (const piece of pieces) if (piece !== '') found.add(piece)
  }
}

function stringsOf(node: Nodes): string[] {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') return [node.value]
  return node.type === 'image' || node.type === 'imageReference' ? [node.alt ?? ''] : []
}

/** Whether a pipe in a table cell would end the cell (GFM, section 4.10: also within code). */
function hasPipe(core: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\|/.test(core)
}

/** What stands next to a slot can mean something else next to the segment. */
function atEdges(search: HazardSearch, found: Set<string>): void {
  const { text } = search
  const tokens = [...search.codec.tokens(text)]
  for (const [index, { key, start, end }] of tokens.entries()) {
    const unit = search.unit(key)
    if (!unit?.markdown || unit.core === null || unit.core === '') continue
    const [previous, next] = [tokens[index - 1], tokens[index + 1]]
    const before = previous?.end === start ? search.unit(previous.key)?.core?.at(-1) : text[start - 1]
    const after = next?.start === end ? search.unit(next.key)?.core?.[0] : text[end]
    const outsideBefore =
      previous?.end === start ? (before ?? '') : text.slice(Math.max(0, start - 20), start)
    const outsideAfter = next?.start === end ? (after ?? '') : text.slice(end, end + 20)
    if (opensOtherwise(outsideBefore, before ?? '\n', unit.core)) found.add(key)
    if (closesOtherwise(unit.core, outsideAfter, after ?? '\n')) found.add(key)
  }
}

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
