import type { Segment } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { lostTexts } from '../literals/changed-literals.ts'
import { changedTyped } from '../literals/changed-typed.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * Machine translation inserts spaces into paths (`CONTOSO \ user`), regular expressions (`\d {7}`), names with
 * underscores (`TF _ Diag`), placeholders (`< domain >`) and the begin of URLs (`https:// <server>`): nobody can type
 * or copy them, even where their words may be translated.
 *
 * A space counts if the source text has the same kind of text without any such space. Where `literal-token`,
 * `literal-cmdlet`, `literal-parameter` or `literal-typed` name what a unit lacks, its spaces are not reported again;
 * `code-equal` compares code. Formulas do not count.
 *
 * If the document is read in several locales and most of them have such spaces too, the finding is a hint.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Connectez-vous en tant que CONTOSO \ utilisateur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Sign in as CONTOSO\user.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Connectez-vous en tant que CONTOSO\utilisateur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Sign in as CONTOSO\user.</span></span>
 * ```
 */
export const literalSpacing = defineRule({
  id: 'literal-spacing',
  description:
    'The translation has spaces inside a path, a regular expression, a name with underscores, a placeholder or a URL.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const typed = changedTyped(document)
    const reported = new Set([...lostTexts(document).keys(), ...typed.keys()])
    for (const { unit, source, target } of soundPairs(document)) {
      if (reported.has(unit.key)) continue
      const broken = brokenIn(source, target)
      if (broken.length === 0) continue
      const evidence = evidenceOfOthers(
        otherTranslations?.(unit.key) ?? [],
        ({ target: other }) => brokenIn(source, other).length > 0,
      )
      report({
        reason: `Unexpected space inside ${enumerate(broken)} in the translation of unit \`${unit.id}\`, expected none as in the source text`,
        place: target.place,
        unit: unit.key,
        actual: target.text,
        ...withEvidence(evidence, { note: 'Remove the spaces.' }),
      })
    }
  },
})

const EXPRESSION = 'a regular expression'
const PATH = 'a path'

/** A kind of text, a pattern for it as it should be, and one for it with spaces inside. */
const KINDS: readonly (readonly [name: string, sound: RegExp, broken: RegExp])[] = [
  [EXPRESSION, /\\[dswDSW](?:\{\d|[+*?)])/, /\\\s+\p{L}(?!\p{L})|\\[dswDSW]\s+\{|\{\s+\d+\s*\}/u],
  [PATH, /[\w:%.]\\[\w%]/, /[\p{L}\p{N}:%.]\s+\\(?=\s*[\p{L}\p{N}%])|[\p{L}\p{N}:%.]\\\s+(?=[\p{L}\p{N}%])/u],
  ['a name with underscores', /\w_\w/, /[\p{L}\p{N}]\s+_\s*[\p{L}\p{N}]|[\p{L}\p{N}]_\s+[\p{L}\p{N}]/u],
  ['a placeholder', /<\p{L}[^<>]*(?<!\s)>/u, /<\s+\p{L}[^<>]*>|<\p{L}[^<>]*\s>/u],
  ['a URL', /:\/\/[\w<{[\\]/, /\w:\s*\/\s*\/\s/],
]

/** TeX, which is none of these where it is not recognized as a formula. */
const TEX = /\\[a-z]{2,}\*?\s*\{|[\^_]\s*\{|\\\\\s*\\|\$[^$]{0,200}\\[a-z]{2,}[^$]{0,200}\$/i

function brokenIn(source: Segment, target: Segment): readonly string[] {
  if (!/[\\_<]|:\/\//.test(source.text)) return []
  if (TEX.test(source.text)) return []
  const [sound, other] = [proseText(source), proseText(target)]
  const names = KINDS.filter(
    ([, whole, broken]) => whole.test(sound) && broken.test(other) && !broken.test(sound),
  ).map(([name]) => name)
  // A regular expression looks like a path.
  return names[0] === EXPRESSION ? names.filter((name) => name !== PATH) : names
}
