import { createHash } from 'node:crypto'

/** Id that a heading of a document has in a book, where other documents may have it too. */
export function anchorInBook(path: string, id: string): string {
  return `${createHash('sha256').update(path).digest('hex').slice(0, 8)}-${id}`
}

/** Name of a document in the HTML of a runbook for a book: without any character that HTML would escape. */
export function documentName(path: string): string {
  return encodeURIComponent(path).replaceAll("'", '%27')
}
