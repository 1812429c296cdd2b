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
/** Code, addresses of links and tags, web addresses, options, commands, paths, placeholders, names with capitals inside, names with dots. */
const LITERAL =
  /`[^`]+`|\b(?:https?|ftp):\/\/[^\s<>()"'“”（）。、`]+|\]\([^()\s]+|\b(?:href|src)\s*=\s*"[^"]*"|(?<![\w-])-[A-Za-z]\w+|\b[A-Z][a-z]+-(?:[A-Z]\w*[a-z][A-Z]\w*|[A-Z]{2,}\w+)|\b(?:Get|Set|New|Remove|Add|Enable|Disable|Start|Stop|Restart|Test|Import|Export|Invoke|Install|Update|Connect|Restore|Backup)-[A-Z]\w+|[A-Z]:\\[^\s<>"]+|\\\\[\w.-]+\\[^\s<>"]*|%\w+%|\$\w+|\{\w+\}|\b[a-z]{2,}[A-Z]\w*[a-z]\w*|\b[\w.-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b\w{2,}(?:\.[a-z\d]\w+)+\b/g
const NEGATION = /\b(?:not|cannot|never|no|none|nor|neither|nothing|without|unless|except)\b|n['’]t\b/gi
const NUMERALS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const NUMERAL = new RegExp(`\\b(?:${NUMERALS.join('|')})\\b`, 'gi')
/** Zero of each script whose digits Arabic and Indian languages use. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6]

/**
 * Numbers, literals and a negation that changed in the source although the target kept its own: a translation
 * that may now be wrong. A negation counts only if the target is the same, since its words differ by language.
 */
export function sourceSigns(texts: FourTexts, isTargetKept: boolean): readonly RiskSign[] {
  const { oldSource, newSource } = texts
  const signs: RiskSign[] = []
  const isBehind = (read: (text: string) => string) =>
    read(oldSource) !== read(newSource) &&
    read(texts.oldTarget) === read(texts.newTarget) &&
    !agrees(read, texts)
  // “5” for “five” is no other number.
  if (isBehind(numbersOf) && numbersOf(digitsOf(oldSource)) !== numbersOf(digitsOf(newSource)))
    signs.push('numbers')
  if (isBehind(literalsOf)) signs.push('literals')
  if (isTargetKept && negations(oldSource) !== negations(newSource)) signs.push('negation')
  return signs
}

/** Numbers and literals in which two translations differ, and the new one differs from its source. */
export function targetSigns(texts: FourTexts): readonly RiskSign[] {
  const isChanged = (read: (text: string) => string) =>
    read(texts.oldTarget) !== read(texts.newTarget) && !agrees(read, texts)
  const signs: RiskSign[] = []
  if (isChanged(numbersOf)) signs.push('numbers')
  if (isChanged(literalsOf)) signs.push('literals')
  return signs
}

/** Whether the new target has what its source has. */
function agrees(read: (text: string) => string, { newSource, newTarget }: FourTexts): boolean {
  return read(newSource) === read(newTarget)
}

/** Number of negations, however they are written: “don't” is “do not”. */
function negations(text: string): number {
  return text.match(NEGATION)?.length ?? 0
}

function numbersOf(text: string): string {
  const ascii = text.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - ZEROS.findLast((zero) => zero <= code)!)
  })
  return found(NUMBER, ascii)
}

function literalsOf(text: string): string {
  return found(LITERAL, text)
}

/** A text with small numbers as digits. */
function digitsOf(text: string): string {
  return text.replace(NUMERAL, (word) => String(NUMERALS.indexOf(word.toLowerCase())))
}

/** All matches of a pattern, in an order of their own: translations put them elsewhere. */
function found(pattern: RegExp, text: string): string {
  const matches = text.normalize('NFKC').match(pattern)
  return matches ? matches.sort(compare).join('\n') : ''
}
