import type { BilingualDocument } from '../../model/document.ts'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { codeDifference } from '../text/code-difference.ts'
import { languageOf } from '../text/language-of.ts'
import { lostTexts } from './changed-literals.ts'
import { curledTexts, type QuotedText } from './quoted-texts.ts'
import { type Pair, soundPairs } from './sound-pairs.ts'
import { typedTexts } from './typed-texts.ts'

/** Texts that a reader types or pastes, and that a translation changes. */
export interface ChangedTyped {
  readonly pair: Pair
  readonly texts: readonly string[]
}

/** Cache, because several rules need the same data. */
const known = new WeakMap<BilingualDocument, ReadonlyMap<string, ChangedTyped>>()

/** Finds the texts that readers type or paste and that a document’s translation changes, by the key of their unit, unless another rule reports them. */
export function changedTyped(document: BilingualDocument): ReadonlyMap<string, ChangedTyped> {
  let changed = known.get(document)
  if (!changed) {
    const reported = lostTexts(document)
    const entries = soundPairs(document).flatMap((pair) => {
      const { unit, source, target } = pair
      if (target.text === '' || target.text === source.text) return []
      const lost = reported.get(unit.key) ?? []
      const typed =
        languageOf(document.sourceLocale) === 'en'
          ? changedIn(source, target).filter((text) => !lost.some((literal) => text.includes(literal)))
          : []
      const curled = curledIn(pair, target)
        .filter(({ anchor, text }) => !lost.some((literal) => `${anchor} ${text}`.includes(literal)))
        .map(({ text }) => text)
        .filter((text) => !typed.some((other) => other.includes(text)))
      const texts = [...typed, ...withoutCode(curled, pair)]
      return texts.length > 0 ? [[unit.key, { pair, texts }] as const] : []
    })
    changed = new Map(entries)
    known.set(document, changed)
  }
  return changed
}

/** Whether another translation changes one of these texts too. */
export function changesTyped({ pair, texts }: ChangedTyped, other: Segment): boolean {
  const changed = [...changedIn(pair.source, other), ...curledIn(pair, other).map(({ text }) => text)]
  return texts.some((text) => changed.includes(text))
}

/** The texts that a segment asks the reader to type, and that another lacks. */
function changedIn(source: Segment, target: Segment): readonly string[] {
  if (!source.content) return []
  // A full stop can belong to the sentence.
  return typedTexts(source).filter((text) => !fold(target.text).includes(fold(text).replace(/\.$/, '')))
}

function fold(text: string): string {
  return foldSpace(text).toLowerCase().normalize('NFKC')
}

/** The texts in straight quotation marks that belong to code, and that a translation has in others. */
function curledIn({ unit, source }: Pair, { text }: Segment): readonly QuotedText[] {
  return curledTexts(source.text, text, unit.context.kind === 'code')
}

/** Removes texts in inline code, which `code-equal` compares. */
function withoutCode(texts: readonly string[], { source, target }: Pair): readonly string[] {
  if (texts.length === 0) return texts
  const { missing } = codeDifference(source, target)
  return texts.filter((text) => !missing.some((code) => code.includes(text)))
}
