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
 * Translation moves words away from their markup: a link without text or without an address remains, or an emphasis that holds nothing,
 * or asterisks with a space on the wrong side, which Markdown shows as they are. A reader cannot click on the link and sees the
 * asterisks.
 *
 * Only what the source text has fewer of is found: asterisks can be meant, as in `*.txt` or in a formula. Where most other locales have
 * the same, the finding is a hint: the source text may be at fault.
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
  description: 'The translation has markup that holds nothing, or emphasis marks that show as characters.',
  severity: 'warning',
  tags: ['unit', 'markup'],
  check(document, report, { otherTranslations }) {
    for (const { unit, source: original, target: shown } of soundPairs(document)) {
      const [source, target] = [asWritten(original), asWritten(shown)]
      if (unit.syntax === 'text' || !mayBeFaulty(target) || source.markup === target.markup) continue
      let marked = false
      for (const fault of faults) {
        // One kind of marks left is enough to look at the translation.
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

/** Whether there is any mark left, or markup with nothing between its beginning and its end: nearly always there is not. */
function mayBeFaulty({ markup, text }: Segment): boolean {
  if (!/[*_[<]/.test(markup)) return false
  return /[*_]/.test(text) || /\[\s*\]\(|\]\(\s*\)|>\s*<\//.test(markup)
}

/** What marks that Markdown left are called. */
const MARKS = 'emphasis mark'

/** A kind of markup that holds nothing or is broken. */
interface Fault {
  /** What it is called. */
  readonly name: string
  readonly expected: string
  readonly note: string
  /** How it looks in markup; the finding points at the last one. */
  readonly pattern: RegExp
  /** Whether a translation has it and its source text does not, or less often. */
  isIn(target: Segment, source: Segment, syntax: Syntax): boolean
}

const faults: readonly Fault[] = [
  markup(
    'link without text',
    'the words of the link in it',
    'Put the words that lead to the address between the brackets, or take the link away.',
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
    'Put the words that are emphasized in the source text between the tags, or take the tags away.',
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

/** Marks that Markdown has left in the text. They can be meant, so an emphasis has to be missing too unless they stand in pairs. */
function marks(name: string, inText: RegExp, pattern: RegExp): Fault {
  const double = name === '`**`'
  return {
    name: MARKS,
    expected: 'emphasized text as in the source text',
    note: 'Markdown shows the marks as they are: take them away, or put them right around the words, without spaces inside and without backslashes.',
    pattern,
    isIn: (target, source) => {
      if (!target.text.includes(name.slice(1, 2))) return false
      const count = (segment: Segment) => proseText(segment).match(inText)?.length ?? 0
      if (count(target) <= count(source)) return false
      return double || inlineCodes(target).emphasis.length < inlineCodes(source).emphasis.length
    },
  }
}

/** Where the fault is to be seen: the last that looks like it, as the earlier ones often are right. */
function matchOf({ pattern }: Fault, target: Segment, syntax: Syntax) {
  const text = withoutCode(target, syntax)
  const matches = [...text.matchAll(pattern)]
  const match = matches.findLast(({ index, 0: run }) => isBroken(text, index, run)) ?? matches.at(-1)
  return match && { text: match[0], start: match.index }
}

/** Whether marks are escaped, or cannot begin or end an emphasis because of spaces on both sides or none; other markup always is. */
function isBroken(text: string, index: number, marks: string): boolean {
  if (!/^[*_\\]+$/.test(marks) || marks.includes('\\') || marks.length > 3) return true
  const [before, after] = [text[index - 1] ?? ' ', text[index + marks.length] ?? ' ']
  return /\s/.test(before) === /\s/.test(after)
}
