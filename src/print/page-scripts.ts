import { CSS_PAPER, type PaperSize } from '../model/build/paper.ts'
import type { PdfFacts } from './complete-pdf.ts'
import { type Fit, MARK } from './fit-pages.ts'
import { RELATIVE } from './settle-pdf.ts'

/** Facts about a page that {@link preparePage} collects. */
export interface PageFacts extends Omit<PdfFacts, 'date'> {
  /** Value of `datetime` in the page's header; `null` if it has none. */
  readonly day: string | null
  /** Distinct characters of the page, without white space, invisible and control characters. */
  readonly characters: readonly string[]
  /** Ids whose page numbers the page shows. */
  readonly targets: readonly string[]
  /** Number of elements to fit to whole pages. */
  readonly fits: number
}

/**
 * Script that sets the paper size of a page, prepares its relative links and returns {@link PageFacts}. If
 * the page has a public URL, its relative links become absolute, else they get a mark. Links within the page
 * stay as they are.
 */
export const preparePage = (paper: PaperSize, online: string | null): string => `(() => {
  // First, so that the page's own styles override it.
  const style = document.createElement('style')
  style.textContent = '@page { size: ${CSS_PAPER[paper]} }'
  document.head?.prepend(style)
  const online = ${JSON.stringify(online)}
  for (const link of document.querySelectorAll('a[href]')) {
    const url = link.getAttribute('href')
    if (link.protocol === 'file:' && !/^(?:#|file:)/i.test(url)) link.setAttribute('href', online === null ? '${RELATIVE}' + url : new URL(url, online).href)
  }
  const ownText = (element) => {
    const copy = element.cloneNode(true)
    for (const part of copy.querySelectorAll('.other, input, textarea, select')) part.remove()
    for (const line of copy.querySelectorAll('br')) line.replaceWith(' ')
    return copy.textContent.replace(/\\s+/g, ' ').trim()
  }
  // Chromium names the targets of links in the PDF, also those of hidden ones.
  const mark = (at, end) => {
    const id = ['${MARK}', at, end].join('-')
    document.body.append(Object.assign(document.createElement('a'), { href: '#' + id, hidden: true }))
    const place = Object.assign(document.createElement('div'), { id })
    // Within the margin of what is before it, so that it never makes a page of its own.
    if (end === 'end') place.style.marginBlockStart = '-1rem'
    return place
  }
  const fitted = [...document.querySelectorAll('[data-fit]')]
  for (const [at, element] of fitted.entries()) {
    element.prepend(mark(at, 'start'))
    element.append(mark(at, 'end'))
  }
  // Names fields for readers of the PDF by their labels.
  for (const field of document.querySelectorAll('input, textarea, select'))
    if (!field.hasAttribute('aria-label') && field.labels?.length > 0) field.setAttribute('aria-label', ownText(field.labels[0]))
  const shown = (document.body?.innerText ?? '').match(/[^\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cs}]/gu)
  return {
    day: document.querySelector('header time[datetime]')?.getAttribute('datetime') ?? null,
    characters: [...new Set(shown)],
    targets: [...document.querySelectorAll('[data-page-of]')].map((element) => element.dataset.pageOf),
    fits: fitted.length,
    title: document.title,
    language: document.documentElement.lang,
    generator: document.querySelector('meta[name="generator"]')?.content ?? '',
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(ownText),
  }
})()`

/** Script that sets the elements to fit. */
export const setFits = (fits: readonly Fit[]): string => `(() => {
  const fits = ${JSON.stringify(fits)}
  for (const [at, element] of document.querySelectorAll('[data-fit]').entries()) {
    element.dataset.fit = fits[at].fit
    element.style.setProperty('--room', fits[at].room + 'pt')
  }
})()`

/** Script that fills in page numbers by id; elements whose id has no number become empty. */
export const showPageNumbers = (numbers: Readonly<Record<string, number>>): string => `(() => {
  const numbers = ${JSON.stringify(numbers)}
  for (const element of document.querySelectorAll('[data-page-of]'))
    element.textContent = numbers[element.dataset.pageOf] ?? ''
})()`

/**
 * Script that returns the characters that no font on this machine has: those that look the same on a canvas
 * as a character that no font can have (the last one of the private-use planes).
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
