import type { StoredListing } from '../model/build/build-state.ts'
import type { FinishedDocument } from './document/finished-document.ts'
import type { MadeKinds } from './write-outputs.ts'

/**
 * A document's part of the index without its message counts, as stored: a {@link StoredListing} as JSON, or
 * `null`.
 */
export function listingOf(
  { cached, result: { made } }: FinishedDocument,
  kinds: () => MadeKinds,
): Uint8Array {
  // Copied without parsing it.
  return cached ? cached.listing : Buffer.from(JSON.stringify(made ? toListing(made, kinds()) : null))
}

function toListing(document: unknown, kinds: MadeKinds): StoredListing {
  return { document, kinds: Object.fromEntries([...kinds].map(([locale, own]) => [locale, [...own]])) }
}
