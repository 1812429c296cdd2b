import { linesOf, positionOf } from '../../model/place.ts'
import { memoize } from '../../util/memoize.ts'
import { detachString } from '../../util/text/detach-string.ts'
import type { ScannedDocument } from '../scan/scanned-document.ts'
import type { UnitPlace, UnitReview } from '../types/unit-review.ts'

/** Returns where a unit stands, by its index. */
export type PlaceFinder = (
  index: number,
) => Required<Pick<UnitReview, 'place' | 'offset' | 'line'>> & Pick<UnitReview, 'heading'>

const ANCHORS = /<a\s[^<>]*><\/a>/gi
const HEADING = /^[\s>]*(?:#{1,6}[ \t]|<h[1-6]\b)/i
const ITEM = /^[ \t>]*(?:\d{1,9}([.)])|[-+*])[ \t]/
/** Elements by which text is an item or a cell. */
const TAG = /<(\/?)(ol|ul|li|table|td|th)\b[^<>]*>/gi
/** Maximum number of open elements to remember, so that damaged text takes linear time. */
const DEEPEST = 50
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?\r?$/

/**
 * Makes a function that reads the places of units from the lines and the HTML elements they are in; headings and
 * elements are found on first use.
 */
export function createPlaces({ text, units, literals }: ScannedDocument): PlaceFinder {
  let headings: Int32Array | undefined
  let elements: readonly (UnitPlace | undefined)[] | undefined
  let lines: readonly number[] | undefined
  // Units under the same heading share its text.
  const headingOf = memoize((index: number) => detachString(units[index]!.plain))
  return (index) => {
    headings ??= headingsAbove()
    lines ??= linesOf(text)
    const unit = units[index]!
    const above = headings[index]!
    const heading = above < 0 ? undefined : headingOf(above)
    return {
      place: placeOf(index),
      offset: unit.start,
      line: positionOf({ lines }, unit.start).line,
      ...(heading !== undefined && { heading }),
    }
  }

  /** Index of the heading above each unit, or -1. */
  function headingsAbove(): Int32Array {
    const above = new Int32Array(units.length)
    let last = -1
    let line = -2
    for (let index = 0; index < units.length; index++) {
      above[index] = last
      const start = text.lastIndexOf('\n', units[index]!.start - 1)
      // The first unit of a heading names it.
      if (start !== line && isHeading(index)) last = index
      line = start
    }
    return above
  }

  function isHeading(index: number): boolean {
    return HEADING.test(startOfLine(index)) || /<h[1-6]\b[^<>]*>\s*$/i.test(before(index))
  }

  function placeOf(index: number): UnitPlace {
    if (isHeading(index)) return 'heading'
    elements ??= elementsIn(literals)
    const element = elements[units[index]!.slot]
    if (element === 'step' || element === 'list-item') return element
    const start = startOfLine(index)
    const item = ITEM.exec(start)
    if (item) return item[1] === undefined ? 'list-item' : 'step'
    if (element) return element
    if (/^[ \t>]*\|/.test(start)) return isBeforeDelimiters(index) ? 'table-head' : 'table-cell'
    return 'text'
  }

  /** The line of a unit up to its own text; block marks can be inside its source. */
  function startOfLine(index: number): string {
    const { start, source } = units[index]!
    const from = text.lastIndexOf('\n', start - 1) + 1
    const line = text.slice(from, Math.min(start, from + 300))
    return (/^[\s>]*$/.test(line) ? line + (source ?? '').slice(0, 12) : line).replace(ANCHORS, '')
  }

  function before(index: number): string {
    const { start } = units[index]!
    return text.slice(Math.max(0, start - 200), start)
  }

  /** Whether the line after a unit's line delimits the head of a pipe table. */
  function isBeforeDelimiters(index: number): boolean {
    const end = text.indexOf('\n', units[index]!.end)
    if (end < 0) return false
    const next = text.indexOf('\n', end + 1)
    return DELIMITERS.test(text.slice(end + 1, Math.min(next < 0 ? text.length : next, end + 2000)))
  }
}

/** The place by the innermost item or cell that is open at the end of each literal. */
function elementsIn(literals: readonly string[]): readonly (UnitPlace | undefined)[] {
  const open: string[] = []
  // Ends the innermost of some elements and all in it, up to an element that bounds them.
  const close = (isEnd: (name: string) => boolean, bound?: RegExp) => {
    const at = open.findLastIndex((name) => isEnd(name) || bound?.test(name))
    if (at >= 0 && isEnd(open[at]!)) open.length = at
  }
  return literals.map((literal) => {
    for (const [, end, written] of literal.matchAll(TAG)) {
      const name = written!.toLowerCase()
      const isCell = name === 'td' || name === 'th'
      // Items and cells end where the next one begins.
      if (end) close((other) => other === name, isCell || name === 'table' ? undefined : /^(?:td|th|table)$/)
      else if (name === 'li') close((other) => other === name, /^(?:[ou]l|td|th|table)$/)
      else if (isCell) close((other) => other === 'td' || other === 'th', /^table$/)
      if (!end && open.length < DEEPEST) open.push(name)
    }
    const at = open.findLastIndex((name) => /^(?:li|td|th)$/.test(name))
    if (open[at] === 'li') return open[at - 1] === 'ol' ? 'step' : 'list-item'
    return open[at] === undefined ? undefined : open[at] === 'th' ? 'table-head' : 'table-cell'
  })
}
