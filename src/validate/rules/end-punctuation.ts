import type { BilingualDocument } from '../../model/document.ts'
import type { Segment, TranslationUnit, UnitContext } from '../../model/unit.ts'
import { cutEnd } from '../../util/text/cut-end.ts'
import {
  FINAL_MARKS,
  FINAL_MARKS_OF,
  type FinalMark,
  SENTENCE_ENDS,
  UNMARKED,
  USUAL_MARKS,
} from '../data/final-marks.ts'
import { SPACELESS } from '../data/spaceless.ts'
import { defineRule } from '../engine/define-rule.ts'
import { evidenceOfOthers } from '../evidence-of-others.ts'
import { listOf } from '../list-of.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { THING } from '../text/prose-markup.ts'
import { proseText } from '../text/prose-text.ts'
import { type Following, whatFollows } from '../text/what-follows.ts'

/**
 * A translation ends like its source text: a question stays a question, and the introduction of a list ends
 * with a colon. A missing mark often means an incomplete sentence.
 *
 * Marks of all scripts are compared by their meaning; closing quotation marks, brackets and emphasis after
 * them do not count. A full stop that a list item or a cell lost counts if another sentence follows in it, or if the rest of its list or
 * column, else of the document, keeps it; in languages without spaces between words, this is so in paragraphs, too. A colon for a full stop
 * counts unless a list, a table, code or an image follows.
 *
 * Common differences between languages are not reported: a semicolon at the end of list items and cells, a heading that is no longer a
 * question, a full stop instead of an exclamation mark, and what a language has instead of a mark (in Japanese a full
 * stop or a noun for a question); neither are abbreviations, names such as “Yahoo!”, texts that end with a link or
 * code, and a mark that only the translation has where its source text forgot it.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Indiquez les valeurs suivantes.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Specify the following values:</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur « **Suivant**. »</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click “**Next**”.</span></span>
 * ```
 */
export const endPunctuation = defineRule({
  id: 'end-punctuation',
  description: 'A translation ends with a different punctuation mark than its source text.',
  severity: 'info',
  tags: ['unit', 'typography'],
  check(document, report, { otherTranslations }) {
    const [from, to] = [languageOf(document.sourceLocale), languageOf(document.targetLocale)]
    if (UNMARKED.has(from) || UNMARKED.has(to)) return
    const isFullStopUsual = usualFullStops(document, from, to)
    /** Whether what stands around a unit shows that the mark cannot replace a full stop. */
    const isOddHere = (unit: TranslationUnit, expected: End, actual: End): boolean => {
      if (actual.mark === null && isLabel(unit.target)) return false
      if (expected.mark !== 'full stop' || expected.isShort || actual.isShort) return false
      if (expected.inLink || actual.inLink || actual.inBrackets) return false
      const following = () => whatFollows(document, unit)
      if (actual.mark === null)
        return (
          following().isSameBlock || (SENTENCE_ENDS[to]?.test(actual.text) !== false && isFullStopUsual(unit))
        )
      if (actual.mark === 'colon')
        return !LEADING.test(expected.text.slice(-LONGEST_LEAD)) && !canBeLedTo(unit, following())
      return actual.mark === 'question mark' && !QUESTION.test(expected.text) && !expected.text.includes('?')
    }
    for (const { unit, source, target } of soundPairs(document)) {
      const { kind } = unit.context
      if (kind === 'code' || kind === 'attribute' || isSameEnd(source.text, target.text)) continue
      const [expected, actual] = [endOf(source, from), endOf(target, to)]
      if (!expected || !actual || expected.mark === actual.mark) continue
      if (isUsual(expected.mark, actual.mark, to)) continue
      if (!isFault(expected, actual, kind) && !isOddHere(unit, expected, actual)) continue
      const evidence = evidenceOfOthers(
        otherTranslations?.(unit.key) ?? [],
        (other) => endOf(other.target, languageOf(other.locale))?.mark === actual.mark,
      )
      // If most locales end differently, the source text is unusual.
      if (evidence.severity) continue
      report({
        reason: `Unexpected ${actual.mark ?? 'lack of a mark'} at the end of the translation of unit \`${unit.id}\`, expected ${expected.mark ?? 'no mark'} as in the source text`,
        place: target.place,
        actual: tailOf(target.text),
        expected: [tailOf(source.text)],
        note: 'End the translation like the source text, and check whether it is complete.',
      })
    }
  },
})

/** A cheap test that only texts with the same end pass. */
function isSameEnd(source: string, target: string): boolean {
  if (source === target) return true
  const [one, other] = [source.at(-1) ?? '', target.at(-1) ?? '']
  if (one === '.' && other === '.') return !source.endsWith('..') && !target.endsWith('..')
  return /[a-z]/i.test(one) && /[a-z]/i.test(other)
}

/** The end of a text. */
interface End {
  readonly text: string
  readonly mark: FinalMark | null
  /** Whether the text ends with a link, so that the mark may belong to the title of a page. */
  readonly inLink: boolean
  /** Whether a bracket stands after the mark. */
  readonly inBrackets: boolean
  /** Whether the text has too few words for a sentence. */
  readonly isShort: boolean
}

/** The beginning of an English question. */
const QUESTION = /^(?:what|why|how|when|where|who|which|do|does|did|is|are|can|should|will)\b/i

/** Characters after the final mark that do not change its meaning: spaces, invisible ones (such as directional marks), closing marks, emphasis. */
const CLOSING = /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF*_"'“”‘’«»‹›„)\]）】」』》〉]/

/** A bracket that closes. */
const BRACKET = /[)\]）】」』》〉]/

/** The number of a footnote after a full stop; its source text can have it before. */
const NOTE = /(?<=\p{L}[.。])\s?\d{1,2}$/u

/** Abbreviations at the end in several languages, and forms like `U.S.` and `a. m.`. */
const ABBREVIATION =
  /(?:\p{L}\.[\s\u00A0]?){2}$|(?<!\p{L})(?:approx|bzw|ca|co|corp|dgl|e\.?g|ecc|etc|ex|excl|ggf|inc|incl|jr|ltd|max|min|no|nr|obs|resp|sr|tel|usw|vs|др|т)\.$|\d\s?(?:in|ft)\.$/iu

/** Maximum length of an abbreviation, with what shows that it begins there. */
const TAIL = 12

function endOf(segment: Segment, language: string): End | undefined {
  const whole = proseText(segment)
  const shown = cutEnd(whole, CLOSING)
  const text = /\d/.test(shown.slice(-1)) ? shown.replace(NOTE, '') : shown
  if (text === '' || text.endsWith(THING) || ABBREVIATION.test(text.slice(-TAIL))) return undefined
  const isDots = text.endsWith('...') && !text.endsWith('....')
  // With several marks, as in “see What is X?.” or “these values::”, it is unclear which one counts.
  const last = markOf(text.at(-1)!, language)
  if (!isDots && last && markOf(text.at(-2) ?? '', language)) return undefined
  const mark = isDots ? 'ellipsis' : last
  return {
    text,
    mark,
    inLink: endsInLink(segment),
    inBrackets: BRACKET.test(whole.slice(shown.length)),
    isShort: hasFewWords(text),
  }
}

function markOf(character: string, language: string): FinalMark | null {
  return FINAL_MARKS_OF[language]?.[character] ?? FINAL_MARKS[character] ?? null
}

/** Minimum number of words of a sentence, and of characters in scripts without spaces between words. */
const MIN_WORDS = 4
const MIN_CHARACTERS = 10

function hasFewWords(text: string): boolean {
  if (SPACELESS.test(text)) return text.length < MIN_CHARACTERS
  return text.split(/\s+/, MIN_WORDS).length < MIN_WORDS
}

function endsInLink({ content }: Segment): boolean {
  const last = content?.findLast(
    (node) => node.type === 'element' || (node.type === 'text' && /[\p{L}\p{N}]/u.test(node.value)),
  )
  return (
    last?.type === 'element' && (last.tagName === 'a' || endsInLink({ content: last.children } as Segment))
  )
}

/** Marks at the end of items of lists. */
const ITEM_ENDS: ReadonlySet<FinalMark> = new Set(['full stop', 'comma', 'semicolon'])

/** Whether a text of this kind must not end with the actual mark instead of the expected one. */
function isFault(
  { text, mark: expected, inLink, isShort }: End,
  { mark: actual, ...end }: End,
  kind: UnitContext['kind'],
): boolean {
  const isProse = kind === 'paragraph' || kind === 'list-item' || kind === 'other'
  // Each language, and each translator, ends the items of a list in another way.
  if (!isProse || kind === 'list-item') {
    const isStyle = (mark: FinalMark | null) => mark === null || ITEM_ENDS.has(mark)
    if (isStyle(expected) && isStyle(actual) && actual !== 'comma') return false
  }
  switch (expected) {
    case null:
    case 'full stop':
      switch (actual) {
        case null:
          return (
            kind === 'paragraph' &&
            !isShort &&
            !end.isShort &&
            !inLink &&
            !end.inLink &&
            !SPACELESS.test(end.text)
          )
        // The source text often lacks the full stop.
        case 'full stop':
          return false
        case 'question mark':
          return kind === 'paragraph' && !end.inLink && !QUESTION.test(text)
        case 'colon':
          return expected === null && !isProse
        case 'semicolon':
          return kind === 'paragraph' || kind === 'heading'
        case 'exclamation mark':
          return false
        default:
          return true
      }
    case 'question mark':
      return isProse && !inLink
    // “What’s the best way for this group to receive:”
    case 'colon':
      return !(actual === 'question mark' && QUESTION.test(text))
    // A sentence goes on in another unit, or was cut.
    default:
      return false
  }
}

/** Words of a sentence that leads to something: “The following figure shows the icons.” */
const LEADING = /\b(?:following|follows|below|next|examples?|steps?|lists?|tables?|figures?)\b[^.!?]*\.?$/i

const LONGEST_LEAD = 300

/** Whether a colon can lead from a unit to what follows it: a list, a table, code, an image or another paragraph of an item. */
function canBeLedTo({ context }: TranslationUnit, { between, next, isSameBlock }: Following): boolean {
  if (/```|~~~|!\[|<img|:::|<(?:pre|table|[ou]l)\b|\n {4}|\n\t/i.test(between)) return true
  if (!next || isSameBlock) return false
  const { kind, item } = next.context
  if (kind === 'heading') return false
  if (context.cell) return next.context.cell === undefined
  if (item && context.item)
    return item.path.length !== context.item.path.length || isEqual(item, context.item)
  return kind !== 'paragraph' || next.context.alert !== context.alert
}

function isEqual(one: ListItem, other: ListItem): boolean {
  return one.path.join() === other.path.join()
}

type ListItem = NonNullable<UnitContext['item']>

/** Least number of other sentences that show the habit of a list or column, or of the lists, columns or paragraphs of a document. */
const LEAST_IN_LIST = 2
const LEAST_IN_DOCUMENT = 5

/** Returns whether the other translations of a list, else of its kind of text in the document, keep the full stop of their source texts. */
function usualFullStops(
  document: BilingualDocument,
  from: string,
  to: string,
): (unit: TranslationUnit) => boolean {
  let counts: ReadonlyMap<string, Count> | undefined
  return (unit) => {
    counts ??= countFullStops(document, from, to)
    const list = counts.get(listOf(unit) ?? '')
    if (list && list.kept >= LEAST_IN_LIST) return list.lost <= 1
    const all = counts.get(unit.context.kind)
    if (!all || all.kept < LEAST_IN_DOCUMENT) return false
    return unit.context.kind === 'paragraph' ? (all.lost - 1) * 10 <= all.kept : all.lost <= 1
  }
}

/** How many translations keep a full stop, and how many have no mark instead. */
interface Count {
  kept: number
  lost: number
}

function countFullStops(document: BilingualDocument, from: string, to: string): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  for (const { unit, source, target } of soundPairs(document)) {
    if (!source.text.slice(-10).includes('.')) continue
    const [expected, actual] = [endOf(source, from), endOf(target, to)]
    if (expected?.mark !== 'full stop' || expected.isShort || !actual) continue
    if (actual.mark !== null && actual.mark !== 'full stop') continue
    for (const name of [listOf(unit), unit.context.kind]) {
      if (name === undefined) continue
      const count = counts.get(name) ?? { kept: 0, lost: 0 }
      count[actual.mark === null ? 'lost' : 'kept']++
      counts.set(name, count)
    }
  }
  return counts
}

/** Whether the difference is usual in the target language. */
function isUsual(expected: FinalMark | null, actual: FinalMark | null, language: string): boolean {
  return USUAL_MARKS[language]?.[expected ?? 'none']?.includes(actual ?? 'none') === true
}

/** Whether all of a text is bold, as a label is. */
function isLabel(segment: Segment | null): boolean {
  const [first, ...others] = segment?.content ?? []
  return others.length === 0 && first?.type === 'element' && /^(?:strong|b)$/.test(first.tagName)
}

/** The last characters of a text, enough to recognize it. */
function tailOf(text: string): string {
  return text.length > 40 ? `…${text.slice(-40)}` : text
}
