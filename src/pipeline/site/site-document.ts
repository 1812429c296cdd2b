import type { DocumentInputs } from '../document/document-inputs.ts'
import type { MadeDocument } from '../document/document-result.ts'
import type { MadeKinds } from '../write-outputs.ts'

/** A document whose pages belong to the site. */
export interface SiteDocument {
  readonly group: DocumentInputs
  readonly made: MadeDocument
  readonly kinds: MadeKinds
}
