import { type CodedText, markupOf, signatureOf } from '../model/coded-text.ts'
import { hashOf } from '../util/data/hash-of.ts'
import type { UnitStamp } from './exchange-file.ts'

/** Length of a hash in hexadecimal digits. */
const LENGTH = 16

/** The stamp of a unit. */
export function stampOf(source: CodedText | null, target: CodedText | null): UnitStamp {
  return { source: short(source === null ? '' : markupOf(source)), target: stampOfTarget(target) }
}

/**
 * Hash of a target's text and the places of its codes, but not of their markup, which a file that comes back may not have; of a
 * missing or blank target, which files do not tell apart, of nothing.
 */
export function stampOfTarget(target: CodedText | null): string {
  const isBlank = target === null || target.every((part) => part.type === 'text' && part.text.trim() === '')
  return short(isBlank ? '' : signatureOf(target))
}

function short(text: string): string {
  return hashOf(text).slice(0, LENGTH)
}
