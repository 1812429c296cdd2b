/** A book of runbooks. */
export interface BookFile {
  readonly locale: string
  /** Path relative to the output folder. */
  readonly path: string
  readonly hasPdf: boolean
}

/** Links to the files of one edition of a book. */
interface BookEdition {
  readonly url: string
  readonly pdf: string | null
}

/** Links to a book and its PDF. */
export interface BookLink extends BookEdition {
  /** The same of the book in both languages; `null` if there is none. */
  readonly bilingual: BookEdition | null
}

/** Path of the book of a locale. */
export function bookPath(locale: string, isBilingual = false): string {
  return `${locale}/runbook-book${isBilingual ? '.bilingual' : ''}.html`
}

/** Links to the books of a locale; `null` if it has none. */
export function bookLink(
  books: readonly BookFile[],
  locale: string,
  urlOf: (path: string) => string,
): BookLink | null {
  const edition = (isBilingual: boolean): BookEdition | null => {
    const path = bookPath(locale, isBilingual)
    const book = books.find((each) => each.path === path)
    if (!book) return null
    return { url: urlOf(path), pdf: book.hasPdf ? urlOf(path.replace(/\.html$/, '.pdf')) : null }
  }
  const own = edition(false)
  return own && { ...own, bilingual: edition(true) }
}
