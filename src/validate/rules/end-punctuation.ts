import type { Segment, UnitContext } from '../../model/unit.ts'
import { cutEnd } from '../../util/text/cut-end.ts'
import { FINAL_MARKS, FINAL_MARKS_OF, type FinalMark, UNMARKED, USUAL_MARKS } from '../data/final-marks.ts'
import { defineRule } from '../engine/define-rule.ts'
import { evidenceOfOthers } from '../evidence-of-others.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { THING } from '../text/prose-markup.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A translation ends like its source text: a question stays a question, and the introduction of a list ends
 * with a colon. A missing mark often means an incomplete sentence.
 *
 * Marks of all scripts are compared by their meaning; closing quotation marks, brackets and emphasis after
 * them do not count. Common differences between languages are not reported: a full stop or a semicolon at the
 * end of list items and cells, a colon instead of a full stop before a list, a heading that is no longer a
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
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const [from, to] = [languageOf(document.sourceLocale), languageOf(document.targetLocale)]
    if (UNMARKED.has(from) || UNMARKED.has(to)) return
    for (const { unit, source, target } of soundPairs(document)) {
      const { kind } = unit.context
      if (kind === 'code' || kind === 'attribute' || isSameEnd(source.text, target.text)) continue
      const [expected, actual] = [endOf(source, from), endOf(target, to)]
      if (!expected || !actual || expected.mark === actual.mark) continue
      if (!isFault(expected, actual, kind) || isUsual(expected.mark, actual.mark, to)) continue
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
  /** Whether the text has too few words for a sentence. */
  readonly isShort: boolean
}

/** The beginning of an English question. */
const QUESTION = /^(?:what|why|how|when|where|who|which|do|does|did|is|are|can|should|will)\b/i

/** Characters after the final mark that do not change its meaning: spaces, invisible ones (such as directional marks), closing marks, emphasis. */
const CLOSING = /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF*_"'“”‘’«»‹›„)\]）】」』》〉]/

/** The number of a footnote after a full stop; its source text can have it before. */
const NOTE = /(?<=\p{L}[.。])\s?\d{1,2}$/u

/** Abbreviations at the end in several languages, and forms like `U.S.` and `a. m.`. */
const ABBREVIATION =
  /(?:\p{L}\.[\s\u00A0]?){2}$|(?<!\p{L})(?:approx|bzw|ca|co|corp|dgl|ecc|etc|excl|ggf|inc|incl|jr|ltd|max|min|no|nr|obs|resp|sr|tel|usw|vs|др|т)\.$|\d\s?(?:in|ft)\.$/iu

/** Maximum length of an abbreviation, with what shows that it begins there. */
const TAIL = 12

function endOf(segment: Segment, language: string): End | undefined {
  const shown = cutEnd(proseText(segment), CLOSING)
  const text = /\d/.test(shown.slice(-1)) ? shown.replace(NOTE, '') : shown
  if (text === '' || text.endsWith(THING) || ABBREVIATION.test(text.slice(-TAIL))) return undefined
  const isDots = text.endsWith('...') && !text.endsWith('....')
  // With several marks, as in “see What is X?.” or “these values::”, it is unclear which one counts.
  const last = markOf(text.at(-1)!, language)
  if (!isDots && last && markOf(text.at(-2) ?? '', language)) return undefined
  const mark = isDots ? 'ellipsis' : last
  const isShort = text.split(/\s+/, MIN_WORDS).length < MIN_WORDS
  return { text, mark, inLink: endsInLink(segment), isShort }
}

function markOf(character: string, language: string): FinalMark | null {
  return FINAL_MARKS_OF[language]?.[character] ?? FINAL_MARKS[character] ?? null
}

/** Minimum number of words of a sentence. */
const MIN_WORDS = 4

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
          return kind === 'paragraph' && !isShort && !end.isShort && !inLink && !end.inLink
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

/** Whether the difference is usual in the target language. */
function isUsual(expected: FinalMark | null, actual: FinalMark | null, language: string): boolean {
  return USUAL_MARKS[language]?.[expected ?? 'none']?.includes(actual ?? 'none') === true
}

/** The last characters of a text, enough to recognize it. */
function tailOf(text: string): string {
  return text.length > 40 ? `…${text.slice(-40)}` : text
}
