import type { UnitDefect } from '../model/unit.ts'
import type { SxsPiece, SxsSide, SxsUnit } from './sxs-piece.ts'
import { type SxsToken, tokenizeSxs } from './tokenize-sxs.ts'

interface OpenSide {
  id: string
  start: number
  end: number
  units: SxsUnit[]
}

interface OpenUnit {
  id: string
  start: number
  target: OpenSide | null
  source: OpenSide | null
  defects: UnitDefect[]
  /** Index of the token that ends the target side; -1 once the source side is open. */
  pair: number
  /** Offset of the first `</span>` inside the source side, a likely end if the real one is missing. */
  closer: number
  /** End of the line in which the open side starts. */
  lineEnd: number
}

const NONE: readonly never[] = Object.freeze([])
const CLOSER = '</span>'.length

/**
 * Finds the bilingual units of a text. The delimiters themselves are the grammar; the scan ignores the text
 * between them, which can contain anything (unclosed elements, blank lines, Markdown).
 *
 * Lossless and linear: the pieces join to the input for any input. Missing, doubled, nested, crossed and
 * truncated delimiters become defects; the scan never throws.
 *
 * A target ends at `</span><span class="sxs-lookup"><span data-stu-id="SAME-ID">`. A source ends at
 * `</span></span>`; the last two of a longer run belong to the unit.
 */
export function scanSxs(text: string): SxsPiece[] {
  return new Scan(text).run()
}

class Scan {
  readonly text: string
  readonly tokens: readonly SxsToken[]
  readonly pairs: Int32Array
  readonly stack: OpenUnit[] = []
  readonly units: SxsUnit[] = []
  lineEnd = -1
  blankLine = -1

  constructor(text: string) {
    this.text = text
    this.tokens = tokenizeSxs(text)
    this.pairs = pairTokens(this.tokens)
  }

  run(): SxsPiece[] {
    for (let index = 0; index < this.tokens.length; index++) {
      const token = this.tokens[index]!
      if (token.type === 'close') this.close(token)
      else if (token.type === 'target') this.openTarget(token, index)
      else this.openSource(token, index)
    }
    while (this.stack.length > 0) this.cutOff(this.text.length)
    return withText(this.units, this.text.length)
  }

  get top(): OpenUnit | undefined {
    return this.stack[this.stack.length - 1]
  }

  openTarget(token: SxsToken, index: number): void {
    while (this.top?.pair === -1 && !this.closesAfter(index)) this.cutOff(token.start)
    const pair = this.pairOf(index)
    const unit: OpenUnit = {
      id: token.id,
      start: token.start,
      target: { id: token.id, start: token.end, end: token.end, units: [] },
      source: null,
      defects: token.damaged ? ['damaged'] : [],
      pair,
      closer: -1,
      lineEnd: this.endOfLine(token.end),
    }
    if (pair >= 0) {
      this.stack.push(unit)
      return
    }
    const end = this.guessEnd(unit, index + 1)
    unit.target!.end = end
    unit.defects.push('source-missing')
    if (this.crosses(index)) unit.defects.push('crossed')
    this.finish(unit, this.text.startsWith('</span>', end) ? end + CLOSER : end)
  }

  openSource(token: SxsToken, index: number): void {
    while (this.top?.pair === -1) this.cutOff(token.start)
    const side: OpenSide = { id: token.id, start: token.end, end: token.end, units: [] }
    const unit = this.top
    if (unit?.pair === index) {
      unit.target!.end = token.start
      unit.source = side
      unit.pair = -1
      unit.lineEnd = this.endOfLine(token.end)
      if (unit.id !== token.id) unit.defects.push('id-differs')
      if (token.damaged && !unit.defects.includes('damaged')) unit.defects.push('damaged')
      return
    }
    const defects: UnitDefect[] = token.damaged ? ['damaged', 'target-missing'] : ['target-missing']
    if (this.pairs[index] === -2) defects.push('crossed')
    const lineEnd = this.endOfLine(token.end)
    this.stack.push({
      id: token.id,
      start: token.start,
      target: null,
      source: side,
      defects,
      pair: -1,
      closer: -1,
      lineEnd,
    })
  }

  /** Ends sources at a run of `</span>`: the last two end the outermost one, the two before them the next. */
  close(token: SxsToken): void {
    const unit = this.top
    if (unit?.pair !== -1) return
    const count = (token.end - token.start) / CLOSER
    if (count < 2) {
      if (unit.closer < 0) unit.closer = token.start
      return
    }
    let inner = 1
    while (inner * 2 + 2 <= count && this.stack[this.stack.length - 1 - inner]?.pair === -1) inner++
    for (let depth = inner - 1; depth >= 0; depth--) {
      const open = this.stack.pop()!
      const end = token.end - depth * 2 * CLOSER
      open.source!.end = end - 2 * CLOSER
      this.finish(open, end)
    }
  }

  /** Ends the innermost source before `limit`, because its closing delimiter is missing. */
  cutOff(limit: number): void {
    const unit = this.stack.pop()!
    const side = unit.source ?? unit.target!
    const last = side.units[side.units.length - 1]
    if (unit.closer >= 0 && unit.closer >= (last?.end ?? 0)) {
      side.end = unit.closer
      unit.defects.push('truncated')
      this.finish(unit, unit.closer + CLOSER)
      return
    }
    side.end = Math.min(limit, Math.max(unit.lineEnd, last?.end ?? 0))
    unit.defects.push('truncated')
    this.finish(unit, side.end)
  }

  finish(unit: OpenUnit, end: number): void {
    const parent = this.top
    const done: SxsUnit = {
      type: 'unit',
      id: unit.id,
      start: unit.start,
      end,
      target: unit.target && sideOf(unit.target),
      source: unit.source && sideOf(unit.source),
      defects: unit.defects.length > 0 ? unit.defects : NONE,
    }
    if (parent === undefined) this.units.push(done)
    else (parent.source ?? parent.target!).units.push(done)
  }

  /** Returns the index of the source opener that ends the target opened at `index`, or -1. */
  pairOf(index: number): number {
    const outer = this.top?.pair ?? -1
    const pair = this.pairs[index]!
    if (pair >= 0) return outer >= 0 && pair > outer ? -1 : pair
    // Openers with different ids are a pair only if there is no other opener between them.
    let next = index + 1
    while (this.tokens[next]?.type === 'close') next++
    const token = this.tokens[next]
    if (token?.type !== 'source' || next === outer) return -1
    return token.start <= this.endOfParagraph(this.tokens[index]!.end) ? next : -1
  }

  crosses(index: number): boolean {
    return this.pairs[index]! >= 0
  }

  /** Whether the open source is closed later in the same line: if so, the unit at `index` is nested in it. */
  closesAfter(index: number): boolean {
    const lineEnd = this.top!.lineEnd
    let open = this.stack.length - this.stack.findLastIndex((unit) => unit.pair !== -1) - 1
    const last = Math.min(this.tokens.length, index + 64)
    for (let next = index; next < last; next++) {
      const token = this.tokens[next]!
      if (token.start >= lineEnd) return false
      if (token.type === 'source') open++
      else if (token.type === 'close') open -= Math.floor((token.end - token.start) / CLOSER / 2)
      if (open <= 0) return true
    }
    return false
  }

  /** Guesses the end of a target without a source: the next `</span>` before any opener, or its line's end. */
  guessEnd(unit: OpenUnit, next: number): number {
    const token = this.tokens[next]
    if (token?.type === 'close' && token.start <= this.endOfParagraph(unit.target!.start)) return token.start
    return Math.min(unit.lineEnd, token?.start ?? unit.lineEnd)
  }

  /** Returns the offset of the next line feed; `from` must never decrease, which keeps the scan linear. */
  endOfLine(from: number): number {
    if (this.lineEnd < from) {
      const found = this.text.indexOf('\n', from)
      this.lineEnd = found < 0 ? this.text.length : found
    }
    return this.lineEnd
  }

  /** Returns the offset of the next blank line; `from` must never decrease. */
  endOfParagraph(from: number): number {
    if (this.blankLine < from) {
      const blank = /\n[ \t\r>]*\n/g
      blank.lastIndex = from
      this.blankLine = blank.exec(this.text)?.index ?? this.text.length
    }
    return this.blankLine
  }
}

/**
 * Maps each target opener to the index of its source opener: the next one with the same id, unless another
 * target with that id opens first; else -1. Maps source openers to -2 if a target opener claims them, else -1.
 */
function pairTokens(tokens: readonly SxsToken[]): Int32Array {
  const pairs = new Int32Array(tokens.length).fill(-1)
  const next = new Map<string, number>()
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!
    if (token.type === 'close') continue
    if (token.type === 'target') {
      const found = next.get(token.id)
      if (found !== undefined && tokens[found]!.type === 'source') {
        pairs[index] = found
        pairs[found] = -2
      }
    }
    next.set(token.id, index)
  }
  return pairs
}

function sideOf(side: OpenSide): SxsSide {
  return { id: side.id, start: side.start, end: side.end, units: side.units.length > 0 ? side.units : NONE }
}

function withText(units: readonly SxsUnit[], length: number): SxsPiece[] {
  const pieces: SxsPiece[] = []
  let offset = 0
  for (const unit of units) {
    if (unit.start > offset) pieces.push({ type: 'text', start: offset, end: unit.start })
    pieces.push(unit)
    offset = unit.end
  }
  if (offset < length) pieces.push({ type: 'text', start: offset, end: length })
  return pieces
}
