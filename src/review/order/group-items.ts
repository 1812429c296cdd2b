import type { DocumentReview } from '../types/document-review.ts'
import type { ReviewGroup, ReviewItem } from '../types/review.ts'
import type { UnitReview } from '../types/unit-review.ts'
import { wordEdit } from './word-edit.ts'

/** Items with the groups that they are in. */
export interface Grouped {
  readonly items: readonly ReviewItem[]
  readonly groups: readonly ReviewGroup[]
}

/** Groups items with the same small edit of words, in the order of their first items. */
export function groupItems(items: readonly ReviewItem[], documents: readonly DocumentReview[]): Grouped {
  const found = new Map<string, { readonly group: ReviewGroup; readonly items: number[] }>()
  for (const [at, { members }] of items.entries()) {
    const [document, index] = members[0]!
    const { locale, units } = documents[document]!
    const edit = editOf(units[index]!)
    if (!edit) continue
    const key = JSON.stringify([locale, edit.side, edit.removed, edit.added])
    const known = found.get(key)
    if (known) known.items.push(at)
    else {
      const own = [at]
      found.set(key, { group: { ...edit, items: own }, items: own })
    }
  }
  const groups = [...found.values()].filter(({ items: own }) => own.length > 1).map(({ group }) => group)
  const groupOf = new Map(groups.flatMap((group, at) => group.items.map((item) => [item, at] as const)))
  return {
    groups,
    items: items.map((item, at) => {
      const group = groupOf.get(at)
      return group === undefined ? item : { ...item, group }
    }),
  }
}

/** The edit of the side that needs a decision: the target if the source is the same. */
function editOf({ headline, texts }: UnitReview): Omit<ReviewGroup, 'items'> | undefined {
  if (!texts) return undefined
  const { oldSource, newSource, oldTarget, newTarget } = texts
  const side = headline === 'retranslated' ? 'target' : 'source'
  if (side === 'source' && !/^(?:stale|source-changed)/.test(headline)) return undefined
  const [before, after] = side === 'target' ? [oldTarget, newTarget] : [oldSource, newSource]
  if (before === null || after === null) return undefined
  const edit = wordEdit(before, after)
  return edit && { side, removed: ` ${edit.removed}`.slice(1), added: ` ${edit.added}`.slice(1) }
}
