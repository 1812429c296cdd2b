import {
  NUMBER_CHARACTERS,
  NUMBER_ENDINGS,
  NUMBER_PREFIXES,
  NUMBER_WORDS,
  SCALES,
} from '../data/number-words.ts'
import { digitValue } from './digit-value.ts'

/** A number in a text. */
export interface NumberToken {
  /** As written, with digits of other scripts converted to ASCII. */
  readonly text: string
  /** Its values as decimal strings; several if the notation is ambiguous (`1.500`) or a 12-hour time. */
  readonly values: readonly string[]
  /** Its parts between separators, for dates, versions and lists without spaces. */
  readonly parts: readonly string[]
  /** Whether its parts can be groups of three digits. */
  readonly isGrouped: boolean
  /**
   * Whether a translation can omit it: `00` in a full hour, a digit in a name such as `P2P`, `3rd` in
   * “3rd-party”.
   */
  readonly isOptional: boolean
  /** Whether AM or PM follows. */
  readonly isHalfDay: boolean
}

const SPACE = '[ \\u00A0\\u202F\\u2009]'

/** Groups of three digits separated by spaces, or digits with other separators. */
const NUMBER = new RegExp(
  `(?<![\\d.,])\\d{1,3}(?:${SPACE}\\d{3})+(?!\\d)(?:[.,]\\d+)?|(?<=^|[\\s(<>=$€£¥])\\.\\d+(?![.\\d])|\\d+(?:[.,'’]\\d+)*`,
  'g',
)

/** The emergency number of North America with hyphens. */
const EMERGENCY = /(?<!\d)9-1-1(?!\d)/g

/** International telephone numbers (ITU-T E.164); their grouping depends on the country. */
const TELEPHONE = /\+\s?\d(?:[\s().-]{0,2}\d){7,14}/g

/** Numbers that depend on the country: emergency numbers. */
const OF_COUNTRY: ReadonlySet<string> = new Set(['110', '112', '119', '911', '999'])

const HALF_DAY = /^(?::\d{2}){0,2}\s?(?<half>[ap])\.?\s?m\b/i

/** Finds the numbers in a text, in order. */
export function numbersOf(text: string): readonly NumberToken[] {
  if (!/\p{Nd}/u.test(text)) return []
  const folded = foldDigits(text)
    .replace(EMERGENCY, '911')
    .replace(TELEPHONE, (number) => number.replace(/[^\d]/g, ''))
  return [...folded.matchAll(NUMBER)].map((match) => {
    const number = match[0]
    const after = folded.slice(match.index + number.length, match.index + number.length + 16)
    const before = folded.slice(Math.max(0, match.index - 8), match.index)
    const parts = number.split(/[^\d]/).map(bare)
    return {
      text: number,
      values: [...new Set([...valuesOf(number), ...otherValues(number, after)])],
      parts,
      isGrouped: isGrouped(number.split(/[^\d]/)),
      isOptional: isOptional(number, before, after),
      isHalfDay: HALF_DAY.test(after),
    }
  })
}

function isOptional(number: string, before: string, after: string): boolean {
  if (/^00+$/.test(number) || OF_COUNTRY.has(number)) return true
  // “P2P”
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(before)) return true
  // “COVID-19”, a name that languages have another word for.
  if (before.endsWith('-') && /\p{Lu}{4}-$/u.test(before)) return true
  // “24/7”, “24 時間 365 日”
  if (number === '365' && /24\D{1,6}$/.test(before)) return true
  if (number === '7' ? /24\s?[/x]\s?$/i.test(before) : number === '24' && /^\s?[/x]\s?7(?!\d)/i.test(after))
    return true
  // “3rd-party”; “1:1”, which can also be written in words.
  return /^rd[\s-]part/i.test(after) || (number === '1' && (/1:$/.test(before) || /^:1(?!\d)/.test(after)))
}

/** The possible values of a number as written. */
function valuesOf(number: string): readonly string[] {
  if (number.startsWith('.')) return decimal('0', number.slice(1))
  const parts = number.split(/[^\d]/)
  const separators = number.replace(/\d/g, '').replace(/\s/g, ' ')
  if (parts.length === 1) return [bare(number)]
  const values: string[] = []
  const [whole, last] = [parts.slice(0, -1), parts.at(-1)!]
  const groups = separators.slice(0, -1)
  if (isGrouped(parts) && isOne(separators)) values.push(bare(parts.join('')))
  if (separators.length === 1 && separators !== ' ') values.push(...decimal(parts[0]!, last))
  else if (separators.length > 1 && isGrouped(whole) && isOne(groups) && groups[0] !== separators.at(-1))
    values.push(...decimal(whole.join(''), last))
  // India: 1,50,000.
  else if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(number)) values.push(bare(parts.join('')))
  else if (values.length === 0) values.push(parts.map(bare).join('.'))
  return values
}

function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  return first.length <= 3 && rest.length > 0 && rest.every((part) => part.length === 3)
}

function isOne(separators: string): boolean {
  return new Set(separators).size <= 1
}

/** Values of a decimal number; a fraction of zeros is optional. */
function decimal(whole: string, fraction: string): readonly string[] {
  const trimmed = fraction.replace(/(?<!0)0+$/, '')
  if (trimmed !== '') return [`${bare(whole)}.${trimmed}`]
  // Three zeros more likely mean thousands.
  return fraction.length === 3 ? [`${bare(whole)}.${fraction}`] : [`${bare(whole)}.${fraction}`, bare(whole)]
}

/** Values that depend on the following text: 24-hour time, thousands and millions. */
function otherValues(number: string, after: string): readonly string[] {
  const half = /^\d{1,2}$/.test(number) ? HALF_DAY.exec(after)?.groups?.half?.toLowerCase() : undefined
  if (half) {
    const hour = Number(number) % 12
    if (half === 'p') return [String(hour + 12)]
    return hour === 0 ? ['0', '24'] : []
  }
  // “1970s”
  if (number.length === 4 && /^['’]?s(?!\p{L})/u.test(after) && /^\d{3}0$/.test(number))
    return [number.slice(2)]
  const scale = SCALES.find(([, pattern]) => pattern.test(after))?.[0]
  if (scale === undefined) return []
  return valuesOf(number).map((value) => String(Math.round(Number(value) * scale)))
}

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}

/** Converts digits of all scripts and full-width and Arabic separators to ASCII. */
function foldDigits(text: string): string {
  if (/^[\x00-\x7F]*$/.test(text)) return text
  return text
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)))
    .replace(/[．，：＇٫٬]/g, (mark) => ({ '．': '.', '：': ':', '＇': "'", '٫': '.' })[mark] ?? ',')
}

/** Finds the numbers that a text writes as words in a language, including the numbers of month names. */
export function wordNumbersOf(text: string, language: string): ReadonlySet<string> {
  const numbers = new Set<string>()
  const characters = NUMBER_CHARACTERS[language]
  for (const [value, all] of Object.entries(characters ?? {}))
    if (all.split(' ').some((one) => text.includes(one))) numbers.add(value)
  const index = indexOf(language)
  const endings = Object.entries(NUMBER_ENDINGS[language] ?? {})
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) {
    const value = numberOf(word, index) ?? numberOf(bareWord(word, language), index)
    if (value !== undefined) numbers.add(value)
    for (const [ended, ending] of endings) if (ending.test(word)) numbers.add(ended)
  }
  for (const [month, name] of monthsOf(language)) if (text.includes(name)) numbers.add(month)
  return composed(numbers)
}

function numberOf(word: string, { words, stems }: WordIndex): string | undefined {
  return words.get(word) ?? stems.find(([stem]) => word.startsWith(stem))?.[1]
}

/** A word without vowel marks, and without what its language writes together with it. */
function bareWord(word: string, language: string): string {
  const prefix = NUMBER_PREFIXES[language]
  return prefix ? word.replace(/\p{M}+/gu, '').replace(prefix, '') : word
}

/** Adds numbers that several words form together: “twenty-five”, “five hundred”. */
function composed(numbers: ReadonlySet<string>): ReadonlySet<string> {
  const values = [...numbers].map(Number)
  const sums = values
    .filter((tens) => tens >= 10 && tens < 100 && tens % 10 === 0)
    .flatMap((tens) => values.filter((one) => one > 0 && one < 10).map((one) => String(tens + one)))
  const products = values
    .filter((scale) => scale >= 100)
    .flatMap((scale) => values.filter((few) => few > 1 && few < 100).map((few) => String(few * scale)))
  return new Set([...numbers, ...sums, ...products])
}

interface WordIndex {
  readonly words: ReadonlyMap<string, string>
  /** Longest first. */
  readonly stems: readonly (readonly [stem: string, value: string])[]
}

const indexes = new Map<string, WordIndex>()

function indexOf(language: string): WordIndex {
  const known = indexes.get(language)
  if (known) return known
  const words = new Map<string, string>()
  const stems: [string, string][] = []
  for (const [value, all] of Object.entries(NUMBER_WORDS[language] ?? {})) {
    for (const word of all.split(' ')) {
      if (word.endsWith('*')) stems.push([word.slice(0, -1), value])
      else words.set(word, value)
    }
  }
  const index = { words, stems: stems.sort(([one], [other]) => other.length - one.length) }
  indexes.set(language, index)
  return index
}

const months = new Map<string, readonly (readonly [month: string, name: string])[]>()

/** Month names of a language in the forms used in dates (Unicode CLDR, through `Intl`). */
function monthsOf(language: string): readonly (readonly [month: string, name: string])[] {
  const known = months.get(language)
  if (known) return known
  const names: [string, string][] = []
  const styles = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const
  for (const style of language === '' ? [] : styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(Date.UTC(2021, month, 1))
      const name = parts.find(({ type }) => type === 'month')?.value ?? ''
      if (/^\p{L}{3}/u.test(name)) names.push([String(month + 1), name.replace(/\.$/, '')])
    }
  }
  months.set(language, names)
  return names
}
