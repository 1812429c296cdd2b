import type { BilingualDocument } from '../../model/document.ts'
import { codeDifference } from '../text/code-difference.ts'
import { inlineCodes } from './inline-codes.ts'
import { type LiteralKind, type LiteralState, literalState } from './literal-state.ts'
import { literalsOf } from './literals.ts'
import { parametersOf } from './parameters.ts'
import { type Pair, soundPairs } from './sound-pairs.ts'

/** Literals of one unit's source text that its translation does not have as they are. */
export interface ChangedLiterals {
  readonly pair: Pair
  readonly literals: readonly ChangedLiteral[]
}

/** A literal that a translation does not have as it is. */
export interface ChangedLiteral {
  readonly kind: LiteralKind
  readonly text: string
  readonly state: Exclude<LiteralState, 'kept'>
  /** How else the source text writes it, in other letter case: which one is right there is not known. */
  readonly spellings?: readonly string[]
}

/** Several rules ask for the same document, one after the other. */
const known = new WeakMap<BilingualDocument, readonly ChangedLiterals[]>()

/** The literals of a document that its translation has changed or lost, by unit; without those that other rules tell of. */
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

function changedIn(pair: Pair, document: BilingualDocument): readonly ChangedLiteral[] {
  const { unit, source, target } = pair
  // An empty target is told of by `unit-empty`, an untranslated one has lost nothing.
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
    // A translation that keeps to one of the source text's own spellings has changed none.
    const isKept = others.some((other) => literalState(target, other, document) === 'kept')
    const isFirst = !wanted.slice(0, at).some((other) => isSpelling(other.text, text))
    return isFirst && !isKept ? { kind, text, state, spellings: others.map((other) => other.text) } : []
  })
}

/** Whether two literals differ in letter case, if at all. */
function isSpelling(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Whether a link shows its own address: `inline-equal` has compared it. */
function isSameUrl(url: string, text: string): boolean {
  return url === text || url === `${text}/` || url === `http://${text}`
}
