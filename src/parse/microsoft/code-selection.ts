import { append } from '../../util/data/append.ts'
import type { CodeReference } from './types.ts'

/** The part of a code file that a document shows, or the reason why it is unavailable. */
export type SelectedCode = { readonly code: string } | { readonly problem: string }

const MARKER =
  /^\s*(?:\/\/|#|--|'|;|%|\*|<!--|\/\*)?\s*(?:#region|<(\/?)([\w.-]+)>|region\b|(#?endregion|end\s*region))/i

/**
 * Selects the lines or region of a code file that a reference names, without region markers and common
 * indentation.
 */
export function selectCode(text: string, reference: Omit<CodeReference, 'url'>): SelectedCode {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (lines[lines.length - 1] === '') lines.pop()
  if (reference.id !== undefined) return region(lines, reference.id)
  if (reference.range === undefined)
    return { code: lines.filter((line) => !isSnippetMarker(line)).join('\n') }
  const selected: string[] = []
  for (const range of reference.range.split(',')) {
    const match = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(range)
    if (!match || (match[1] === '' && match[3] === ''))
      return { problem: `the range “${range.trim()}” is not written as 1-10` }
    const first = match[1] === '' ? 1 : Number(match[1])
    const last = match[2] === '' ? first : match[3] === '' ? lines.length : Number(match[3])
    if (first < 1 || first > last || last > lines.length) {
      return { problem: `the range “${range.trim()}” is not within its ${lines.length} lines` }
    }
    append(selected, lines.slice(first - 1, last))
  }
  return { code: dedent(selected).join('\n') }
}

function region(lines: readonly string[], id: string): SelectedCode {
  const name = id.toLowerCase()
  const start = lines.findIndex((line) => opens(line, name))
  if (start < 0) return { problem: `it has no region “${id}”` }
  let depth = 1
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (closesTag(line, name)) depth = 0
    else if (/#region\b/i.test(line)) depth++
    else if (/#?endregion\b/i.test(line)) depth--
    if (depth === 0)
      return { code: dedent(lines.slice(start + 1, index).filter((each) => !MARKER.test(each))).join('\n') }
  }
  return { problem: `its region “${id}” does not end` }
}

function opens(line: string, name: string): boolean {
  const text = line.trim().toLowerCase()
  return text.includes(`<${name}>`) || text.replace(/^\W*/, '') === `region ${name}`
}

function closesTag(line: string, name: string): boolean {
  return line.toLowerCase().includes(`</${name}>`)
}

function isSnippetMarker(line: string): boolean {
  return /^\s*(?:\/\/|#|--|'|<!--)\s*<\/?[\w.-]+>\s*(?:-->)?\s*$/.test(line)
}

function dedent(lines: readonly string[]): string[] {
  const least = lines.reduce(
    (indent, line) => (line.trim() === '' ? indent : Math.min(indent, /^[ \t]*/.exec(line)![0].length)),
    Infinity,
  )
  const indent = least === Infinity ? 0 : least
  return lines.map((line) => line.slice(indent))
}
