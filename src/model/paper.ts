/** Kinds of paper to print on. */
export type PaperSize = 'a4' | 'letter'
