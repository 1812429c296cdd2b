import { ALERTS, alertBeyondDoubt } from '../../model/alert-keywords.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { defineRule, type Finding, type Report } from '../define-rule.ts'
import { placeIn } from '../prose-markup.ts'
import { quoteMarkup } from '../quote.ts'
import { soundPairs } from '../sound-pairs.ts'

/**
 * `> [!NOTE]` makes an alert, and only NOTE, TIP, IMPORTANT, WARNING and CAUTION do, in any letter case. A translated keyword
 * (`[!REMARQUE]`), or one with a space before it (`[! NOTE]`), is shown as it is, and the alert becomes a quote.
 *
 * What Microsoft's Markdown writes in the same way is known (`[!VIDEO]`, `[!div]`, `[!INCLUDE]`, `[!code-csharp]`, …) and may not be
 * translated either. Linked images (`[![…]`) are something else. Documents for other tools may have keywords of their own: tell them in
 * the option `keywords`, a list.
 *
 * The repair is the keyword of the source text, or that of which the keyword is a translation, where it is certain.
 *
 * Fails:
 *
 * ```md
 * > [!REMARQUE]
 * > <span data-ttu-id="1f2e3-101">Redémarrez le service.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the service.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * > [!NOTE]
 * > <span data-ttu-id="1f2e3-101">Redémarrez le service.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the service.</span></span>
 * ```
 */
export const alertKeyword = defineRule({
  id: 'alert-keyword',
  description: 'The keyword of an alert is translated, or is none that makes an alert.',
  severity: 'error',
  tags: ['unit', 'markup'],
  check(document, report, { options }) {
    const known = knownWith(options?.keywords)
    checkUnits(document, report, known)
    checkSkeleton(document, report, known)
  },
})

/** Marks of Microsoft's Markdown that are not alerts. Lower case. */
const MARKS: ReadonlySet<string> = new Set([
  'code',
  'div',
  'include',
  'notebook',
  'section',
  'selector',
  'tab',
  'video',
])

/** Whether a keyword is known; in lower case. */
type IsKnown = (keyword: string) => boolean

function knownWith(option: unknown): IsKnown {
  if (option === undefined) return isBuiltIn
  const own = Array.isArray(option) ? option.filter((word) => typeof word === 'string') : []
  const words = new Set(own.map((word) => word.toLowerCase()))
  return (keyword) => isBuiltIn(keyword) || words.has(keyword)
}

const BUILT_IN: ReadonlySet<string> = new Set([...ALERTS, ...MARKS])

function isBuiltIn(keyword: string): boolean {
  return BUILT_IN.has(keyword) || keyword.startsWith('code-')
}

/** A mark: `[!`, a keyword (of several words only where nothing follows it), and what follows it. */
interface Mark {
  readonly keyword: string
  /** Range of the keyword with the white space before it. */
  readonly start: number
  readonly end: number
  /** Whether nothing stands between `[!` and the keyword. */
  readonly tight: boolean
}

const MARK = /(?<!\[)\[!(?<space>[ \t\u00A0\u202F]*)(?<words>\p{L}[^\][!\n]{0,39})(?=\]|[ \t]\[)/gu

function marksOf(markup: string, isKnown: IsKnown): readonly Mark[] {
  return [...markup.matchAll(MARK)].map((match) => {
    const { space = '', words = '' } = match.groups ?? {}
    const first = /^\S+/.exec(words)?.[0] ?? ''
    // Arguments follow the keyword: `[!div class="x"]`, `[!VIDEO https://…]`.
    const keyword = isKnown(first.toLowerCase()) || /[="/:]/.test(words) ? first : words.trim()
    const start = match.index + '[!'.length
    return { keyword, start, end: start + space.length + keyword.length, tight: space === '' }
  })
}

/** Compares what stands inside of units with the source side. */
function checkUnits(document: BilingualDocument, report: Report, isKnown: IsKnown): void {
  for (const { unit, source, target } of soundPairs(document)) {
    if (unit.syntax === 'text') continue
    const sourceHas = source.markup.includes('[!')
    if (!sourceHas && !target.markup.includes('[!')) continue
    const wanted = sourceHas ? marksOf(source.markup, isKnown).filter(isSound(isKnown)) : []
    const found = marksOf(target.markup, isKnown)
    const bad = found.filter((mark) => !isSound(isKnown)(mark))
    for (const mark of bad) {
      const right =
        found.length === wanted.length
          ? wanted[found.indexOf(mark)]!.keyword
          : alertBeyondDoubt(mark.keyword)?.toUpperCase()
      // An unknown mark that nothing hints at is text in brackets.
      if (right !== undefined) {
        report({ ...findingOf(mark, right, placeIn(target, mark.start, mark.end)), unit: unit.key })
      }
    }
    const alerts = (marks: readonly Mark[]) =>
      marks.filter(({ keyword }) => ALERTS.has(keyword.toLowerCase()))
    if (bad.length > 0 || alerts(found).length >= alerts(wanted).length) continue
    const { keyword } = alerts(wanted)[0]!
    report({
      reason: `Unexpected translation of unit \`${unit.id}\` without \`[!${keyword}]\`, expected it as in the source text`,
      place: target.place,
      unit: unit.key,
      expected: [`[!${keyword}]`],
      note: 'Begin the translation with the alert’s keyword, as the source text does.',
    })
  }
}

function isSound(isKnown: IsKnown): (mark: Mark) => boolean {
  return ({ keyword, tight }) => tight && isKnown(keyword.toLowerCase())
}

const QUOTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>[ \t>]*(?=\[!)/
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/

const START = { line: 1, column: 1, offset: 0 }

/** Checks what stands outside of units, which both sides show. */
function checkSkeleton(document: BilingualDocument, report: Report, isKnown: IsKnown): void {
  const { parts } = document.skeleton
  if (!parts.some((part) => typeof part === 'string' && part.includes('[!'))) return
  let last: string | undefined
  let startsLine = true
  let isFenced = false
  for (const part of parts) {
    if (typeof part !== 'string') {
      last = part.unit
      startsLine = false
      continue
    }
    if (!part.includes('[!') && !/`{3}|~{3}/.test(part)) {
      startsLine = true
      continue
    }
    const at = last === undefined ? START : document.units[last]?.place.end
    // Without it, all places after it would be wrong.
    if (at?.offset === undefined) return
    const text = { markup: part, text: '', place: { start: at, end: at } }
    for (const line of part.matchAll(/[^\r\n]+/g)) {
      if (line.index === 0 && !startsLine) continue
      if (FENCE.test(line[0])) isFenced = !isFenced
      const before = isFenced ? undefined : QUOTED.exec(line[0])?.[0]
      if (before === undefined) continue
      const offset = line.index + before.length
      const [mark] = marksOf(line[0].slice(before.length), isKnown)
      if (!mark || mark.start !== '[!'.length || isSound(isKnown)(mark)) continue
      const right = alertBeyondDoubt(mark.keyword)?.toUpperCase()
      report(findingOf(mark, right, placeIn(text, offset + mark.start, offset + mark.end)))
    }
    startsLine = true
  }
}

function findingOf(mark: Mark, right: string | undefined, place: NonNullable<Finding['place']>): Finding {
  const actual = `[!${mark.tight ? '' : ' '}${mark.keyword}]`
  const expected = right === undefined ? [...ALERTS].map((name) => name.toUpperCase()) : [right]
  return {
    reason: `Unexpected ${quoteMarkup(actual)}, expected ${right === undefined ? 'the keyword of an alert' : `\`[!${right}]\``}`,
    place,
    actual,
    expected: expected.map((keyword) => `[!${keyword}]`),
    note: 'Keywords of alerts are not translated: the page shows the alert’s title in its own language.',
    ...(right !== undefined && { fix: { place, text: right } }),
  }
}
