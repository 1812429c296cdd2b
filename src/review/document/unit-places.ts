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
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?\r?$/

/** Makes a function that reads the places of units from the lines they are in; headings are found on first use. */
export function createPlaces({ text, units }: ScannedDocument): PlaceFinder {
  let headings: Int32Array | undefined
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
    const start = startOfLine(index)
    const tags = before(index)
    if (/<th\b[^<>]*>[^<]*(?:<(?!\/th)[^<>]*>[^<]*)*$/i.test(tags)) return 'table-head'
    if (/<td\b[^<>]*>[^<]*(?:<(?!\/td)[^<>]*>[^<]*)*$/i.test(tags)) return 'table-cell'
    if (/^[ \t>]*\|/.test(start)) return isBeforeDelimiters(index) ? 'table-head' : 'table-cell'
    const item = ITEM.exec(start)
    if (item) return item[1] === undefined ? 'list-item' : 'step'
    if (/<ol\b[^<>]*>\s*<li\b|<li\b[^<>]*>\s*(?:<p>)?$/i.test(tags)) return 'list-item'
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
