/**
 * Which runbooks make up a book, and its title. The book contains everything that `documents` or `branch`
 * selects.
 */
export interface BookOptions {
  /** Title, or titles by BCP 47 tag. Default: the name of the branch, else a label. */
  readonly title?: string | Readonly<Record<string, string>>
  /**
   * Globs of the documents, relative to the configuration's folder. Default: all documents, unless `branch`
   * is set.
   */
  readonly documents?: readonly string[]
  /**
   * Entry of the table of contents whose documents belong to the book: its name, or its document's path in
   * the docset.
   */
  readonly branch?: string
  /**
   * Path in the docset of the table of contents that decides the order. Default: all of them, outer folders
   * first.
   */
  readonly toc?: string
  /**
   * Whether a second book has both languages, with the source `under` (same as `true`) or `beside` the translation. Default:
   * as for runbooks.
   */
  readonly bilingual?: boolean | 'under' | 'beside'
}
