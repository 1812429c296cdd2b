import * as v from 'valibot'
import { ALERTS, alertBeyondDoubt, alertOf } from '../../model/alert-keywords.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { fields, list, text } from '../../util/data/schema.ts'
import { defineRule, type Finding, type Report } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * `> [!NOTE]` starts an alert. Only NOTE, TIP, IMPORTANT, WARNING and CAUTION do, in any letter case. If the
 * keyword is translated (`[!REMARQUE]`) or preceded by a space (`[! NOTE]`), the page shows it as text and
 * the alert becomes a quote.
 *
 * Similar marks of Microsoft's Markdown (`[!VIDEO]`, `[!div]`, `[!INCLUDE]`, `[!code-csharp]`, …) are known
 * and must not be translated either. Linked images (`[![…]`) are not affected. If your documents have other
 * keywords, list them in the option `keywords`.
 *
 * An alert has one mark. If the translation repeats it, translated or not, after an existing one (inside or
 * outside the unit), the page shows the second mark in the text of the alert.
 *
 * The repair inserts the keyword of the source text, or the keyword behind the translation if that is
 * certain; it deletes a surplus mark.
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
  description: 'The keyword of an alert is translated or unknown.',
  severity: 'error',
  tags: ['unit', 'markup'],
  options: fields(
    {
      /** Further keywords that are right. */
      keywords: v.exactOptional(list(text('a keyword'), 'a list of keywords')),
    },
    'an object with `keywords`',
  ),
  check(document, report, { options }) {
    const known = knownWith(options?.keywords)
    checkUnits(document, report, known)
    checkSkeleton(document, report, known)
  },
})

/** Marks of Microsoft's Markdown that are not alerts, in lower case. */
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

/** Whether a keyword (in lower case) is known. */
type IsKnown = (keyword: string) => boolean

function knownWith(own: readonly string[] = []): IsKnown {
  if (own.length === 0) return isBuiltIn
  const words = new Set(own.map((word) => word.toLowerCase()))
  return (keyword) => isBuiltIn(keyword) || words.has(keyword)
}

const BUILT_IN: ReadonlySet<string> = new Set([...ALERTS, ...MARKS])

function isBuiltIn(keyword: string): boolean {
  return BUILT_IN.has(keyword) || keyword.startsWith('code-')
}

/** A mark: `[!`, a keyword, and optional arguments. */
interface Mark {
  readonly keyword: string
  /** Range of the keyword, including white space before it. */
  readonly start: number
  readonly end: number
  /** Whether the keyword directly follows `[!`. */
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

/** Compares the marks inside units with those of the source side. */
function checkUnits(document: BilingualDocument, report: Report, isKnown: IsKnown): void {
  // Computed on first use, since few documents need it.
  let opened: ReadonlySet<string> | undefined
  for (const { unit, source, target } of soundPairs(document)) {
    if (unit.syntax === 'text') continue
    const sourceHas = source.markup.includes('[!')
    if (!sourceHas && !target.markup.includes('[!')) continue
    const wanted = sourceHas ? marksOf(source.markup, isKnown).filter(isSound(isKnown)) : []
    const all = marksOf(target.markup, isKnown)
    opened ??= openedUnits(document)
    const repeated = repeatedMarks(target.markup, all, headOf(source.markup, wanted), opened.has(unit.key))
    for (const { mark, start, end } of repeated) {
      const isAll =
        all.length === 1 && !/[^\s>]/.test(target.markup.slice(0, start) + target.markup.slice(end))
      const place = placeIn(target, start, end)
      report({
        reason: `Unexpected ${quoteMarkup(shownMark(mark))} in the text of an alert, expected its mark only once`,
        place,
        unit: unit.key,
        actual: shownMark(mark),
        note: 'Delete it: the alert already has its mark.',
        // An empty translation would not be a repair.
        ...(!isAll && { fix: { place, text: '' } }),
      })
    }
    const extra = new Set(repeated.map(({ mark }) => mark))
    const found = all.filter((mark) => !extra.has(mark))
    const bad = found.filter((mark) => !isSound(isKnown)(mark))
    for (const mark of bad) {
      const right =
        found.length === wanted.length
          ? wanted[found.indexOf(mark)]!.keyword
          : alertBeyondDoubt(mark.keyword)?.toUpperCase()
      // An unknown mark without evidence of a keyword is text in brackets.
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
      note: 'Start the translation with the alert’s keyword, as in the source text.',
    })
  }
}

function isSound(isKnown: IsKnown): (mark: Mark) => boolean {
  return ({ keyword, tight }) => tight && isKnown(keyword.toLowerCase())
}

/** Text before a unit that opens an alert: its mark, then at most the start of another line of the quote. */
const OPENED =
  /(?:^|[\r\n])[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>[ \t>]*\[!(?<keyword>[^\][!\r\n]{1,40})\][ \t]*(?:\r?\n[ \t]*>[ \t>]*)?$/

/** Keys of the units at the start of an alert's text whose mark is outside the unit. */
function openedUnits({ skeleton, units }: BilingualDocument): ReadonlySet<string> {
  const opened = new Set<string>()
  let before = ''
  for (const part of skeleton.parts) {
    if (typeof part === 'string') {
      // Enough for a mark and its surroundings.
      before = (before + part).slice(-MOST_BEFORE)
      continue
    }
    const keyword = before.includes('[!') ? OPENED.exec(before)?.groups?.keyword : undefined
    if (keyword !== undefined && alertOf(keyword) !== null) opened.add(part.unit)
    // A unit can contain the mark or the start of its line; the source side decides.
    const own = units[part.unit]?.source?.markup ?? ''
    before = own.length < MOST_BEFORE ? before + own : ''
  }
  return opened
}

const MOST_BEFORE = 200

/** A surplus mark with the white space and line break after it. */
interface RepeatedMark {
  readonly mark: Mark
  readonly start: number
  readonly end: number
}

/** The consecutive marks at the start of a text. */
function headOf(markup: string, marks: readonly Mark[]): readonly Mark[] {
  const head: Mark[] = []
  let at = /^[\s>]*/.exec(markup)![0].length
  for (const mark of marks) {
    const start = mark.start - '[!'.length
    if (start !== at || markup[mark.end] !== ']') break
    head.push(mark)
    at = endOf(markup, mark)
  }
  return head
}

function endOf(markup: string, mark: Mark): number {
  const start = mark.end + ']'.length
  return start + /^[ \t\u00A0\u202F]*(?:\r?\n[ \t>]*)?/.exec(markup.slice(start))![0].length
}

/**
 * Finds surplus marks at the start of a translation: all beyond the number of marks at the start of the
 * source text, if the alert has a mark already. Marks that match the source text are kept first.
 */
function repeatedMarks(
  markup: string,
  marks: readonly Mark[],
  wanted: readonly Mark[],
  isOpened: boolean,
): readonly RepeatedMark[] {
  if (!isOpened && wanted.length === 0) return []
  const head = headOf(markup, marks).filter(({ keyword }) => !MARKS.has(keyword.toLowerCase()))
  if (head.length <= wanted.length) return []
  const asWanted = head.filter((mark) =>
    wanted.some(({ keyword }) => mark.tight && keyword.toLowerCase() === mark.keyword.toLowerCase()),
  )
  const kept = new Set([...new Set([...asWanted, ...head])].slice(0, wanted.length))
  return head
    .filter((mark) => !kept.has(mark))
    .map((mark) => ({ mark, start: mark.start - '[!'.length, end: endOf(markup, mark) }))
}

const QUOTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>[ \t>]*(?=\[!)/
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/

/** Checks marks outside units, which both sides show. */
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
    const start = last === undefined ? 0 : document.units[last]?.place[1]
    // Without an offset, all later places would be wrong.
    if (start === undefined) return
    for (const line of part.matchAll(/[^\r\n]+/g)) {
      if (line.index === 0 && !startsLine) continue
      if (FENCE.test(line[0])) isFenced = !isFenced
      const before = isFenced ? undefined : QUOTED.exec(line[0])?.[0]
      if (before === undefined) continue
      const offset = line.index + before.length
      const [mark] = marksOf(line[0].slice(before.length), isKnown)
      if (!mark || mark.start !== '[!'.length || isSound(isKnown)(mark)) continue
      const right = alertBeyondDoubt(mark.keyword)?.toUpperCase()
      const at = start + offset
      report(findingOf(mark, right, [at + mark.start, at + mark.end]))
    }
    startsLine = true
  }
}

function shownMark({ tight, keyword }: Mark): string {
  return `[!${tight ? '' : ' '}${keyword}]`
}

function findingOf(mark: Mark, right: string | undefined, place: NonNullable<Finding['place']>): Finding {
  const actual = shownMark(mark)
  const expected = right === undefined ? [...ALERTS].map((name) => name.toUpperCase()) : [right]
  return {
    reason: `Unexpected ${quoteMarkup(actual)}, expected ${right === undefined ? 'the keyword of an alert' : `\`[!${right}]\``}`,
    place,
    actual,
    expected: expected.map((keyword) => `[!${keyword}]`),
    note: 'Do not translate keywords of alerts: the page shows the alert’s title in its own language.',
    ...(right !== undefined && { fix: { place, text: right } }),
  }
}
