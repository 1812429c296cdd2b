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
