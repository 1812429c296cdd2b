import { CSS_PAPER, type PaperSize } from '../../model/build/paper.ts'

/** The paper of a runbook, and what stands in the margins of every printed page. */
export interface PaperText {
  readonly paper: PaperSize
  /** Name of the pages that it is for (CSS Paged Media 3, section 8.1: `page`); all unless told. */
  readonly name?: string
  readonly title: string
  /** What stands across from the title: what the runbook is a chapter of. */
  readonly aside?: string
  /** What tells this version of the runbook from others. */
  readonly revision: string
  /** `Page {{page}} of {{pages}}`, placeholders and all. */
  readonly pageOf: string
  readonly dir: 'ltr' | 'rtl'
}

/** Characters of a title that the margin has room for. */
const TITLE_LENGTH = 96

/**
 * The style that puts running title, revision and page numbers into the margins (CSS Paged Media 3, section 4.2: page-margin
 * boxes). It holds text, so it stands in the document and not in the style sheet.
 */
export function paperStyle({ paper, name, title, aside, revision, pageOf, dir }: PaperText): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  return [
    name === undefined ? '@page {' : `@page ${name} {`,
    `  size: ${CSS_PAPER[paper]};`,
    `  @top-${start} { content: ${cssString(shorten(title))} }`,
    ...(aside === undefined ? [] : [`  @top-${end} { content: ${cssString(shorten(aside))} }`]),
    `  @bottom-${start} { content: ${cssString(revision)} }`,
    `  @bottom-${end} { content: ${pageCounter(pageOf)} }`,
    '}',
  ].join('\n')
}

/** The style of pages of that name whose margins stay empty; in Chromium it has to stand in the same style sheet as the others. */
export function bareStyle(name: string): string {
  const boxes = ['top-left', 'top-right', 'bottom-left', 'bottom-right']
  return [`@page ${name} {`, ...boxes.map((box) => `  @${box} { content: none }`), '}'].join('\n')
}

/** “Page x of y” as a CSS `content` value. */
function pageCounter(pageOf: string): string {
  return pageOf
    .split(/(\{page\}|\{pages\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part),
    )
    .join(' ')
}

/** A text as a CSS string that also cannot end a `style` element (CSS Syntax 3, section 4.3.7: escapes). */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"'<>&\p{Cc}\u2028\u2029]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`
}

/** A title that fits on a line. */
function shorten(title: string): string {
  const letters = [...title]
  return letters.length <= TITLE_LENGTH
    ? title
    : `${letters
        .slice(0, TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`
}
