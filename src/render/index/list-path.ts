import type { RenderContext } from '../context.ts'

/**
 * Path of the list of a locale's documents, or of their data, relative to the output folder: the first of `index.html`, `documents.html`,
 * `documents-2.html`, … that no document uses.
 */
export function listPath(folder: string, isTaken: (path: string) => boolean, ending = '.html'): string {
  for (let number = 0; ; number++) {
    const name = number === 0 ? 'index' : number === 1 ? 'documents' : `documents-${number}`
    const path = `${folder}/${name}${ending}`
    if (!isTaken(path)) return path
  }
}

const ENDINGS = ['.md', '.markdown', '.html', '.htm']

/** Path of a page's home: the index page of its locale, or the list of documents for that page itself. */
export function homePath(
  locale: string,
  output: string,
  { hasPage, cleanUrls }: Pick<RenderContext, 'hasPage' | 'cleanUrls'>,
): string {
  const home = `${locale}/index.html`
  if (output !== home) return home
  const isPage = (path: string) => {
    // With clean URLs, other documents are in folders of their own.
    if (cleanUrls) return false
    const name = path.slice(locale.length + 1).replace(/\.html$/, '')
    return ENDINGS.some((ending) => hasPage(name + ending))
  }
  return listPath(locale, (path) => path === home || isPage(path))
}
