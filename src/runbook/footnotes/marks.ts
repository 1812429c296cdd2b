import type { RootContent } from 'hast'
import { type UnitTables, unitOf } from '../../model/text.ts'
import { isBlock, RAISED_DIGITS } from '../content.ts'

/** Characters around raised text: noncharacters, which do not occur in text. */
const [UP, DOWN] = ['\uFDD0', '\uFDD1']
const RAISED = new RegExp(`${UP}([^${DOWN}]{1,12})${DOWN}`, 'g')
/** One of several raised marks: `1`, `a`, `**`, `†`. */
const MARK = /^(?:\d{1,2}|\p{L}|\*{1,4}|[†‡§]{1,3})$/u
/** Symbols after a word, and raised digits. */
const SYMBOL = /(?<=[\p{L}\p{N}.!?)\]%"”’]\s?)(?:\*{1,4}|[†‡§]{1,3})(?![\p{L}\p{N}*†‡§])|[⁰¹²³⁴-⁹]{1,2}/gu
const NOTE = /\bnotes?\s(\d{1,2})\b/gi
/** A mark at the start of a line. */
const LEAD = new RegExp(
  `^\\s*(?:${UP}([^${DOWN}]{1,4})${DOWN}|(\\*{1,4}|[†‡§]{1,3})(?![*†‡§])|([⁰¹²³⁴-⁹]{1,2})|note\\s(\\d{1,2})(?=\\s?[:.)–-]))`,
  'i',
)

/**
 * Finds marks of footnotes in contents, on the source side: raised numbers and letters, asterisks and daggers after a word, and
 * “Note 1” (as `note 1`). Code has none.
 */
export function marksIn(
  contents: readonly (readonly RootContent[])[],
  units: UnitTables,
): ReadonlySet<string> {
  const text = contents.map((content) => markedText(content, units)).join(' ')
  const raised = [...text.matchAll(RAISED)].flatMap(([, marks]) => marks!.split(/[\s,;]+/))
  const symbols = text.replace(RAISED, ' ').match(SYMBOL) ?? []
  const notes = [...text.matchAll(NOTE)].map(([, number]) => `note ${number}`)
  return new Set([...[...raised, ...symbols].map(plainMark).filter((mark) => MARK.test(mark)), ...notes])
}

/** Lists the marks at the starts of the lines of a footnote, on the source side; none if its first line has none. */
export function leadingMarks(content: readonly RootContent[], units: UnitTables): readonly string[] {
  const leads = markedText(content, units).trim().split('\n').map(leadOf)
  return leads[0] === '' ? [] : leads.filter((mark) => mark !== '')
}

function leadOf(line: string): string {
  const [, raised, symbol, digits, note] = LEAD.exec(line) ?? []
  if (note !== undefined) return `note ${note}`
  const mark = plainMark((raised ?? symbol ?? digits ?? '').trim())
  return MARK.test(mark) ? mark : ''
}

/** A text without marks at its end. */
export function withoutMarks(text: string): string {
  return text.replace(/\s?(?:(?<=\p{L}\s?)[⁰¹²³⁴-⁹]+|(?<=[\p{L}\p{N}.)]\s?)[*†‡§]+)$/u, '')
}

/** A mark with ASCII digits, in lower case. */
function plainMark(mark: string): string {
  return mark.replace(/[⁰¹²³⁴-⁹]/g, (digit) => `${RAISED_DIGITS.indexOf(digit)}`).toLowerCase()
}

/** Text on the source side, with raised text between {@link UP} and {@link DOWN}, lines between breaks, and without code. */
function markedText(nodes: readonly RootContent[], units: UnitTables): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value.replace(/\s+/g, ' ')
    else if (node.type === 'slot') {
      const unit = unitOf(units, node.unit)
      const segment = unit?.source ?? unit?.target
      text += segment?.content ? markedText(segment.content, units) : (segment?.text ?? '')
    } else if (node.type !== 'element') continue
    else if (/^(?:code|pre)$/.test(node.tagName)) text += ' '
    else if (node.tagName === 'br') text += '\n'
    else {
      const inner = markedText(node.children, units)
      text += node.tagName === 'sup' ? UP + inner + DOWN : isBlock(node) ? ` ${inner} ` : inner
    }
  }
  return text
}
