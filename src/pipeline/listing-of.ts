import type { StoredListing } from '../model/build/build-state.ts'
import type { FinishedDocument } from './document/finished-document.ts'
import type { MadeKinds } from './write-outputs.ts'

/** What the index tells of a document but for its messages, as it is stored: a {@link StoredListing} as JSON, or `null`. */
export function listingOf(
  { cached, result: { made } }: FinishedDocument,
  kinds: () => MadeKinds,
): Uint8Array {
  // As it was, without reading it.
  return cached ? cached.listing : Buffer.from(JSON.stringify(made ? toListing(made, kinds()) : null))
}

function toListing(document: unknown, kinds: MadeKinds): StoredListing {
  return { document, kinds: Object.fromEntries([...kinds].map(([locale, own]) => [locale, [...own]])) }
}
