/** Kinds of paper to print on. */
export type PaperSize = 'a4' | 'letter'

/** What CSS calls them (CSS Paged Media 3, section 7.1). */
export const CSS_PAPER: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'letter' }
