/**
 * Links between chapters before their book is complete.
 *
 * Chapters are made with their documents, as plain data, in any thread, before it is known which documents have
 * runbooks, or their numbers. Heading ids therefore contain a hash of their document's path, and links contain
 * the path between noncharacters that are removed from documents. `runbook/chapter.ts` gives letters, ids and
 * links their final form once all chapters exist. Until then only the chapters are in memory, not the documents.
 */

import type { Properties, Root } from 'hast'
import { isSafeUrl } from '../model/safe-url.ts'
import { encodeUrlPart } from '../util/text/encode-url-part.ts'
import { visit } from '../util/tree/visit.ts'

/**
 * Characters around placeholders in the HTML of a chapter: noncharacters (Unicode, section 23.7), which no text
 * should contain. {@link dropMarks} removes them from documents, so no document text looks like a placeholder.
 */
const [START, MIDDLE, END] = ['\uFDD0', '\uFDD1', '\uFDD2'] as const
const ANY = /[\uFDD0-\uFDD2]/g
const MARK = /\uFDD0\/(?<kind>href|number)\/(?<name>[^\uFDD1]*)\uFDD1(?<elsewhere>[^\uFDD2]*)\uFDD2/g

/** Removes the characters of placeholders from a document's content. */
export function dropMarks(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = withoutMarks(node.value)
    else if (node.type === 'element')
      for (const [name, value] of Object.entries(node.properties)) node.properties[name] = valueWithout(value)
  })
}

function valueWithout(value: Properties[string]): Properties[string] {
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' ? withoutMarks(each) : each))
  return typeof value === 'string' ? withoutMarks(value) : value
}

function withoutMarks(text: string): string {
  return text.replace(ANY, '\uFFFD')
}

/**
 * Returns a placeholder for the URL of a link to a chapter, if the document becomes one.
 *
 * @param elsewhere URL of the link if not.
 */
export function chapterHref(document: string, elsewhere: string): string {
  return `${START}/href/${nameOf(document)}${MIDDLE}${isSafeUrl('href', elsewhere) ? elsewhere : ''}${END}`
}

/**
 * Returns a placeholder for the number after a link: of the chapter if the document becomes one, else of its
 * address.
 */
export function chapterNumber(document: string | undefined, address: number): string {
  return `${START}/number/${document === undefined ? '' : nameOf(document)}${MIDDLE}${address}${END}`
}

/** Encodes a document's path so that HTML need not escape any of it. */
function nameOf(path: string): string {
  return encodeUrlPart(path).replaceAll("'", '%27')
}

/** Replaces the placeholders in HTML once the chapters are known. */
export interface ChapterLinks {
  resolve(html: string): string
  /** Numbers of the addresses in the HTML resolved so far. */
  readonly addresses: ReadonlySet<number>
}

/**
 * Makes a resolver of placeholders.
 *
 * @param numbers numbers of all chapters by the paths of their documents.
 * @param idOf returns the id of a chapter.
 */
export function createChapterLinks(
  numbers: ReadonlyMap<string, number>,
  idOf: (number: number) => string,
): ChapterLinks {
  const byName = new Map([...numbers].map(([path, number]) => [nameOf(path), number]))
  const addresses = new Set<number>()
  const resolve = (html: string) =>
    html.replace(MARK, (_, kind: string, name: string, elsewhere: string) => {
      const chapter = byName.get(name)
      if (kind === 'href') return chapter === undefined ? elsewhere : `#${idOf(chapter)}`
      if (chapter !== undefined) return `§\u00A0${chapter}`
      addresses.add(Number(elsewhere))
      return `[${elsewhere}]`
    })
  return { resolve, addresses }
}
