import { mapTexts } from '../../util/data/map-texts.ts'
import { createChapterLinks } from '../chapter-links.ts'
import type { MatrixCell, MatrixView } from './matrix.ts'
import { numberLinks } from './number-links.ts'
import { linesOf, paperStyle } from './paper.ts'
import type { RowReference, RunbookRow } from './rows.ts'
import type { RunbookView } from './view.ts'

/** The place of a runbook in a book. */
export interface ChapterPlace {
  /** Counted from 1. */
  readonly number: number
  /** The book's title; a second line is the title in the other language. */
  readonly book: string
  /** Numbers of all chapters, by the paths of their documents. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Id of a chapter in its book; also the name of its pages. */
function chapterId(number: number): string {
  return `chapter-${number}`
}

/**
 * Numbers a drafted runbook as a chapter of a book: letters and ids are unique in the book (`3A`, `3A-1`), and links to documents that are
 * chapters point to these chapters.
 */
export function numberChapter(view: RunbookView, { number, book, numbers }: ChapterPlace): RunbookView {
  const own = (name: string) => (name === '' ? '' : `${number}${name}`)
  const links = createChapterLinks(numbers, chapterId)
  // The front page shows the tables of symptoms, so their addresses need not be in the chapter.
  const symptoms = mapTexts(view.symptoms, createChapterLinks(numbers, chapterId).resolve)
  const { context, prerequisites, sections } = mapTexts(
    { context: view.context, prerequisites: view.prerequisites, sections: view.sections },
    (text) => links.resolve(text).replace(GOTO, `$1${number}`),
  )
  const id = chapterId(number)
  return numberLinks({
    ...view,
    context,
    prerequisites,
    symptoms,
    chapter: { number: `${number}`, id },
    paperStyle: paperStyle({
      ...view.margins,
      name: id,
      title: linesOf(view.margins.title, view.margins.aside),
      aside: book,
    }),
    // The document's own pages link to them.
    editions: [],
    contents: view.contents.map((entry) => ({
      ...entry,
      letter: own(entry.letter),
      url: `#${own(entry.letter)}`,
    })),
    matrixId: `${id}-${view.matrixId}`,
    matrix: view.matrix && numberMatrix(view.matrix, own),
    sections: sections.map((section) => ({
      ...section,
      letter: own(section.letter),
      insteadOf: section.insteadOf.map(own),
      groups: section.groups.map((group) => ({
        ...group,
        onFailure: group.onFailure.map((reference) => numberReference(reference, own)),
        rows: group.rows.map((row) => numberRow(row, own)),
      })),
    })),
    values: view.values.map((value) => ({
      ...value,
      steps: value.steps.map(({ ref, shown }) => ({ ref: own(ref), shown: own(shown) })),
    })),
    // Links to chapters do not need their address printed.
    addresses: view.addresses.filter((address) => links.addresses.has(address.number)),
  })
}

function numberRow(row: RunbookRow, own: (name: string) => string): RunbookRow {
  const { jump, onFailure } = row
  return {
    ...row,
    ref: own(row.ref),
    choice: own(row.choice),
    jump: jump && { ...jump, ref: own(jump.ref), skips: jump.skips.split(' ').map(own).join(' ') },
    onFailure: onFailure.map((reference) => numberReference(reference, own)),
  }
}

/** Ids of headings are unique in a book anyway. */
function numberReference(reference: RowReference, own: (name: string) => string): RowReference {
  const { letter } = reference
  return letter === '' ? reference : { ...reference, letter: own(letter), id: own(letter) }
}

/** What stands before the letter of a section to go to in the same runbook, as `gotoMark` writes it. */
const GOTO = /(<span class="goto" data-goto="[A-Z]+">(?:\u00A0[→←]|,)\u00A0)(?=[A-Z])/g

function numberMatrix(matrix: MatrixView, own: (letter: string) => string): MatrixView {
  const cellOf = (cell: MatrixCell | null) => cell && { ...cell, letter: own(cell.letter) }
  return {
    ...matrix,
    columns: matrix.columns.map((column) => ({ ...column, letter: own(column.letter) })),
    bands: matrix.bands.map((band) => ({
      ...band,
      rows: band.rows.map((row) => ({ ...row, cells: row.cells.map(cellOf) })),
    })),
  }
}
