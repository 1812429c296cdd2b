import * as v from 'valibot'
import { ALERTS, alertBeyondDoubt, alertOf } from '../../model/alert-keywords.ts'
import type { BilingualDocument } from '../../model/document.ts'
import type { Segment } from '../../model/unit.ts'
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
 * outside the unit), or has a mark where the source text has none, the page shows that mark as text.
 *
 * The repair inserts the keyword of the source text, or the keyword behind the translation if that is
 * certain; it deletes a mark that the source text does not have.
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
  /** Start of the mark, and the range of the keyword with its `!` and white space before it. */
  readonly at: number
  readonly start: number
  readonly end: number
  /** The text between `[` and the keyword: `!`, unless it is damaged. */
  readonly lead: string
}

const MARK = /(?<!\[)\[(?<lead>[!！][ \t\u00A0\u202F]*)(?<words>\p{L}[^\][!\n]{0,39})(?=\]|[ \t]\[)/gu

/** The start of a mark; Chinese and Japanese translations can have a full-width exclamation mark. */
const OPENS = /\[[!！]/

function marksOf(markup: string, isKnown: IsKnown): readonly Mark[] {
  return [...markup.matchAll(MARK)].map((match) => {
    const { lead = '', words = '' } = match.groups ?? {}
    const first = /^\S+/.exec(words)?.[0] ?? ''
    // Arguments follow the keyword: `[!div class="x"]`, `[!VIDEO https://…]`.
    const keyword = isKnown(first.toLowerCase()) || /[="/:]/.test(words) ? first : words.trim()
    const start = match.index + '['.length
    return { keyword, at: match.index, start, end: start + lead.length + keyword.length, lead }
  })
}

/** Compares the marks inside units with those of the source side. */
function checkUnits(document: BilingualDocument, report: Report, isKnown: IsKnown): void {
  // Computed on first use, since few documents need it.
  let opened: ReadonlySet<string> | undefined
  for (const { unit, source, target } of soundPairs(document)) {
    if (unit.syntax === 'text') continue
    const sourceHas = OPENS.test(source.markup)
    if (!sourceHas && !OPENS.test(target.markup)) continue
    const wanted = sourceHas ? marksOf(source.markup, isKnown).filter(isSound(isKnown)) : []
    const all = marksOf(target.markup, isKnown)
    opened ??= openedUnits(document)
    const isOpened = opened.has(unit.key)
    const head = repeatedMarks(target.markup, all, headOf(source.markup, wanted), isOpened)
    const rest = all.filter((mark) => !head.some((each) => each.mark === mark))
    const { missing, changed, surplus } = matchMarks(rest, wanted, isSound(isKnown))
    const repeated = [...head, ...surplus.map((mark) => withSpace(target.markup, mark))]
    for (const each of repeated)
      report({ ...repeatedFinding(each, source, target, isOpened || wanted.length > 0), unit: unit.key })
    for (const [mark, right] of changed)
      report({ ...findingOf(mark, right, placeIn(target, mark.start, mark.end)), unit: unit.key })
    if (missing === undefined || changed.length > 0) continue
    report({
      reason: `Unexpected translation of unit \`${unit.id}\` without \`[!${missing}]\`, expected it as in the source text`,
      place: target.place,
      unit: unit.key,
      expected: [`[!${missing}]`],
      note: 'Start the translation with the alert’s keyword, as in the source text.',
    })
  }
}

/** The finding about a mark that the alert has already, or that the source text does not have. */
function repeatedFinding(
  { mark, start, end }: RepeatedMark,
  source: Segment,
  target: Segment,
  isInAlert: boolean,
): Finding {
  const { markup } = target
  const place = placeIn(target, start, end)
  const isAll = !/[^\s>]/.test(markup.slice(0, start) + markup.slice(end))
  const isMarked = /[*_]/.test(`${markup[start - 1] ?? ''}${markup[end] ?? ''}`)
  const isWord = WORD_OF_ALERT.test(source.text)
  return {
    reason: `Unexpected ${quoteMarkup(shownMark(mark))} in the text of ${isInAlert ? 'an alert, expected its mark only once' : 'a translation, expected no mark as in the source text'}`,
    place,
    actual: shownMark(mark),
    note: isInAlert
      ? 'Delete it: the alert already has its mark.'
      : isWord
        ? 'The page shows it as text: translate the word of the source text instead.'
        : 'Delete it: the page shows it as text.',
    // Neither an empty translation nor empty emphasis would be a repair.
    ...(!isAll && !isMarked && (isInAlert || !isWord) && { fix: { place, text: '' } }),
  }
}

/** A word at the start of a sentence that says what a mark says. */
const WORD_OF_ALERT = /(?:^|[.!?] )(?:note|tip|important|warning|caution|attention)\b/i

/** Marks of a translation against those of its source text. */
interface MatchedMarks {
  /** The keyword of an alert that the translation lacks. */
  readonly missing: string | undefined
  /** Translated or damaged marks, each with its right keyword. */
  readonly changed: readonly (readonly [mark: Mark, right: string])[]
  /** Marks of alerts of which the source text has none. */
  readonly surplus: readonly Mark[]
}

function matchMarks(
  found: readonly Mark[],
  wanted: readonly Mark[],
  isSoundMark: (mark: Mark) => boolean,
): MatchedMarks {
  const left = [...wanted]
  const open = found.filter((mark) => {
    const at = isSoundMark(mark) ? left.findIndex((other) => isSame(mark, other)) : -1
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  // With as many marks on both sides, they correspond in order; else the keyword decides.
  const isInOrder = open.length === left.length
  const changed: [Mark, string][] = []
  const surplus: Mark[] = []
  for (const mark of open) {
    const at = isInOrder ? 0 : left.findIndex((other) => means(mark, other))
    const [right] = at >= 0 ? left.splice(at, 1) : []
    if (right && !isSoundMark(mark)) changed.push([mark, right.keyword])
    // An unknown mark without evidence of a keyword is text in brackets.
    else if (!right && alertOf(mark.keyword) !== null) surplus.push(mark)
  }
  const missing = left.find(({ keyword }) => ALERTS.has(keyword.toLowerCase()))?.keyword
  return { missing, changed, surplus }
}

function isSame(one: Mark, other: Mark): boolean {
  return one.keyword.toLowerCase() === other.keyword.toLowerCase()
}

function means(mark: Mark, { keyword }: Mark): boolean {
  return alertOf(mark.keyword) === keyword.toLowerCase()
}

function isSound(isKnown: IsKnown): (mark: Mark) => boolean {
  return ({ keyword, lead }) => lead === '!' && isKnown(keyword.toLowerCase())
}

/** Text before a unit that opens an alert: its mark, then only starts of lines, tags and emphasis. */
const OPENED =
  /(?:^|[\r\n])[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>[ \t>]*\[!(?<keyword>[^\][!\r\n]{1,40})\](?:[ \t>*]|\r?\n(?![ \t]*\r?\n)|<[a-z][^<>]{0,80}>)*$/i

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
    if (mark.at !== at || markup[mark.end] !== ']') break
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
  const asWanted = head.filter((mark) => wanted.some((other) => mark.lead === '!' && isSame(mark, other)))
  const kept = new Set([...new Set([...asWanted, ...head])].slice(0, wanted.length))
  return head.filter((mark) => !kept.has(mark)).map((mark) => withSpace(markup, mark))
}

function withSpace(markup: string, mark: Mark): RepeatedMark {
  return { mark, start: mark.at, end: endOf(markup, mark) }
}

const QUOTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*>[ \t>]*(?=\[[!！])/
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/

/** Checks marks outside units, which both sides show. */
function checkSkeleton(document: BilingualDocument, report: Report, isKnown: IsKnown): void {
  const { parts } = document.skeleton
  if (!parts.some((part) => typeof part === 'string' && OPENS.test(part))) return
  let last: string | undefined
  let startsLine = true
  let isFenced = false
  for (const part of parts) {
    if (typeof part !== 'string') {
      last = part.unit
      startsLine = false
      continue
    }
    if (!OPENS.test(part) && !/`{3}|~{3}/.test(part)) {
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
      if (mark?.at !== 0 || isSound(isKnown)(mark)) continue
      const right = alertBeyondDoubt(mark.keyword)?.toUpperCase()
      const at = start + offset
      report(findingOf(mark, right, [at + mark.start, at + mark.end]))
    }
    startsLine = true
  }
}

function shownMark({ lead, keyword }: Mark): string {
  return `[${lead}${keyword}]`
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
    ...(right !== undefined && { fix: { place, text: `!${right}` } }),
  }
}
