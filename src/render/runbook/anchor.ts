import { hashOf } from '../../util/hash-of.ts'

/** Id that a heading of a document has in a book, where other documents may have it too. */
export function anchorInBook(path: string, id: string): string {
  return `${hashOf(path).slice(0, 8)}-${id}`
}
