import { CSS_PAPER, type PaperSize } from '../../model/build/paper.ts'
import { abbreviate } from '../abbreviate.ts'

/** The paper of a runbook, and the text in the margins of every printed page. */
export interface PaperText {
  readonly paper: PaperSize
  /** Name of the pages to which it applies (CSS Paged Media 3, section 8.1: `page`). Default: all. */
  readonly name?: string
  /** One line, or several. */
  readonly title: string
  /** Text opposite the title: the title in the other language, or the book of which the runbook is a chapter. */
  readonly aside?: string
  /** Identifies this version of the runbook. */
  readonly revision: string
  /** `Page {{page}} of {{pages}}`, including the placeholders. */
  readonly pageOf: string
  readonly dir: 'ltr' | 'rtl'
  /** Whether the paper lies on its long side. */
  readonly isLandscape?: boolean
}

/** Maximum width of a title in the margin, in Latin characters. */
const TITLE_LENGTH = 96

/**
 * CSS for the running title, revision and page numbers in the margins (CSS Paged Media 3, section 4.2: page-margin boxes). It contains
 * text, so it is in the document and not in the style sheet.
 */
export function paperStyle({
  paper,
  name,
  title,
  aside,
  revision,
  pageOf,
  dir,
  isLandscape = false,
}: PaperText): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  return [
    name === undefined ? '@page {' : `@page ${name} {`,
    `  size: ${CSS_PAPER[paper]}${isLandscape ? ' landscape' : ''};`,
    `  @top-${start} { content: ${cssString(shorten(title))} }`,
    ...(aside === undefined ? [] : [`  @top-${end} { content: ${cssString(shorten(aside))} }`]),
    `  @bottom-${start} { content: ${cssString(revision)} }`,
    `  @bottom-${end} { content: ${pageCounter(pageOf)} }`,
    '}',
  ].join('\n')
}

/** CSS for named pages with empty margins; Chromium requires it in the same style sheet as the others. */
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

/** A text as a CSS string, escaped so that it cannot end a `style` element (CSS Syntax 3, section 4.3.7: escapes). */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"'<>&\p{Cc}\u2028\u2029]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`
}

/** A title in one or two languages, each on its own line. */
export function linesOf(title: string, other: string | undefined): string {
  return other ? `${title}\n${other}` : title
}

/** A title of which each line fits. */
function shorten(title: string): string {
  return title
    .split('\n')
    .map(
      (line) => abbreviate(line, TITLE_LENGTH, 'und') || `${[...line].slice(0, TITLE_LENGTH - 1).join('')}…`,
    )
    .join('\n')
}
