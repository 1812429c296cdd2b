/** Files of the navigation in one locale; paths are relative to the output folder. */
export interface SiteFiles {
  readonly locale: string
  /** Start page. */
  readonly start: string
  /** Page of all contents. */
  readonly contents: string
  /** Script with the data of the whole tree. */
  readonly tree: string
  /** Returns the relative URL from one file to another. */
  readonly urlOf: (from: string, to: string) => string
}

/**
 * Names the files of the navigation in a locale, so that no document has the same path.
 *
 * @param isTaken whether a document uses a path.
 */
export function siteFilesOf(
  locale: string,
  isTaken: (path: string) => boolean,
  urlOf: SiteFiles['urlOf'],
): SiteFiles {
  const free = (name: string, ending: string) => {
    for (let number = 1; ; number++) {
      const path = `${locale}/${name}${number === 1 ? '' : `-${number}`}${ending}`
      if (!isTaken(path)) return path
    }
  }
  return {
    locale,
    start: `${locale}/index.html`,
    contents: free('contents', '.html'),
    tree: free('tree-data', '.js'),
    urlOf,
  }
}
