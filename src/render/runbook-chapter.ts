import { documentName } from './runbook-anchor.ts'
import { paperStyle } from './runbook-paper.ts'
import type { RunbookRow } from './runbook-rows.ts'
import type { RunbookView } from './runbook-view.ts'

/** The place of a runbook in a book. */
export interface ChapterPlace {
  /** Counted from 1. */
  readonly number: number
  /** The book's title. */
  readonly book: string
  /** Numbers of all chapters, by path of their document. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Id of a chapter in its book; also the name of its pages. */
export function chapterId(number: number): string {
  return `chapter-${number}`
}

/**
 * A runbook that was made for a book, numbered as a chapter: letters and ids are unique in the book (`3A`, `3A-1`), and links to documents
 * that are chapters lead to these.
 */
export function numberChapter(view: RunbookView, { number, book, numbers }: ChapterPlace): RunbookView {
  const own = (name: string) => (name === '' ? '' : `${number}${name}`)
  const byName = new Map([...numbers].map(([path, at]) => [documentName(path), at]))
  const html = (text: string) => pointAtChapters(text, byName)
  const row = (each: RunbookRow): RunbookRow => ({
    ...each,
    ref: own(each.ref),
    band: html(each.band),
    situation: html(each.situation),
    content: html(each.content),
  })
  const sections = view.sections.map((section) => ({
    ...section,
    letter: own(section.letter),
    groups: section.groups.map((group) => ({
      ...group,
      context: html(group.context),
      rows: group.rows.map(row),
      after: html(group.after),
    })),
  }))
  const context = html(view.context)
  const shown = JSON.stringify([context, sections])
  return {
    ...view,
    chapter: { number: `${number}`, id: chapterId(number) },
    paperStyle: paperStyle({ ...view.margins, name: chapterId(number), aside: book }),
    contents: view.contents.map((entry) => ({
      ...entry,
      letter: own(entry.letter),
      url: `#${own(entry.letter)}`,
    })),
    context,
    sections,
    // Those of links that lead to chapters now are not needed.
    addresses: view.addresses.filter((address) => shown.includes(`>[${address.number}]</sup>`)),
  }
}

/** A link to a document, and the mark behind it, as `pointLinks` makes them for books. */
const LINK = /<a (?<before>[^>]*?)href="[^"]*"(?<after>[^>]*?) data-document="(?<name>[^"]*)">/g
const MARK = /<sup class="link-number" data-document="(?<name>[^"]*)">[^<]*<\/sup>/g

const DOCUMENT = / data-document="[^"]*"/

/** Points links to documents that are chapters at these; paper tells their numbers. */
function pointAtChapters(html: string, numbers: ReadonlyMap<string, number>): string {
  return html
    .replace(LINK, (link, before: string, after: string, name: string) => {
      const number = numbers.get(name)
      return number === undefined
        ? link.replace(DOCUMENT, '')
        : `<a ${before}href="#${chapterId(number)}"${after}>`
    })
    .replace(MARK, (mark, name: string) => {
      const number = numbers.get(name)
      return number === undefined
        ? mark.replace(DOCUMENT, '')
        : `<sup class="link-number">§\u00A0${number}</sup>`
    })
}
