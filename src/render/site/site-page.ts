/** A page of the site, with all that files about several pages say about it. */
export interface SitePage {
  /** Path of its document relative to its root. */
  readonly path: string
  /** Path of the page relative to the output folder. */
  readonly output: string
  readonly locale: string
  readonly sourceLocale: string
  /** `null` if the document has none. */
  readonly title: string | null
  /** Summary for search engines and lists, in the page’s locale; `null` if there is none. */
  readonly description: string | null
  /** Date of the document as in its front matter; `null` if it has none. */
  readonly date: string | null
  /** Whether there is no translation, so that the page shows the source text. */
  readonly isUntranslated: boolean
}
