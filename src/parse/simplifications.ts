import type { Simplified } from '../model/findings/simplified.ts'
import type { Place } from '../model/place.ts'

/** Collects simplified constructs, the first of each kind. */
export class Simplifications {
  readonly found: Simplified[] = []

  /** @returns whether it is the first of its kind. */
  add(why: Simplified['why'], place: Place | undefined): boolean {
    if (this.found.some((known) => known.why === why)) return false
    this.found.push({ why, ...(place && { place }) })
    return true
  }
}
