import type { BilingualDocument } from '../../model/document.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { codeDifference } from '../text/code-difference.ts'
import { inlineCodes } from './inline-codes.ts'
import { type LiteralKind, type LiteralState, literalState } from './literal-state.ts'
import { literalsOf } from './literals.ts'
import { parametersOf } from './parameters.ts'
import { type Pair, soundPairs } from './sound-pairs.ts'

/** Literals in a unit's source text that its translation changes or lacks. */
export interface ChangedLiterals {
  readonly pair: Pair
  readonly literals: readonly ChangedLiteral[]
}

/** A literal that a translation changes or lacks. */
export interface ChangedLiteral {
  readonly kind: LiteralKind
  readonly text: string
  readonly state: Exclude<LiteralState, 'kept'>
  /** Other spellings in the source text, in different letter case, if it is unknown which one is right. */
  readonly spellings?: readonly string[]
}

/** Cache, because several rules need the same data. */
const known = new WeakMap<BilingualDocument, readonly ChangedLiterals[]>()

/** Finds the literals that a document's translation changes or lacks, by unit, unless another rule reports them. */
export function changedLiterals(document: BilingualDocument): readonly ChangedLiterals[] {
  let changed = known.get(document)
  if (!changed) {
    changed = soundPairs(document).flatMap((pair) => {
      const literals = changedIn(pair, document)
      return literals.length > 0 ? [{ pair, literals }] : []
    })
    known.set(document, changed)
  }
  return changed
}

/** The texts of the literals that a document's translation lacks, by the key of their unit. */
export function lostTexts(document: BilingualDocument): ReadonlyMap<string, readonly string[]> {
  return new Map(
    changedLiterals(document).flatMap(({ pair, literals }) => {
      const lost = literals.flatMap(({ state, text }) => (state === 'lost' ? text : []))
      return lost.length > 0 ? [[pair.unit.key, lost] as const] : []
    }),
  )
}

function changedIn(pair: Pair, document: BilingualDocument): readonly ChangedLiteral[] {
  const { unit, source, target } = pair
  // `unit-empty` reports an empty target; an untranslated one has lost nothing.
  if (target.text === '' || target.text === source.text) return []
  const { code, link, address } = inlineCodes(source)
  const wanted = [
    ...literalsOf(source.text).filter(({ kind }) => kind !== 'number'),
    ...parametersOf(unit, source, code).map((text) => ({ kind: 'parameter' as const, text })),
  ]
  if (wanted.length === 0) return []
  const links = [...link, ...address]
  const codes = codeDifference(source, target).missing
  return wanted.flatMap(({ kind, text }, at) => {
    const state = literalState(target, { kind, text }, document)
    if (state === 'kept' || links.some((url) => isSameUrl(url, text))) return []
    if (codes.some((lost) => lost.includes(text))) return []
    if (state === 'lost') return { kind, text, state }
    const others = wanted.filter((other, index) => index !== at && isSpelling(other.text, text))
    if (others.length === 0) return { kind, text, state }
    // A translation that uses one of the source text's own spellings has changed nothing.
    const isKept = others.some((other) => literalState(target, other, document) === 'kept')
    const isFirst = !wanted.slice(0, at).some((other) => isSpelling(other.text, text))
    return isFirst && !isKept ? { kind, text, state, spellings: others.map((other) => other.text) } : []
  })
}

/** Whether two literals are equal, ignoring letter case. */
function isSpelling(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Whether a link shows its own URL, which `inline-equal` compares. */
function isSameUrl(url: string, text: string): boolean {
  if (url === text || url === `http://${text}`) return true
  const shown = decodeUrlPart(url)
  // A literal ends before the punctuation at its end.
  return shown.startsWith(text) && !/[\p{L}\p{N}]/u.test(shown.slice(text.length))
}
