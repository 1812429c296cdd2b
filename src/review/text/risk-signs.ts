import { compare } from '../../util/data/compare.ts'
import type { RiskSign } from '../types/unit-review.ts'

/** Four texts of a unit that both versions have. */
export interface FourTexts {
  readonly oldSource: string
  readonly newSource: string
  readonly oldTarget: string
  readonly newTarget: string
}

const NUMBER = /\d+(?:[.,:]\d+)*/g
/** Code, tags with addresses, addresses, options, commands, paths, placeholders, names with capitals or digits inside. */
const LITERAL =
  /`[^`]+`|\b(?:https?|ftp):\/\/[^\s<>()"'“”（）。、`]+|\]\([^()\s]+|\b(?:href|src)\s*=\s*"[^"]*"|(?<![\w-])-[A-Za-z]\w+|\b[A-Z][a-z]+-[A-Z]\w+|[A-Z]:\\[^\s<>"]+|\\\\[\w.-]+\\[^\s<>"]*|%\w+%|\$\w+|\{\w+\}|\b[a-z]+[A-Z]\w*|\b[\w.-]+@[\w.-]+\.\w+|\b\w+(?:\.\w+)+\b/g
const NEGATION = /\b(?:not|cannot|never|no|none|nor|neither|nothing|without|unless|except)\b|n['’]t\b/gi

/**
 * Numbers, literals and a negation that changed in the source although the target kept its own: a translation
 * that may now be wrong. A negation counts only if the target is the same, since its words differ by language.
 */
export function sourceSigns(texts: FourTexts, isTargetKept: boolean): readonly RiskSign[] {
  const { oldSource, newSource, oldTarget, newTarget } = texts
  const signs: RiskSign[] = []
  if (differ(NUMBER, oldSource, newSource) && !differ(NUMBER, oldTarget, newTarget)) signs.push('numbers')
  if (differ(LITERAL, oldSource, newSource) && !differ(LITERAL, oldTarget, newTarget)) signs.push('literals')
  if (isTargetKept && negations(oldSource) !== negations(newSource)) signs.push('negation')
  return signs
}

/** Numbers and literals in which two translations of the same source differ. */
export function targetSigns({ oldTarget, newTarget }: FourTexts): readonly RiskSign[] {
  const signs: RiskSign[] = []
  if (differ(NUMBER, oldTarget, newTarget)) signs.push('numbers')
  if (differ(LITERAL, oldTarget, newTarget)) signs.push('literals')
  return signs
}

/** Number of negations, however they are written: “don't” is “do not”. */
function negations(text: string): number {
  return text.match(NEGATION)?.length ?? 0
}

function differ(pattern: RegExp, before: string, after: string): boolean {
  return found(pattern, before) !== found(pattern, after)
}

/** All matches of a pattern, in an order of their own: translations put them elsewhere. */
function found(pattern: RegExp, text: string): string {
  const matches = text.normalize('NFKC').match(pattern)
  return matches ? matches.sort(compare).join('\n') : ''
}
