/**
 * Completes PDFs from Chromium.
 *
 * Chromium makes bookmarks of all text in a heading, without the spaces at its line breaks, twice if it laid the heading out twice, and it
 * writes no XMP metadata. It names elements of PDF 2.0 in a file of PDF 1.4. An incremental update fixes this.
 *
 * The metadata does not claim PDF/UA (ISO 14289-1): Chromium marks neither the text in page margins nor borders and backgrounds as artifacts
 * (section 7.1), and links have no description (section 7.18.5).
 */

import { Buffer } from 'node:buffer'
import { escapeMarkup } from '../util/text/escape-markup.ts'
import { appendObjects, catalogIn, pdfObjects, referenceIn, trailerOf } from './pdf-objects.ts'

/** Facts about the printed page that its PDF repeats. */
export interface PdfFacts {
  readonly title: string
  /** Language tag: value of `lang`; empty if unknown. */
  readonly language: string
  /** The program that made the page; empty if unknown. */
  readonly generator: string
  /** Texts of the headings, in order and without those in another language. */
  readonly headings: readonly string[]
  readonly date: Date
}

/** What stands between the parentheses of a literal string (ISO 32000-1, section 7.3.4.2), with its escapes. */
const CHARACTERS = /(?:\\[\s\S]|[^\\)])*/.source
/** Entries whose values are text strings (ISO 32000-1, section 7.9.2); a title can be in hexadecimal. */
const TITLE = new RegExp(`/Title\\s*(?:<([\\dA-Fa-f]*)>|\\((${CHARACTERS})\\))`)
const CREATOR = new RegExp(`/Creator\\s*\\(${CHARACTERS}\\)`)
/** Elements of PDF 2.0, and the standard ones of PDF 1.4 (ISO 32000-1, section 14.8.4) that they are. */
const ROLES = '/RoleMap <</Strong /Span\n/Em /Span>>'

/** Completes the bookmarks, the roles and the metadata of a PDF from Chromium. */
export function completePdf(pdf: Uint8Array, facts: PdfFacts): Uint8Array {
  const objects = pdfObjects(pdf)
  const trailer = trailerOf(pdf)
  const [number, catalog] = catalogIn(objects)
  if (!trailer || number === '') return pdf
  const changed = new Map<string, string>()
  nameBookmarks(objects, referenceIn(catalog, 'Outlines'), facts.headings, changed)
  const tree = referenceIn(catalog, 'StructTreeRoot')
  const root = tree === undefined ? undefined : objects.get(tree)
  if (root?.startsWith('<<') && !root.includes('/RoleMap'))
    changed.set(tree!, root.replace('<<', `<<${ROLES}\n`))
  const about = referenceIn(trailer.entries, 'Info')
  const info = about === undefined ? undefined : objects.get(about)
  if (info && facts.generator !== '')
    changed.set(
      about!,
      info.replace(CREATOR, () => `/Creator ${textString(facts.generator)}`),
    )
  if (!catalog.includes('/Metadata')) {
    const own = /\/Size (\d+)/.exec(trailer.entries)![1]!
    const producer = /\/Producer \(([^\\()]*)\)/.exec(info ?? '')?.[1] ?? ''
    const xmp = Buffer.from(toXmp(facts, producer)).toString('latin1')
    changed.set(own, `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>>\nstream\n${xmp}\nendstream`)
    changed.set(number, catalog.replace('<<', `<</Metadata ${own} 0 R\n`))
  }
  return appendObjects(pdf, changed)
}

/** Gives each bookmark the text of its heading; those without one keep theirs. */
function nameBookmarks(
  objects: ReadonlyMap<string, string>,
  parent: string | undefined,
  headings: readonly string[],
  changed: Map<string, string>,
): void {
  const bare = headings.map(bareText)
  let next = 0
  const seen = new Set<string>()
  const visit = (above: string | undefined): void => {
    let at = referenceIn((above && objects.get(above)) ?? '', 'First')
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      const body = objects.get(at) ?? ''
      const shown = bareText(titleIn(body))
      const found = bare.findIndex((text, index) => index >= next && text !== '' && shown.startsWith(text))
      if (found >= 0) {
        next = found + 1
        const title = `/Title ${textString(headings[found]!)}`
        changed.set(
          at,
          body.replace(TITLE, () => title),
        )
      }
      visit(at)
      at = referenceIn(body, 'Next')
    }
  }
  visit(parent)
}

/** The title of a bookmark. */
function titleIn(body: string): string {
  const [, hex, plain] = TITLE.exec(body) ?? []
  if (hex === undefined) return (plain ?? '').replace(/\\([\s\S])/g, '$1')
  const bytes = Buffer.from(hex, 'hex')
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return bytes
    .subarray(2, bytes.length & ~1)
    .swap16()
    .toString('utf16le')
}

/** A text without what Chromium may change in it. */
function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
}

/** A text as a string of UTF-16 in hexadecimal, so that nothing needs to be escaped. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

/** XMP metadata (ISO 16684-1). */
function toXmp({ title, language, generator, date }: PdfFacts, producer: string): string {
  const day = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const text = (name: string, value: string) =>
    value === '' ? [] : [`<${name}>${escapeMarkup(value)}</${name}>`]
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(title)}</rdf:li></rdf:Alt></dc:title>`,
    ...(language === ''
      ? []
      : [`<dc:language><rdf:Bag><rdf:li>${escapeMarkup(language)}</rdf:li></rdf:Bag></dc:language>`]),
    ...text('xmp:CreatorTool', generator),
    ...text('pdf:Producer', producer),
    `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}
