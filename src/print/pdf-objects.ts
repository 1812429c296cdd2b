import { Buffer } from 'node:buffer'

/** An object of a PDF file and its number (ISO 32000-1, section 7.3.10). */
const OBJECT = /(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g
/** The last trailer of a file (ISO 32000-1, section 7.5.5). */
const TRAILER = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/

/** The objects of a PDF from Chromium, which does not compress them, by their numbers. */
export function pdfObjects(pdf: Uint8Array): Map<string, string> {
  // Maps each byte to the character with the same code.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, number, body] of text.matchAll(OBJECT)) objects.set(number!, body!)
  return objects
}

/** The catalog of a PDF and its number (ISO 32000-1, section 7.7.2). */
export function catalogIn(objects: ReadonlyMap<string, string>): readonly [number: string, body: string] {
  return [...objects].find(([, body]) => /\/Type \/Catalog\b/.test(body)) ?? ['', '']
}

/** Number of the object that an entry of a dictionary refers to. */
export function referenceIn(dictionary: string, name: string): string | undefined {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]
}

/** The entries of a file's trailer; `undefined` if it has none at its end. */
export function trailerOf(pdf: Uint8Array): { readonly entries: string; readonly start: string } | undefined {
  const end = Buffer.from(pdf.subarray(-2000)).toString('latin1')
  const [, entries, start] = TRAILER.exec(end) ?? []
  return entries === undefined ? undefined : { entries, start: start! }
}

/**
 * Appends objects, new or in place of others, as an incremental update (ISO 32000-1, section 7.5.6).
 *
 * @param objects by their numbers, with a character per byte.
 */
export function appendObjects(pdf: Uint8Array, objects: ReadonlyMap<string, string>): Uint8Array {
  const trailer = trailerOf(pdf)
  if (!trailer || objects.size === 0) return pdf
  let text = '\n'
  const numbers = [...objects.keys()].sort((a, b) => Number(a) - Number(b))
  const rows = numbers.map((number) => {
    const offset = String(pdf.length + text.length).padStart(10, '0')
    text += `${number} 0 obj\n${objects.get(number)}\nendobj\n`
    return `${number} 1\n${offset} 00000 n \n`
  })
  const size = Math.max(Number(/\/Size (\d+)/.exec(trailer.entries)?.[1] ?? 0), Number(numbers.at(-1)) + 1)
  const entries = trailer.entries.replace(/\/Size \d+/, `/Size ${size}`).replace(/\s*\/Prev \d+/, '')
  const start = pdf.length + text.length
  text += `xref\n${rows.join('')}trailer\n<<${entries}\n/Prev ${trailer.start}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(text, 'latin1')])
}
