/** What stands in the margins of every printed page. */
export interface PaperText {
  readonly title: string
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
export function paperStyle({ title, revision, pageOf, dir }: PaperText): string {
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  return [
    '@page {',
    `  @top-${start} { content: ${cssString(shorten(title))} }`,
    `  @bottom-${start} { content: ${cssString(revision)} }`,
    `  @bottom-${end} { content: ${pageCounter(pageOf)} }`,
    '}',
  ].join('\n')
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
