import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import type { TranslationUnit } from '../../model/unit.ts'

/** What stands after a unit. */
export interface Following {
  /** The text up to the next unit, or to the end. */
  readonly between: string
  readonly next?: TranslationUnit
  /** Whether the next unit goes on in the same paragraph, item or cell. */
  readonly isSameBlock: boolean
}

const NOTHING: Following = { between: '', isSameBlock: false }

const KNOWN = new WeakMap<BilingualDocument['skeleton'], ReadonlyMap<string, Following>>()

/** Finds what stands after a unit in the input; each document is read once, on first use. */
export function whatFollows(document: BilingualDocument, { key }: TranslationUnit): Following {
  let following = KNOWN.get(document.skeleton)
  if (!following) {
    following = read(document)
    KNOWN.set(document.skeleton, following)
  }
  return following.get(key) ?? NOTHING
}

function read(document: BilingualDocument): ReadonlyMap<string, Following> {
  const found = new Map<string, Following>()
  let between = ''
  let next: TranslationUnit | undefined
  for (const part of document.skeleton.parts.toReversed()) {
    if (typeof part === 'string') {
      between = part + between
      continue
    }
    const unit = unitOf(document, part.unit)
    const isSameBlock = next !== undefined && /^[^\S\n]*$/.test(between) && isBeside(unit, next)
    found.set(part.unit, { between, isSameBlock, ...(next && { next }) })
    between = ''
    next = unit
  }
  return found
}

function isBeside(one: TranslationUnit | undefined, other: TranslationUnit): boolean {
  return one?.context.kind === other.context.kind
}
