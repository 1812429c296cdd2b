import type { Segment, Syntax, TranslationUnit } from '../../model/unit.ts'
import { COUNTING_LANGUAGES } from '../data/number-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { literalsOf } from '../literals/literals.ts'
import { type NumberToken, numbersOf, wordNumbersOf } from '../literals/numbers.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { differenceReason } from '../text/difference-reason.ts'
import { languageOf } from '../text/language-of.ts'
import { MARK, placeIn, proseMarkup, THING } from '../text/prose-markup.ts'

/**
 * A number that changes in translation makes the text wrong: a different port, limit or version. The
 * translation must have each number of the source text, and no others.
 *
 * Languages can write numbers differently: with other digits, separators (`150,000`, `150 000`, `150.000`)
 * and decimal marks, in words (“one”, “deux”), with month names, in a different date order, as 24-hour time,
 * or as `1.5 million`. The number of occurrences does not count. In Chinese, Japanese and Korean, which have numerals
 * where English has other words (“もう 1 つ”: another), numbers too many are reported only in table cells with
 * numbers, and with numbers that are missing. Other rules check numbers in code, URLs, paths, file names, addresses
 * and versions.
 *
 * If most other locales differ too, the finding is a hint: the source text may be wrong.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Le pool prend en charge 8 000 utilisateurs.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">The pool supports 80,000 users.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Le 1er juillet à 17 h, 1,5 million d’utilisateurs sur deux serveurs.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">On 7/1 at 5:00 PM, 1,500,000 users on 2 servers.</span></span>
 * ```
 */
export const numberEqual = defineRule({
  id: 'number-equal',
  description: 'The numbers of the translation differ from those of the source text.',
  severity: 'warning',
  tags: ['unit', 'text'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const { sourceLocale, targetLocale } = document
    const addsNumerals = COUNTING_LANGUAGES.has(languageOf(targetLocale))
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || source.text === target.text || otherMeasures.test(source.text))
        continue
      const found = differenceOf(source, target, [sourceLocale, targetLocale], unit.syntax)
      if (!found || (found.missing.length === 0 && addsNumerals && !isNumberCell(unit, source))) continue
      const evidence = evidenceOfOthers(
        otherTranslations?.(unit.key) ?? [],
        (other) =>
          differenceOf(source, other.target, [sourceLocale, other.locale], unit.syntax) !== undefined,
      )
      const { missing, extra } = found
      report({
        reason: reasonOf(missing, extra, unit.id),
        place: placeOf(extra[0], { unit, source, target }),
        actual: extra.join(' '),
        expected: [missing.join(' ')],
        ...withEvidence(evidence, {
          note: 'Compare the numbers of both sides: digits may be lost or changed, or a part of the sentence may be missing.',
        }),
      })
    }
  },
})

/** Whether a unit is a table cell with a number, and at most a unit of measure. */
function isNumberCell({ context }: TranslationUnit, { text }: Segment): boolean {
  return context.kind === 'table-cell' && /\d/.test(text) && text.replace(/\P{L}/gu, '').length < 10
}

/** Measures that translators convert. */
const otherMeasures = /\d[\s-]?(?:inch|in\.|feet|foot|ft\b|mile|yard|pound|lbs?\b|gallon|ounce|oz\b)|\d\s?°F/i

/** Numbers on one side only, as written. */
interface Difference {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

type Locales = readonly [source: string, target: string]

function differenceOf(
  source: Segment,
  target: Segment,
  locales: Locales,
  syntax: Syntax,
): Difference | undefined {
  const [expected, actual] = [numbersOf(source.text), numbersOf(target.text)]
  if (expected.length === 0 && actual.length === 0) return undefined
  const isTime = TIME.test(source.text) || TIME.test(target.text)
  const missing = without(expected, actual, isTime)
  const extra = without(actual, expected, isTime)
  if (missing.length === 0 && extra.length === 0) return undefined
  const [from, to] = locales.map(languageOf) as [string, string]
  const surplus = notInWords(extra, expected, source.text, from)
  // “5 640 x 360” for “five 640 x 360”
  const parts = new Set(extra.filter((number) => !surplus.includes(number)).flatMap((number) => number.parts))
  const lost = notInWords(missing, actual, target.text, to).filter(
    ({ values }) => !values.some((value) => parts.has(value)),
  )
  const left = { missing: proseOnly(lost, source, syntax), extra: proseOnly(surplus, target, syntax) }
  return left.missing.length > 0 || left.extra.length > 0 ? left : undefined
}

/** The numbers of one side that the other side lacks, both whole and in parts. */
function without(
  these: readonly NumberToken[],
  those: readonly NumberToken[],
  isTime: boolean,
): readonly NumberToken[] {
  const values = poolOf(those, these)
  const hours = new Set(those.flatMap((number) => (number.isHalfDay ? [] : number.values)))
  const digits = those.map(({ text }) => text.replace(/\D/g, '')).join('')
  return these.filter(
    (number) =>
      !number.isOptional &&
      !number.values.some((value) => values.has(value)) &&
      !(isTime && otherHours(number).some((hour) => hours.has(hour))) &&
      !(number.parts.length > 1 && number.parts.every((part) => values.has(part))) &&
      // Telephone numbers can be grouped differently.
      !(number.text.length >= LONG && digits.includes(number.text.replace(/\D/g, ''))),
  )
}

/**
 * The values of numbers and of their parts; for possible thousands (`80,443`), parts only if the other side
 * has them all.
 */
function poolOf(those: readonly NumberToken[], these: readonly NumberToken[]): ReadonlySet<string> {
  const others = new Set(these.flatMap(({ values }) => values))
  return new Set(
    those.flatMap(({ values, parts, isGrouped }) =>
      !isGrouped || parts.every((part) => others.has(part)) ? [...values, ...parts] : values,
    ),
  )
}

/** A 24-hour time; in a text with one, “9 to 5” can mean 9 and 17. */
const TIME = /\b(?:1[3-9]|2[0-3])(?::[0-5]\d|\s?h\b|\s?(?:heures|Uhr|horas|ore)\b|\s?[時点點시])/u

/** The hour in the other of 12-hour and 24-hour time. */
function otherHours({ text, isHalfDay }: NumberToken): readonly string[] {
  const hour = !isHalfDay && /^\d{1,2}$/.test(text) ? Number(text) : 0
  return hour >= 1 && hour <= 11 ? [String(hour + 12)] : hour >= 13 && hour <= 23 ? [String(hour - 12)] : []
}

/** Minimum length of a number that does not occur by chance in the concatenated digits of others. */
const LONG = 6

/** The numbers that the other side does not have in words, nor their parts in words and numbers. */
function notInWords(
  numbers: readonly NumberToken[],
  those: readonly NumberToken[],
  text: string,
  language: string,
): readonly NumberToken[] {
  if (numbers.length === 0) return numbers
  const words = wordNumbersOf(text, language)
  const known = new Set([...words, ...those.flatMap(({ values }) => values)])
  return numbers.filter(
    ({ values, parts }) =>
      !values.some((value) => words.has(value)) &&
      !(parts.length > 1 && parts.every((part) => known.has(part))),
  )
}

/** The numbers that occur in prose, as written. */
function proseOnly(numbers: readonly NumberToken[], segment: Segment, syntax: Syntax): readonly string[] {
  if (numbers.length === 0) return []
  let prose = proseMarkup(segment, syntax).replaceAll(MARK, '').replaceAll(THING, ' ')
  for (const { kind, text } of literalsOf(prose)) if (kind !== 'number') prose = prose.replaceAll(text, ' ')
  const inProse = new Set(
    numbersOf(prose.replace(/(?<!\d)\d+(?:\.\d+){2,}/g, ' ')).map(({ text }) => text.replace(/\s/g, ' ')),
  )
  return [...new Set(numbers.map(({ text }) => text))].filter((text) => inProse.has(text))
}

/** Maximum length of a number to search for in the markup. */
const LONGEST_PLACED = 1000

function placeOf(number: string | undefined, { unit, target }: Pair) {
  // Longer numbers would make the regular expression too large.
  if (number === undefined || number.length > LONGEST_PLACED) return target.place
  const at = proseMarkup(target, unit.syntax).search(
    new RegExp(`(?<!\\d)${number.replace(/[.]/g, '\\.').replace(/ /g, '\\s')}(?!\\d)`),
  )
  return at < 0 ? target.place : placeIn(target, at, at + number.length)
}

function reasonOf(missing: readonly string[], extra: readonly string[], id: string): string {
  const name = (values: readonly string[]) => (values.length === 0 ? '' : nameAll(values))
  return differenceReason(id, name(extra), name(missing))
}

function nameAll(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? 'number' : 'numbers'} ${enumerate(numbers.map((number) => quote(number)))}`
}
