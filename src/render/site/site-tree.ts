/** A node of the site’s navigation in one locale. */
export interface SiteNode {
  readonly name: string
  /** Language of the name; `null` if it is that of the tree. */
  readonly lang: string | null
  /** Path of its page relative to the output folder; `null` if it has none. */
  readonly output: string | null
  /** Address of a page outside the site; `null` if there is none. */
  readonly url: string | null
  /** Summary of its page in the tree’s language; `null` if there is none. */
  readonly description: string | null
  /** Further words to find it by; `null` if there are none. */
  readonly keywords: string | null
  /** Whether it is initially open. */
  readonly isExpanded: boolean
  readonly children: readonly SiteNode[]
}

/** The navigation of one docset in one locale. */
export interface SiteTree {
  /** Top-level nodes, by the table of contents that they come from: “next” and “previous” stay in one of them. */
  readonly sections: readonly (readonly SiteNode[])[]
  /** Levels above all of them, for breadcrumbs. */
  readonly levels: readonly SiteNode[]
}

/** Makes a node; everything but its name is optional. */
export function createNode(fields: Pick<SiteNode, 'name'> & Partial<SiteNode>): SiteNode {
  return {
    lang: null,
    output: null,
    url: null,
    description: null,
    keywords: null,
    isExpanded: false,
    children: [],
    ...fields,
  }
}
