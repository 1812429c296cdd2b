/** Paper sizes for printing. */
export type PaperSize = 'a4' | 'letter'

/** Names of paper sizes in CSS (CSS Paged Media 3, section 7.1). */
export const CSS_PAPER: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'letter' }
