import type { Segment } from '../../model/unit.ts'
import type { LengthBand } from '../data/script-bands.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'
import { listOf } from '../list-of.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { languageOf, scriptOf } from '../text/language-of.ts'
import { lengthOf } from '../text/length-of.ts'
import { endOf, keptNames, misfits } from '../text/misfits.ts'
import { proseText } from '../text/prose-text.ts'
import { isClearlyDifferent } from '../text/same-meaning.ts'
import { countEnglishSentences, countSentences } from '../text/sentence-count.ts'
import { bandsOf, unusualLength, usualRatio } from '../text/usual-length.ts'

/**
 * A translation that lacks a sentence is hard to notice, because what remains reads well. The same holds for a translation that
 * was pasted into the wrong place.
 *
 * The rule reports a translation with fewer sentences than its source text that is also much shorter than is usual in
 * the document, and a translation that equals the one before it or another one in its table row, while the source texts are
 * clearly different. It points at the one that fits its source text worse. It also reports a translation that differs from its source text
 * in several respects, as that of any other text would: it is much shorter or longer than usual in the document, only one of both has bold
 * text, links or code, only one of both ends like a sentence (unless both are short), and it has names that the source text lacks, or lacks
 * names that the other translations keep. Notes in parentheses at the end, and names that a translation in another script has from its
 * source text, do not count. `length` reports texts that are too short for their language, `same-target` equal ones in a column or a list.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur une fois les mises à jour installées.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server after the updates are installed. Then run the tests again.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur une fois les mises à jour installées, puis exécutez à nouveau les tests.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server after the updates are installed. Then run the tests again.</span></span>
 * ```
 */
export const omission = defineRule({
  id: 'omission',
  description: 'A translation lacks a sentence, or is that of another text.',
  severity: 'info',
  tags: ['unit', 'content', 'length'],
  check(document, report, { otherTranslations }) {
    const bands = bandsOf(document.sourceLocale, document.targetLocale)
    if (!bands || languageOf(document.sourceLocale) !== 'en') return
    const pairs = soundPairs(document).filter(({ unit, source, target }) => {
      const { kind } = unit.context
      return (
        !unit.structural &&
        kind !== 'code' &&
        kind !== 'attribute' &&
        unit.syntax !== 'text' &&
        target.text !== '' &&
        source.text !== target.text
      )
    })
    const usual = usualRatio(pairs, bands)
    const copies = pasted(pairs, usual)
    for (const finding of copies) report(finding)
    const shorter = shortened(pairs, bands, usual, document.targetLocale)
    const reported = new Set([
      ...copies.map(({ place }) => place),
      ...shorter.map(({ pair }) => pair.target.place),
    ])
    const context = {
      usual,
      isLatin: scriptOf(document.targetLocale) === 'Latn',
      isKept: keptNames(pairs),
    }
    for (const pair of pairs) {
      const { unit, source, target } = pair
      const found = reported.has(target.place) ? [] : misfits(pair, context)
      if (found.length === 0) continue
      report({
        reason: `Unexpected translation ${quote(target.text)} of ${quote(source.text)} in unit \`${unit.id}\`, expected one that fits its source text by ${enumerate(found)}`,
        place: target.place,
        actual: target.text,
        expected: [source.text],
        note: 'Check whether it is the translation of another text.',
      })
    }
    for (const { pair, from, to } of shorter) {
      const others = otherTranslations?.(pair.unit.key) ?? []
      const alike = others.filter(({ target }) => countSentences(proseText(target)) < from)
      if (others.length > 0 && alike.length * 2 > others.length) continue
      report({
        reason: `Unexpected translation of unit \`${pair.unit.id}\` with ${to === 1 ? 'one sentence' : `${to} sentences`}, much shorter than usual, expected ${from}`,
        place: pair.target.place,
        actual: pair.target.text,
        expected: [pair.source.text],
        note: 'Check whether a sentence of the source text is missing.',
      })
    }
  },
})

/** A translation with fewer sentences that is much shorter than usual. */
interface Shortened {
  readonly pair: Pair
  /** Numbers of sentences. */
  readonly from: number
  readonly to: number
}

/** Minimum length of source text in characters. */
const LONG = 40

/** The usual length of a translation times this is much shorter than usual. */
const SHORT = 0.75

function shortened(
  pairs: readonly Pair[],
  bands: readonly LengthBand[],
  usual: number,
  targetLocale: string,
): readonly Shortened[] {
  return pairs.flatMap((pair) => {
    const { source, target } = pair
    // Most units are one sentence.
    if (source.text.length < LONG || !/[.!?]["”’)*]?\s/.test(source.text)) return []
    const from = countEnglishSentences(proseText(source))
    if (from < 2) return []
    const to = countSentences(proseText(target))
    if (to >= from) return []
    if (lengthOf(target) >= lengthOf(source) * usual * SHORT) return []
    return unusualLength(pair, bands, targetLocale, usual)?.isShort ? [] : [{ pair, from, to }]
  })
}

function pasted(pairs: readonly Pair[], usual: number): readonly Finding[] {
  const findings: Finding[] = []
  const rows = new Map<string, Pair[]>()
  let before: Pair | undefined
  for (const pair of pairs) {
    const { cell } = pair.unit.context
    const row = cell && `${cell.table} ${cell.row}`
    const inRow = row === undefined ? [] : (rows.get(row) ?? [])
    const twin = [before, ...inRow].find((other) => other && isCopy(other, pair))
    if (row !== undefined) rows.set(row, [...inRow.slice(1 - MOST), pair])
    before = pair
    if (!twin) continue
    const [wrong, right] = closeness(pair, usual) <= closeness(twin, usual) ? [pair, twin] : [twin, pair]
    findings.push({
      reason: `Unexpected translation ${quote(wrong.target.text)} of ${quote(wrong.source.text)} in unit \`${wrong.unit.id}\`, expected a different one than that of ${quote(right.source.text)} beside it`,
      place: wrong.target.place,
      actual: wrong.target.text,
      note: 'Check which of the two source texts it translates, and translate the other one.',
      related: { reason: 'The same translation of another text', place: right.target.place },
    })
  }
  return findings
}

/** Most cells of a row to compare with. */
const MOST = 20

/** Whether two units have the same translation, although their source texts are clearly different; not if `same-target` compares them. */
function isCopy(one: Pair, other: Pair): boolean {
  if (one.target.text.length !== other.target.text.length || one.target.text !== other.target.text)
    return false
  const list = listOf(one.unit)
  return (
    !(list !== undefined && list === listOf(other.unit)) &&
    isClearlyDifferent(one.source.text, other.source.text)
  )
}

/** How well a translation fits its source text: by names and numbers, markup, the mark at its end, and its length. */
function closeness({ source, target }: Pair, usual: number): number {
  const [names, theirs] = [namesIn(source), namesIn(target)]
  const common = [...names].filter((name) => theirs.has(name)).length
  const likeness = (common + 1) / (names.size + theirs.size - common + 1)
  const ratio = lengthOf(target) / Math.max(1, lengthOf(source)) / usual
  return (
    likeness +
    (marksOf(source) === marksOf(target) ? 0.5 : 0) +
    (endOf(source.text) === endOf(target.text) ? 0.5 : 0) -
    Math.abs(Math.log(Math.max(ratio, 0.01)))
  )
}

/** Names and numbers; in languages of other scripts all words in Latin letters. */
function namesIn({ text }: Segment): ReadonlySet<string> {
  return new Set(text.match(/\p{Lu}[\p{Script=Latin}\p{N}]+|\p{N}+/gu) ?? [])
}

function marksOf({ markup }: Segment): string {
  return (markup.match(/\*\*|`|\]\(|<\w/g) ?? []).sort().join('')
}
