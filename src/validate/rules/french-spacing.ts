import { append } from '../../util/append.ts'
import { SPACING, type Spacing } from '../data/spacing.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { forLocale } from '../text/language-of.ts'
import { MARK, placeIn, proseMarkup, THING } from '../text/prose-markup.ts'

/**
 * French has a no-break space before `:`, `;`, `!` and `?`, and inside of « ». Where there is none, the text looks wrong; where it is a
 * usual space, the mark can begin a line, which is a hint only: `lockstep check --fix` repairs it. Any no-break space does, and the
 * thin one.
 *
 * It looks at French only, not at that of Canada and Switzerland, where other habits rule. Code, URLs, paths, times, `::` and names that
 * the source text writes the same are left alone.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Avez-vous un compte?</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Do you have an account?</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Avez-vous un « compte » à 12:30 ?</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Do you have an “account” at 12:30?</span></span>
 * ```
 */
export const frenchSpacing = defineRule({
  id: 'french-spacing',
  description: 'A space is missing before a punctuation mark or inside of quotation marks, or it can break.',
  severity: 'warning',
  tags: ['unit', 'typography'],
  check(document, report) {
    const spacing = forLocale(SPACING, document.targetLocale)
    if (!spacing) return
    for (const pair of soundPairs(document)) {
      if (pair.source.text === pair.target.text || pair.unit.context.kind === 'code') continue
      for (const finding of findingsOf(pair, spacing)) report(finding)
    }
  },
})

/** A place of a text that has to have a space, as it is. */
interface Gap {
  readonly mark: string
  /** Whether the space comes after the mark. */
  readonly after: boolean
  /** The space that is there, by its place in the markup; empty where there is none. */
  readonly start: number
  readonly end: number
}

/** Spaces that do not break, of any width. */
const fixed = /[\u00A0\u202F\u2007\u2009]/

function findingsOf(pair: Pair, spacing: Spacing): readonly Finding[] {
  const text = proseMarkup(pair.target, pair.unit.syntax)
  return gapsOf(text, spacing).flatMap((gap) => {
    const space = text.slice(gap.start, gap.end)
    if (fixed.test(space)) return []
    if (space === '' && isName(text, gap, pair.source.markup)) return []
    return findingOf(pair, gap, space, spacing)
  })
}

function findingOf({ unit, target }: Pair, gap: Gap, space: string, spacing: Spacing): Finding {
  const where = `${gap.after ? 'after' : 'before'} ${quote(gap.mark)}`
  const place = placeIn(target, gap.start, gap.end)
  if (space === '') {
    return {
      // A missing space is nowhere: the mark that lacks it can be seen.
      place: placeIn(target, gap.start - (gap.after ? 1 : 0), gap.end + (gap.after ? 0 : 1)),
      reason: `Unexpected text without a space ${where} in the translation of unit \`${unit.id}\`, expected a no-break space`,
      note: 'Put a no-break space (U+00A0 or U+202F) there.',
    }
  }
  return {
    place,
    severity: 'info',
    fix: { place, text: spacing.space },
    reason: `Unexpected breaking space ${where} in the translation of unit \`${unit.id}\`, expected a no-break space`,
    note: 'Replace it with a no-break space (U+00A0 or U+202F): otherwise the mark can begin a line.',
  }
}

/** A mark before which there has to be a space: what ends a word or a sentence, not a part of a time, a path or an emoji. */
const before = new RegExp(
  `(?<=[\\p{L}\\p{N})\\]»”’"'%${THING}…][${MARK}_]*)(?<space>[ \\n]|[\\u00A0\\u202F\\u2007\\u2009]*)(?<mark>[:;!?]+)(?=[${MARK}_]*(?:[\\s)\\]»”",]|$))`,
  'gu',
)

function gapsOf(text: string, spacing: Spacing): readonly Gap[] {
  const gaps: Gap[] = []
  if (/[:;!?]/.test(text)) {
    for (const match of text.matchAll(before)) {
      const { space = '', mark = '' } = match.groups ?? {}
      if (![...mark].every((one) => spacing.before.includes(one)) || mark.includes('::')) continue
      gaps.push({ mark, after: false, start: match.index, end: match.index + space.length })
    }
  }
  for (const [open, close] of spacing.inside) append(gaps, quoteGaps(text, open, close))
  return gaps.sort((one, other) => one.start - other.start)
}

/** The insides of quotation marks that hold a word. */
function quoteGaps(text: string, open: string, close: string): readonly Gap[] {
  const gaps: Gap[] = []
  const [first, last] = [text.indexOf(open), text.lastIndexOf(close)]
  if (first < 0 && last < 0) return gaps
  for (const match of text.matchAll(new RegExp(`${open}(?<space>\\s?)(?=\\S)`, 'gu'))) {
    const start = match.index + 1
    gaps.push({ mark: open, after: true, start, end: start + (match.groups?.space ?? '').length })
  }
  for (const match of text.matchAll(new RegExp(`(?<=\\S)(?<space>\\s?)${close}`, 'gu'))) {
    gaps.push({
      mark: close,
      after: false,
      start: match.index,
      end: match.index + (match.groups?.space ?? '').length,
    })
  }
  return gaps
}

/** Whether the mark belongs to a name or to code that the source text has as well, such as `Yahoo!` or `sip:`. */
function isName(text: string, { start, mark }: Gap, source: string): boolean {
  const token = /[^\s\u0001\uFFFC«»“”"()]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  if (!source.includes(token + mark)) return false
  return mark !== ':' && mark !== ';' ? true : /[-_/\\.$=@\p{N}]|^\p{Ll}+$|\p{Ll}\p{Lu}/u.test(token)
}
