import type { BilingualDocument } from './document.ts'
import type { Side } from './unit.ts'

/** Returns a text value of the front matter, else `null`. */
export function textEntry({ metadata }: Pick<BilingualDocument, 'metadata'>, key: string): string | null {
  const value = metadata.entries[key]?.value
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

/** Returns the summary of a document in the language of a side; `null` if it has none: front matter is in the target language. */
export function descriptionOf(document: Pick<BilingualDocument, 'metadata'>, side: Side): string | null {
  return side === 'target' ? textEntry(document, 'description') : null
}
