import type { UnitReview } from '../../review/types/unit-review.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { clean } from '../text/words.ts'

/** Maximum length of a text that is shown. */
const LONGEST = 600

/** The source and the target of a unit as lines of a diff: one line for a text that both versions have. */
export function textLines({ texts }: Pick<UnitReview, 'texts'>): readonly string[] {
  if (!texts) return []
  const { oldSource, newSource, oldTarget, newTarget } = texts
  return [...linesOf(oldSource, newSource), ...linesOf(oldTarget, newTarget)]
}

function linesOf(before: string | null, after: string | null): readonly string[] {
  if (before === after) return before === null ? [] : [`  ${shownText(before)}`]
  return [
    ...(before === null ? [] : [`- ${shownText(before)}`]),
    ...(after === null ? [] : [`+ ${shownText(after)}`]),
  ]
}

/** A text on one line, shortened if it is long. */
export function shownText(text: string): string {
  const line = clean(foldSpace(text))
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}
