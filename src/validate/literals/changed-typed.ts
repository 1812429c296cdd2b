import type { BilingualDocument } from '../../model/document.ts'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { lostTexts } from './changed-literals.ts'
import { type Pair, soundPairs } from './sound-pairs.ts'
import { typedTexts } from './typed-texts.ts'

/** Texts that a reader types, and that a translation changes. */
export interface ChangedTyped {
  readonly pair: Pair
  readonly texts: readonly string[]
}

/** Cache, because several rules need the same data. */
const known = new WeakMap<BilingualDocument, readonly ChangedTyped[]>()

/** Finds the texts that readers type and that a document’s translation changes, by unit, unless another rule reports them. */
export function changedTyped(document: BilingualDocument): readonly ChangedTyped[] {
  if (!/^en\b/i.test(document.sourceLocale)) return []
  let changed = known.get(document)
  if (!changed) {
    const reported = lostTexts(document)
    changed = soundPairs(document).flatMap((pair) => {
      const { unit, source, target } = pair
      if (target.text === '' || target.text === source.text) return []
      const lost = reported.get(unit.key) ?? []
      const texts = changedIn(source, target).filter(
        (text) => !lost.some((literal) => text.includes(literal)),
      )
      return texts.length > 0 ? [{ pair, texts }] : []
    })
    known.set(document, changed)
  }
  return changed
}

/** Whether another translation changes one of these texts too. */
export function changesTyped({ pair: { source }, texts }: ChangedTyped, other: Segment): boolean {
  const changed = changedIn(source, other)
  return texts.some((text) => changed.includes(text))
}

/** The texts that a segment asks the reader to type, and that another lacks. */
function changedIn(source: Segment, target: Segment): readonly string[] {
  if (!source.content) return []
  return typedTexts(source).filter((text) => !fold(target.text).includes(fold(text)))
}

function fold(text: string): string {
  return foldSpace(text).toLowerCase().normalize('NFKC')
}
