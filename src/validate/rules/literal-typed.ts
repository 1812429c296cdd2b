import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quoteMarkup } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { changedTyped, changesTyped } from '../literals/changed-typed.ts'

/**
 * What readers are asked to type or paste is not translated: a registry value with a translated name has no
 * effect, and neither JSON nor a command can have « » for `"`.
 *
 * It is the bold text directly after “type”, “enter” or “key in”, for English source texts; and texts in straight
 * quotation marks that belong to code: in JSON, after `=`, in a call, or as the value of a parameter. Quotations in
 * prose may change, placeholders and numbers too, names (“Network Service”), and plain words after “enter”, which can
 * be names of fields. Letter case and the amount of white space do not count. `code-equal` compares code; paths, commands and other
 * literals that `literal-token`, `literal-cmdlet` and `literal-parameter` report are not reported again.
 *
 * If the document is read in several locales and most of them have changed it too, the finding is a hint.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Tapez **ne pas utiliser NLA**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Type **Do not use NLA**.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Tapez **Do not use NLA**.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Type **Do not use NLA**.</span></span>
 * ```
 */
export const literalTyped = defineRule({
  id: 'literal-typed',
  description: 'The translation changes a text that the reader is asked to type or paste.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    for (const changed of changedTyped(document).values()) {
      const { pair, texts } = changed
      const { unit, target } = pair
      const evidence = evidenceOfOthers(otherTranslations?.(unit.key) ?? [], ({ target: other }) =>
        changesTyped(changed, other),
      )
      report({
        reason: `Unexpected translation of unit \`${unit.id}\` without ${enumerate(texts.map((text) => quoteMarkup(text)))}, expected it as in the source text`,
        place: target.place,
        unit: unit.key,
        actual: target.text,
        expected: texts,
        ...withEvidence(evidence, {
          note: 'The reader types or pastes it: copy it from the source text, with straight quotation marks.',
        }),
      })
    }
  },
})
