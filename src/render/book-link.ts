/** A book of runbooks. */
export interface BookFile {
  readonly locale: string
  /** Path relative to the output folder. */
  readonly path: string
  readonly hasPdf: boolean
}

/** Links to a book and its PDF. */
export interface BookLink {
  readonly url: string
  readonly pdf: string | null
}

/** Links to the book of a locale; `null` if it has none. */
export function bookLink(
  books: readonly BookFile[],
  locale: string,
  urlOf: (path: string) => string,
): BookLink | null {
  const book = books.find((each) => each.locale === locale)
  if (!book) return null
  return { url: urlOf(book.path), pdf: book.hasPdf ? urlOf(book.path.replace(/\.html$/, '.pdf')) : null }
}
