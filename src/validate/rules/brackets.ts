import type { Segment } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { proseText } from '../text/prose-text.ts'
import { lonelyQuotationMarks } from '../text/quotation-marks.ts'

/**
 * If a translation opens a bracket or a quotation without closing it, or closes one without opening it, and the source text
 * is balanced, the other mark was lost in translation, or replaced by one of another kind (`« … ”`). The number of pairs can differ: translators drop
 * abbreviations in brackets, or add them.
 *
 * Each language can use its own quotation marks. Full-width brackets count as normal ones. List markers such as `1)` and `a)`, smileys and code do not
 * count. If the source text is unbalanced itself, as in a sentence cut in two, the translation is not
 * checked.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Le serveur (par exemple pool01 répond.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">The server (for example pool01) answers.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">1) Le serveur répond.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">1) The server (if any) answers.</span></span>
 * ```
 */
export const brackets = defineRule({
  id: 'brackets',
  description: 'A bracket or a quotation mark has lost its partner in the translation.',
  severity: 'info',
  tags: ['unit', 'content', 'punctuation'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || unit.syntax === 'text') continue
      if (!anyMark.test(target.text)) continue
      const lonely = lostIn(target, source)
      if (lonely.length === 0) continue
      const others = otherTranslations?.(unit.key) ?? []
      // If most locales lose it, part of the sentence is probably in the next unit.
      if (
        others.length > 1 &&
        others.filter((other) => lostIn(other.target, source).length > 0).length * 2 > others.length
      )
        continue
      report({
        reason: `Unexpected ${enumerate(lonely.map((bracket) => quoteMarkup(bracket)))} without partner in the translation of unit \`${unit.id}\`, expected each opened and closed as in the source text`,
        place: target.place,
        actual: target.text,
        expected: [source.text],
        note: 'Add the missing one, or delete the surplus one.',
      })
    }
  },
})

const anyMark = /[()[\]{}（）［］｛｝【】«»„“”"「」『』]/

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** Maps full-width forms and the lenticular brackets of Chinese to normal brackets. */
const folded: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
}

/** The brackets and quotation marks of a translation that have no partner, while all those of the source text have one. */
function lostIn(target: Segment, source: Segment): readonly string[] {
  const [ours, theirs] = [proseText(target), proseText(source)]
  return [lonelyBrackets, lonelyQuotationMarks].flatMap((lonelyIn) => {
    const lonely = lonelyIn(ours)
    return lonely.length === 0 || lonelyIn(theirs).length > 0 ? [] : lonely
  })
}

/** The brackets without partner, kind by kind, since brackets can cross as in `[0, 1)`. */
function lonelyBrackets(written: string): readonly string[] {
  const text = written.replace(/[（）［］｛｝【】]/g, (bracket) => folded[bracket]!)
  const open: { bracket: string; at: number }[] = []
  const lonely: string[] = []
  for (const { 0: bracket, index } of text.matchAll(/[()[\]{}]/g)) {
    const partner = partners[bracket]
    if (!partner) open.push({ bracket, at: index })
    else {
      const at = open.findLastIndex((other) => other.bracket === partner)
      if (at >= 0) open.splice(at, 1)
      else if (!isListMark(text, index) && !isSmiley(text, index)) lonely.push(bracket)
    }
  }
  return [...open.filter(({ at }) => !isSmiley(text, at)).map(({ bracket }) => bracket), ...lonely]
}

/** Whether a bracket is the mouth of `:-)`. */
function isSmiley(text: string, at: number): boolean {
  return /(?:^|\s)[:;8][-o]?$/.test(text.slice(Math.max(0, at - 3), at))
}

/** Whether a closing bracket belongs to a list marker such as `1)`, `12.)`, `a)` or `iv)`. */
function isListMark(text: string, at: number): boolean {
  return /(?:^|[\s,;:(、。，；：（「])(?:\p{L}|\p{N}{1,2}|[ivx]{1,4})\.?$/iu.test(
    text.slice(Math.max(0, at - 8), at),
  )
}
