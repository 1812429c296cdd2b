import { append } from '../../util/data/append.ts'
import { SPACING, type Spacing } from '../data/spacing.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { forLocale } from '../text/language-of.ts'
import { MARK, placeIn, proseMarkup, THING } from '../text/prose-markup.ts'

/**
 * French has a no-break space before `:`, `;`, `!` and `?`, and inside « ». A missing space looks wrong. A
 * normal space lets the mark move to the start of a line; that is a hint only, and `lockstep check --fix`
 * repairs it. Any no-break space is fine, including thin ones.
 *
 * The rule does not check the French of Canada and Switzerland, which have other conventions. It skips code,
 * URLs, paths, times, `::` and what the source text writes in the same way: names (`Yahoo!`, “Talent: Attract”), drives, prefixes (`sip:`).
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
  description:
    'A space before a punctuation mark or inside quotation marks is missing, or allows a line break.',
  severity: 'warning',
  tags: ['unit', 'typography'],
  checksPairs: true,
  check(document, report) {
    const spacing = forLocale(SPACING, document.targetLocale)
    if (!spacing) return
    for (const pair of soundPairs(document)) {
      if (pair.source.text === pair.target.text || pair.unit.context.kind === 'code') continue
      for (const finding of findingsOf(pair, spacing)) report(finding)
    }
  },
})

/** A position in a text that requires a space. */
interface Gap {
  readonly mark: string
  /** Whether the space comes after the mark. */
  readonly after: boolean
  /** Range of the existing space in the markup; empty if there is none. */
  readonly start: number
  readonly end: number
}

/** No-break spaces of any width. */
const fixed = /[\u00A0\u202F\u2007\u2009]/

function findingsOf(pair: Pair, spacing: Spacing): readonly Finding[] {
  const text = proseMarkup(pair.target, pair.unit.syntax)
  return gapsOf(text, spacing).flatMap((gap) => {
    const space = text.slice(gap.start, gap.end)
    if (fixed.test(space)) return []
    if (space === '' && !gap.after && isAsInSource(text, gap, pair.source.text)) return []
    return findingOf(pair, gap, space, spacing)
  })
}

function findingOf({ unit, target }: Pair, gap: Gap, space: string, spacing: Spacing): Finding {
  const where = `${gap.after ? 'after' : 'before'} ${quote(gap.mark)}`
  const place = placeIn(target, gap.start, gap.end)
  if (space === '') {
    return {
      // A missing space has no range, so the place includes the mark.
      place: placeIn(target, gap.start - (gap.after ? 1 : 0), gap.end + (gap.after ? 0 : 1)),
      reason: `Unexpected text without a space ${where} in the translation of unit \`${unit.id}\`, expected a no-break space`,
      note: 'Insert a no-break space (U+00A0 or U+202F).',
    }
  }
  return {
    place,
    severity: 'info',
    fix: { place, text: spacing.space },
    reason: `Unexpected breaking space ${where} in the translation of unit \`${unit.id}\`, expected a no-break space`,
    note: 'Replace it with a no-break space (U+00A0 or U+202F): otherwise a line can start with the mark.',
  }
}

/**
 * A mark that requires a space before it: at the end of a word or sentence, not inside a time, a path or an
 * emoticon. What is before it is read backwards, since marks are rare.
 */
const before = new RegExp(
  `(?<mark>[:;!?]+)(?<=[\\p{L}\\p{N})\\]»”’"'%${THING}…][${MARK}_]*(?<space>[ \\n]|[\\u00A0\\u202F\\u2007\\u2009]*)[:;!?]+)(?=[${MARK}_]*(?:[\\s)\\]»”",]|$))`,
  'gu',
)

function gapsOf(text: string, spacing: Spacing): readonly Gap[] {
  const gaps: Gap[] = []
  if (/[:;!?]/.test(text)) {
    for (const match of text.matchAll(before)) {
      const { space = '', mark = '' } = match.groups ?? {}
      if (![...mark].every((one) => spacing.before.includes(one)) || mark.includes('::')) continue
      gaps.push({ mark, after: false, start: match.index - space.length, end: match.index })
    }
  }
  for (const [open, close] of spacing.inside) append(gaps, quoteGaps(text, open, close))
  return gaps.sort((one, other) => one.start - other.start)
}

/** The positions after an opening and before a closing quotation mark. */
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

/**
 * Whether a mark belongs to what the source text has too: a name (`Yahoo!`, “Talent: Attract”), code (`sip:`, `HKLM:`, the drive `C:`), or
 * the mark alone (`":"`).
 */
function isAsInSource(text: string, { start, end, mark }: Gap, source: string): boolean {
  const before = shown(text.slice(Math.max(0, start - 60), start))
  const after = shown(text.slice(end + mark.length, end + mark.length + 60))
  if (/["'“‘(`]$/.test(before)) return /^["'”’)`]/.test(after)
  const token = /[^\s\uFFFC«»“”"()]*$/u.exec(before)?.[0] ?? ''
  if (token === '' || !source.includes(token + mark)) return false
  if (mark !== ':' && mark !== ';') return true
  // After emphasis or a link, the mark belongs to the sentence.
  const isPart = text[start - 1] !== MARK
  if (isPart && /[-_/\\.$=@]|\p{L}\p{N}|^\p{Ll}+$|\p{Ll}\p{Lu}|^HK\p{Lu}+$/u.test(token)) return true
  // A letter within a sentence is a drive; at its start, it can be that of a question or an answer.
  if (/^\p{Lu}$/u.test(token) && /\p{L}\s$/u.test(before.slice(0, -1))) return true
  const next = /^\s+[^\s\uFFFC«»“”"()]+/u.exec(after)?.[0] ?? ''
  return /\p{L}{2}/u.test(next) && source.includes(token + mark + next)
}

/** The text without masks of markup. */
function shown(text: string): string {
  return text.replaceAll(MARK, '')
}
