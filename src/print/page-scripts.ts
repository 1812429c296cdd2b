import { CSS_PAPER, type PaperSize } from '../model/build/paper.ts'
import { RELATIVE } from './settle-pdf.ts'

/** What {@link preparePage} finds on a page. */
export interface PageFacts {
  /** The day that the page’s header tells, as `datetime` has it; `null` where it tells none. */
  readonly day: string | null
  /** The characters that the page shows, each once, without those that have no ink by themselves. */
  readonly characters: readonly string[]
  /** Ids whose page numbers are to be shown. */
  readonly targets: readonly string[]
}

/**
 * Tells a page its paper, makes links whole that depend on where the page is, if it is told where that is online, or marks them (those into the page itself stay
 * as they are), and tells what a printer has to know: {@link PageFacts}.
 */
export const preparePage = (paper: PaperSize, online: string | null): string => `(() => {
  // Before all others, so that a style of the page's own comes before it.
  const style = document.createElement('style')
  style.textContent = '@page { size: ${CSS_PAPER[paper]} }'
  document.head?.prepend(style)
  const online = ${JSON.stringify(online)}
  for (const link of document.querySelectorAll('a[href]')) {
    const url = link.getAttribute('href')
    if (link.protocol === 'file:' && !/^(?:#|file:)/i.test(url)) link.setAttribute('href', online === null ? '${RELATIVE}' + url : new URL(url, online).href)
  }
  const shown = (document.body?.innerText ?? '').match(/[^\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cs}]/gu)
  return {
    day: document.querySelector('header time[datetime]')?.getAttribute('datetime') ?? null,
    characters: [...new Set(shown)],
    targets: [...document.querySelectorAll('[data-page-of]')].map((element) => element.dataset.pageOf),
  }
})()`

/** Writes the page numbers of ids where they are to be shown; those of ids that are not told are left empty. */
export const showPageNumbers = (numbers: Readonly<Record<string, number>>): string => `(() => {
  const numbers = ${JSON.stringify(numbers)}
  for (const element of document.querySelectorAll('[data-page-of]'))
    element.textContent = numbers[element.dataset.pageOf] ?? ''
})()`

/**
 * Gives those of some characters that no font of this machine has: they are drawn as the one that is drawn for a character that no font
 * can have (the last of the private-use planes).
 */
export const missingGlyphs = (characters: readonly string[]): string => `(() => {
  const size = 48
  const drawing = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
  drawing.font = '24px system-ui'
  const draw = (character) => {
    drawing.clearRect(0, 0, size, size)
    drawing.fillText(character, 8, 32)
    return drawing.getImageData(0, 0, size, size).data.join()
  }
  const missing = draw('\\u{10FFFD}')
  return ${JSON.stringify(characters)}.filter((character) => draw(character) === missing)
})()`
