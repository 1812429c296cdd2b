/** Which runbooks make up a book, and what it is called. Everything that may be chosen by `documents` or `branch` is in it. */
export interface BookOptions {
  /** Title, or titles by BCP 47 tag; unless told the name of the branch, else a label. */
  readonly title?: string | Readonly<Record<string, string>>
  /** Globs of the documents, relative to the configuration's folder; all documents where neither this nor `branch` is told. */
  readonly documents?: readonly string[]
  /** Entry of the table of contents whose documents belong to the book: its name, or its document's path in the docset. */
  readonly branch?: string
  /** Path in the docset of the table of contents that gives the order; unless told all that are there, outer folders first. */
  readonly toc?: string
}
