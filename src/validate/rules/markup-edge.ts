import { adjacentSpans } from '../edges/adjacent-spans.ts'
import { gluedWords } from '../edges/glued-words.ts'
import type { EdgeFault, Sides } from '../edges/sides.ts'
import { spacesBeforeMarks } from '../edges/spaces-before-marks.ts'
import { strangeLabels } from '../edges/strange-labels.ts'
import { swallowedMarks } from '../edges/swallowed-marks.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { markupSpans } from '../text/markup-spans.ts'
import { placeIn } from '../text/prose-markup.ts'

/**
 * Machine translation moves words and marks over the edges of bold text, links and code. Readers then look for a button with the name
 * “Select Show”, or for one without a name. The rule finds five faults, each if the source text has nothing like it.
 *
 * A space before a punctuation mark after markup (`**Edit** .`); French has one before `:`, `;`, `!` and `?`. A full stop, comma or semicolon
 * inside of bold text or a link (`**Edit.**`). `lockstep check --fix` repairs both.
 *
 * A word directly beside markup (`</a>verwiesen`). Languages without spaces between words, Korean particles, short endings (`**Server**s`; not
 * short words such as “in”) and Arabic and Hebrew prefixes do not count.
 *
 * Code side by side where the source text has words between (“`a` and `b`”), and bold text likewise; not bold text in German and Dutch, where
 * names can meet (“Geben Sie in **X** **Y** ein”).
 *
 * Bold text of function words, or with words of the sentence at one end: `**sur Modifier**`, `**sélectionnez Afficher**`, `**を選択します**`.
 * This needs word lists: Arabic, Chinese, French, German, Italian, Japanese, Korean, Portuguese, Russian and Spanish have them.
 *
 * Units in which Markdown does not recognize all the markup are not checked: `empty-markup` reports most of them.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur **Modifier** .</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Edit**.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur **Modifier**, puis sur [Aide](https://contoso.com/help).</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Edit**, and then [Help](https://contoso.com/help).</span></span>
 * ```
 */
export const markupEdge = defineRule({
  id: 'markup-edge',
  description:
    'A space, a punctuation mark or a word is on the wrong side of the edge of bold text, a link or code.',
  severity: 'warning',
  tags: ['unit', 'markup', 'typography'],
  checksPairs: true,
  check(document, report) {
    const [from, to] = [languageOf(document.sourceLocale), languageOf(document.targetLocale)]
    for (const pair of soundPairs(document)) {
      const sides = sidesOf(pair, from, to)
      if (!sides) continue
      const faults = FAULTS.flatMap((find) => find(sides))
      // Without markup in the source text, nothing shows what is usual.
      if (faults.length > 0 && sides.expected.length > 0)
        for (const fault of faults) report(findingOf(pair, fault))
    }
  },
})

const FAULTS: readonly ((sides: Sides) => readonly EdgeFault[])[] = [
  spacesBeforeMarks,
  swallowedMarks,
  gluedWords,
  adjacentSpans,
  strangeLabels,
]

/** The sides of a unit if both have markup; that of the source text is read when a fault asks for it. */
function sidesOf(pair: Pair, from: string, to: string): Sides | undefined {
  const { unit, source, target } = pair
  if (!source.content || !target.content || unit.context.kind === 'code') return undefined
  if (source.text === target.text) return undefined
  const actual = markupSpans(target, unit.syntax)
  if (!actual || actual.length === 0) return undefined
  return {
    ...pair,
    actual,
    get expected() {
      return markupSpans(source, unit.syntax) ?? []
    },
    from,
    to,
  }
}

function findingOf({ unit, target }: Pair, { found, wanted, note, start, end, fix }: EdgeFault): Finding {
  return {
    reason: `Unexpected ${found} in the translation of unit \`${unit.id}\`, expected ${wanted}`,
    place: placeIn(target, start, end),
    unit: unit.key,
    actual: target.markup.slice(start, end),
    note,
    ...(fix && { fix: { place: placeIn(target, fix.start, fix.end), text: fix.text } }),
  }
}
