/**
 * Finds page numbers in a PDF.
 *
 * Chromium does not support `target-counter`, so a document with page references (`data-page-of`) is printed to find them in the PDF,
 * and again with the numbers, until they no longer change. Page margins must be set in one style sheet: Chromium lets those of a later sheet
 * win over more specific ones of an earlier sheet.
 */

import { catalogIn, pdfObjects, referenceIn } from './pdf-objects.ts'

/** A named destination: its name, the object of its page and its coordinates (ISO 32000-1, section 12.3.2.3). */
const DESTINATION = /\/([\w.-]+)\s*\[(\d+) 0 R \/XYZ [-\d.]+ ([-\d.]+)/g
/** Height of a page (ISO 32000-1, section 14.11.2). */
const HEIGHT = /\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/

/** A place in a PDF. */
export interface Destination {
  /** Number of its page, counted from 1. */
  readonly page: number
  /** Distance from the top of the page, in points. */
  readonly top: number
  /** Height of the page, in points. */
  readonly pageHeight: number
}

/**
 * Maps the named destinations of a PDF from Chromium to their places. Chromium names only the targets of links.
 * Names with characters other than letters, digits, `_`, `.` and `-` are left out.
 */
export function findDestinations(pdf: Uint8Array): ReadonlyMap<string, Destination> {
  const objects = pdfObjects(pdf)
  const [, catalog] = catalogIn(objects)
  const pages = pagesBelow(referenceIn(catalog, 'Pages'), objects)
  const numbers = new Map(pages.map((page, at) => [page, at + 1] as const))
  const named = objects.get(referenceIn(catalog, 'Dests') ?? '') ?? ''
  return new Map(
    [...named.matchAll(DESTINATION)].flatMap(([, name, object, y]) => {
      const page = numbers.get(object!)
      const pageHeight = Number(HEIGHT.exec(objects.get(object!) ?? '')?.[1] ?? 0)
      return page === undefined ? [] : [[name!, { page, top: pageHeight - Number(y), pageHeight }] as const]
    }),
  )
}

/** The pages below a node of the page tree, in order (ISO 32000-1, section 7.7.3). */
function pagesBelow(node: string | undefined, objects: Map<string, string>): readonly string[] {
  const body = node === undefined ? undefined : objects.get(node)
  if (node === undefined || body === undefined) return []
  const kids = /\/Kids \[([^\]]*)\]/.exec(body)?.[1]
  if (kids === undefined) return [node]
  objects.delete(node)
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(kid, objects))
}
