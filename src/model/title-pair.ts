import type { BilingualDocument } from './document.ts'
import type { Place } from './place.ts'
import { unitsOf } from './units-of.ts'

/** Title of a translated document on both sides. */
export interface TitlePair {
  readonly source: string
  readonly target: string
  /** Place of the translation; absent if no unit and no front matter has it. */
  readonly place?: Place
}

/**
 * Returns the title of a document on both sides: of its heading, else of its metadata, which mostly has the target only; `undefined` if one
 * has none.
 */
export function titlePairOf(document: BilingualDocument): TitlePair | undefined {
  const { source, target } = document.title
  if (source === null || target === null) return undefined
  const units = unitsOf(document).filter((unit) => unit.context.kind === 'heading')
  const heading = units.find((unit) => unit.source?.text === source)?.target
  if (heading) return { source, target: heading.text, place: heading.place }
  const { entries } = document.metadata
  const entry = Object.hasOwn(entries, 'title') ? entries.title : undefined
  return { source, target, ...(entry && { place: entry.place }) }
}
