import type { Point, Position } from 'unist'
import { rawTagAt } from './raw-tag.ts'
import { isPlaced, type TreeBuilder } from './tree-builder.ts'
import { USUAL_REFERENCES } from './usual-references.ts'

const LESS_THAN = 60
/** One text of raw HTML: references that can be read in one way only, or none. */
const RAW_TEXT = /^(?:[^<&\0]|&(?:amp|lt|gt|quot|nbsp);)+$/

/**
 * Puts raw HTML into a tree where it is so usual that its tree is what its tags say (HTML, section 13.2.6).
 *
 * @param position where it stands; without it its elements have none.
 * @returns `false` for anything else, which is the HTML parser's to read.
 */
export function readRaw(html: string, position: Position | undefined, builder: TreeBuilder): boolean {
  let toPoint: ((offset: number) => Point) | undefined
  for (let start = 0; start < html.length; ) {
    if (html.charCodeAt(start) !== LESS_THAN) {
      const next = html.indexOf('<', start)
      const end = next < 0 ? html.length : next
      const text = rawText(html.slice(start, end))
      if (text === undefined || !builder.text(text)) return false
      start = end
      continue
    }
    const found = rawTagAt(html, start)
    if (!found) return false
    const { tag, end } = found
    if (tag.type === 'comment') builder.comment()
    else {
      const needsPlace = position !== undefined && isPlaced(tag.tagName)
      if (needsPlace) toPoint ??= pointsFrom(position.start, html)
      const first = needsPlace ? toPoint!(start) : undefined
      const last = needsPlace ? toPoint!(end) : undefined
      if (tag.type === 'end') {
        if (!builder.leaveRaw(tag.tagName, last)) return false
      } else if (!builder.enterSafe(tag.tagName, tag.safe, first && { start: first, end: last! }, true))
        return false
    }
    start = end
  }
  return true
}

/** Text of raw HTML, its references resolved; `undefined` where the parser has to read it. */
function rawText(text: string): string | undefined {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!RAW_TEXT.test(text)) return undefined
  return text.replace(/&\w+;/g, (each) => USUAL_REFERENCES[each] ?? each).replace(/\r\n?/g, '\n')
}

/** Gives points in a text that begins at one; they are to be asked for in order. */
function pointsFrom(first: Point, text: string): (offset: number) => Point {
  let { line, column } = first
  let at = 0
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++
      column = 1
      at = next + 1
    }
    column += offset - at
    at = offset
    return { line, column, ...(first.offset !== undefined && { offset: first.offset + offset }) }
  }
}
