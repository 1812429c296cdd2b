import type { DecisionFile } from './decisions.ts'

/** A block of a rendered document in both languages: HTML of sanitized trees, and where changed units stand in `data-u`. */
export type RenderedRow = readonly [source: string, target: string]

/** What the page of a review needs besides the review. */
export interface ReviewPage {
  /** Style sheet. */
  readonly style: string
  /** Script that sets the theme before anything is shown. */
  readonly theme: string
  /** Script of the page. */
  readonly script: string
  /** BCP 47 tag of the language of labels. */
  readonly language: string
  /** Returns the direction of a locale. */
  readonly directionOf: (locale: string) => 'ltr' | 'rtl'
  /**
   * Returns the changed parts of a document of the review by its index, with a unit of context on each side; `data-u` is
   * the number of a unit among the changed ones of its document. Empty if nothing of it can be shown.
   */
  readonly rowsOf: (document: number) => readonly RenderedRow[]
  /** Files of decisions, whole, so that an export loses nothing. */
  readonly decisions: readonly DecisionFile[]
  /** Present if a server takes decisions: what requests carry, and the reviewer's name if it is known. */
  readonly server?: { readonly token: string; readonly reviewer?: string }
}
