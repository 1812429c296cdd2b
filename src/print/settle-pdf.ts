/**
 * Makes PDFs reproducible.
 *
 * Chromium writes the time into a PDF, and numbers of elements that continue from one page to the next. Fixed values of the same length
 * replace them, so the offsets in the file stay right. Relative links, which the browser would make absolute, are marked before printing and made
 * relative again in the same way.
 */

import { Buffer } from 'node:buffer'

/** A date as the browser writes it (ISO 32000-1, section 7.9.4): time of printing, and offset from UTC. */
const DATE = /(?<=\/(?:CreationDate|ModDate) ?\(D:)\d{14}(?<zone>[^)]*)(?=\))/g
/** The two parts of a file's identifier (ISO 32000-1, section 14.4). */
const FILE_ID = /(?<=\/ID ?\[ ?)<[\dA-Fa-f]*> ?<[\dA-Fa-f]*>(?= ?\])/g
/** The name of a structure element; parentheses in texts are escaped, so no text looks like this. */
const NODE_ID = /(?<=\(node)\d+(?=\))/g

/** A list in a name tree, which readers expect to be sorted (ISO 32000-1, section 7.9.6). */
const NAMES = /(?<=\/(?:Names|Limits) ?\[)(?:\(node\d+\)(?:\s+\d+ \d+ R)?\s*)+(?=\])/g

/** Scheme that marks relative links, which the browser would otherwise resolve to files on this machine. */
export const RELATIVE = 'lockstep-relative:'
/** A link with that scheme; parentheses in it are escaped. */
const RELATIVE_LINK = new RegExp(`(?<=/URI ?)\\(${RELATIVE}(?<url>(?:\\\\.|[^\\\\()])*)\\)`, 'g')

/**
 * Makes a PDF from Chromium reproducible: replaces its dates, its file identifier and its element numbers,
 * which continue from previously printed pages. Links marked with {@link RELATIVE} become relative again.
 * Each replacement has the length of the original, because the file contains byte offsets.
 *
 * @param date the document's date.
 */
export function settlePdf(pdf: Uint8Array, date: Date): Uint8Array {
  // Maps each byte to the character with the same code.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14)
  const numbers = [...new Set(text.match(NODE_ID))]
  const names = new Map(
    numbers.map((number, at) => [number, String(at + 1).padStart(number.length, '0')] as const),
  )
  const settled = text
    .replace(DATE, (_, zone: string) => digits + zone.replace(/\d/g, '0').replace('-', '+'))
    .replace(FILE_ID, (id) => id.replace(/[\dA-Fa-f]/g, '0'))
    .replace(NODE_ID, (number) => names.get(number)!)
    .replace(NAMES, sortNames)
    .replace(RELATIVE_LINK, (_, url: string) => `(${url})${' '.repeat(RELATIVE.length)}`)
  return Buffer.from(settled, 'latin1')
}

/** Sorts the entries of a name list; the text between them stays in place. */
function sortNames(list: string): string {
  const entry = /\(node\d+\)(?:\s+\d+ \d+ R)?/g
  const sorted = (list.match(entry) ?? []).sort()
  return list.replace(entry, () => sorted.shift()!)
}
