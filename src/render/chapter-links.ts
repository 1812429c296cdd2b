/**
 * Links of a chapter before its book is known.
 *
 * Chapters are made with their documents, as plain data, in any thread: at that time nobody knows which documents have runbooks, or their
 * numbers. So heading ids carry a hash of their document's path, and links carry the path between noncharacters that no document's text
 * keeps. `runbook/chapter.ts` turns letters, ids and links into their final form once all chapters exist. Until then only the chapters are in memory, not the documents.
 */

import type { Properties, Root } from 'hast'
import { isSafeUrl } from '../model/safe-url.ts'
import { encodeUrlPart } from '../util/encode-url-part.ts'
import { visit } from '../util/visit.ts'

/**
 * Enclose what is not known yet in the HTML of a chapter. They are noncharacters (Unicode, section 23.7), which no text is to hold, and
 * {@link dropMarks} takes them out of documents, so nothing of a document looks like a mark.
 */
const [START, MIDDLE, END] = ['\uFDD0', '\uFDD1', '\uFDD2'] as const
const ANY = /[\uFDD0-\uFDD2]/g
const MARK = /\uFDD0\/(?<kind>href|number)\/(?<name>[^\uFDD1]*)\uFDD1(?<elsewhere>[^\uFDD2]*)\uFDD2/g

/** Takes the characters of marks out of a document's content. */
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
 * The URL of a link that leads to a chapter if the document is one.
 *
 * @param elsewhere where it leads else.
 */
export function chapterHref(document: string, elsewhere: string): string {
  return `${START}/href/${nameOf(document)}${MIDDLE}${isSafeUrl('href', elsewhere) ? elsewhere : ''}${END}`
}

/** The number behind a link: of the chapter if the document is one, else of its address. */
export function chapterNumber(document: string | undefined, address: number): string {
  return `${START}/number/${document === undefined ? '' : nameOf(document)}${MIDDLE}${address}${END}`
}

/** A document's path, written so that HTML escapes nothing of it. */
function nameOf(path: string): string {
  return encodeUrlPart(path).replaceAll("'", '%27')
}

/** Puts in what the marks of HTML stand for, once the chapters are known. */
export interface ChapterLinks {
  resolve(html: string): string
  /** Numbers of the addresses that the HTML resolved so far refers to. */
  readonly addresses: ReadonlySet<number>
}

/**
 * @param numbers of all chapters, by the paths of their documents.
 * @param idOf gives the id of a chapter.
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
