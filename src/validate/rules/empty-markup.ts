import type { Segment, Syntax } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers } from '../evidence-of-others.ts'
import { inlineCodes } from '../literals/inline-codes.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { asWritten } from '../text/as-written.ts'
import { placeIn, withoutCode } from '../text/prose-markup.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * Translation can separate words from their markup. It leaves links without text or URL, empty emphasis, or
 * asterisks with a space on the wrong side, which Markdown shows as text. Readers cannot click such a link,
 * and see the asterisks.
 *
 * The rule reports only markup of which the source text has less, since asterisks can be intended, as in
 * `*.txt` or in a formula. If most other locales have the same markup, the finding is a hint: the source text
 * may be wrong.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur ** Suivant **.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Next**.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur **Suivant** et tapez 2 \* 3.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Next** and type 2 \* 3.</span></span>
 * ```
 */
export const emptyMarkup = defineRule({
  id: 'empty-markup',
  description: 'The translation has empty markup, or emphasis marks that show as text.',
  severity: 'warning',
  tags: ['unit', 'markup'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    for (const { unit, source: original, target: shown } of soundPairs(document)) {
      const [source, target] = [asWritten(original), asWritten(shown)]
      if (unit.syntax === 'text' || !mayBeFaulty(target) || source.markup === target.markup) continue
      let marked = false
      for (const fault of faults) {
        // One kind of leftover marks is enough to review the translation.
        if ((fault.name === MARKS && marked) || !fault.isIn(target, source, unit.syntax)) continue
        if (fault.name === MARKS) marked = true
        const evidence = evidenceOfOthers(otherTranslations?.(unit.key) ?? [], (other) =>
          fault.isIn(asWritten(other.target), source, unit.syntax),
        )
        const found = matchOf(fault, target, unit.syntax)
        report({
          ...(evidence.severity && { severity: evidence.severity }),
          reason: `Unexpected ${fault.name}${found ? ` ${quoteMarkup(found.text)}` : ''} in the translation of unit \`${unit.id}\`, expected ${fault.expected}`,
          place: found ? placeIn(target, found.start, found.start + found.text.length) : target.place,
          ...(found && { actual: found.text }),
          note: [fault.note, ...(evidence.severity && evidence.note ? [evidence.note] : [])].join(' '),
        })
      }
    }
  },
})

/** A cheap test for leftover marks or empty markup, which nearly all texts fail. */
function mayBeFaulty({ markup, text }: Segment): boolean {
  if (!/[*_[<]/.test(markup)) return false
  return /[*_]/.test(text) || /\[\s*\]\(|\]\(\s*\)|>\s*<\//.test(markup)
}

/** Name of the fault for marks that Markdown shows as text. */
const MARKS = 'emphasis mark'

/** A kind of empty or broken markup. */
interface Fault {
  /** Readable name. */
  readonly name: string
  readonly expected: string
  readonly note: string
  /** Matches the fault in markup; the finding points at the last match. */
  readonly pattern: RegExp
  /** Whether a translation has it more often than its source text. */
  isIn(target: Segment, source: Segment, syntax: Syntax): boolean
}

const faults: readonly Fault[] = [
  markup(
    'link without text',
    'the words of the link in it',
    'Put the words of the link between the brackets, or delete the link.',
    /(?<![!\\])\[\s*\]\([^()\s]*[^)]*\)|<a\s[^<>]*\bhref\s*=[^<>]*>\s*<\/a\s*>/gi,
  ),
  markup(
    'link without an address',
    'the address of the source text',
    'Copy the address of the link from the source text.',
    /(?<!\\)\]\(\s*\)/g,
  ),
  markup(
    'emphasis without text',
    'the emphasized words in it',
    'Put the words that the source text emphasizes between the tags, or delete the tags.',
    /<(?<name>b|i|u|em|strong)>\s*<\/\k<name>>/gi,
  ),
  marks('`**`', /\*\*/g, /(?:\\?\*){2,}/g),
  marks('`*`', /(?<!\*)\*(?!\*)/g, /(?<![*\\])\\?\*(?![*\\])/g),
  marks('`_`', /(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}_])/gu, /\\?_/g),
]

function markup(name: string, expected: string, note: string, pattern: RegExp): Fault {
  const countIn = (segment: Segment, syntax: Syntax) =>
    withoutCode(segment, syntax).match(pattern)?.length ?? 0
  return {
    name,
    expected,
    note,
    pattern,
    isIn: (target, source, syntax) => {
      const count = countIn(target, syntax)
      return count > 0 && count > countIn(source, syntax)
    },
  }
}

/**
 * A fault for marks that Markdown shows as text. Single marks can be intended, so an emphasis must be missing
 * too.
 */
function marks(name: string, inText: RegExp, pattern: RegExp): Fault {
  const double = name === '`**`'
  return {
    name: MARKS,
    expected: 'emphasized text as in the source text',
    note: 'Markdown shows the marks as text: delete them, or put them directly around the words, without spaces inside and without backslashes.',
    pattern,
    isIn: (target, source) => {
      if (!target.text.includes(name.slice(1, 2))) return false
      const count = (segment: Segment) => proseText(segment).match(inText)?.length ?? 0
      if (count(target) <= count(source)) return false
      return double || inlineCodes(target).emphasis.length < inlineCodes(source).emphasis.length
    },
  }
}

/** The position of the fault: the last match that is broken, since earlier matches are often correct. */
function matchOf({ pattern }: Fault, target: Segment, syntax: Syntax) {
  const text = withoutCode(target, syntax)
  const matches = [...text.matchAll(pattern)]
  const match = matches.findLast(({ index, 0: run }) => isBroken(text, index, run)) ?? matches.at(-1)
  return match && { text: match[0], start: match.index }
}

/**
 * Whether marks are escaped, or have spaces on both sides or none, so that they are no emphasis; true for
 * other markup.
 */
function isBroken(text: string, index: number, marks: string): boolean {
  if (!/^[*_\\]+$/.test(marks) || marks.includes('\\') || marks.length > 3) return true
  const [before, after] = [text[index - 1] ?? ' ', text[index + marks.length] ?? ' ']
  return /\s/.test(before) === /\s/.test(after)
}
