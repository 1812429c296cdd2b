import type { Side } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { isBlank } from '../text/blank.ts'

/**
 * If only one side of a unit is blank, a text was lost or is in another unit: two source sentences may have
 * become one in the translation.
 *
 * A side is blank if it shows nothing and has no effect: white space, empty formatting, comments. A side with
 * only an image, a line break or an anchor is not blank.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101"> </span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 *
 * <span data-ttu-id="1f2e3-102"> </span><span class="sxs-lookup"><span data-stu-id="1f2e3-102"> </span></span>
 * ```
 */
export const unitEmpty = defineRule({
  id: 'unit-empty',
  description: 'Only one side of a unit is blank.',
  severity: 'error',
  tags: ['unit'],
  checksPairs: true,
  check(document, report) {
    for (const { unit, source, target } of soundPairs(document)) {
      const isTargetBlank = isBlank(target)
      if (isTargetBlank === isBlank(source)) continue
      const blank: Side = isTargetBlank ? 'target' : 'source'
      const full = blank === 'target' ? source : target
      const shown = full.text === '' ? quoteMarkup(full.markup) : quote(full.text)
      report(
        blank === 'target'
          ? {
              reason: `Unexpected blank translation in unit \`${unit.id}\`, expected one of ${shown}`,
              place: target.place,
              actual: target.markup,
              note: 'Translate the text; if its translation is in a neighbouring unit, split that unit.',
            }
          : {
              reason: `Unexpected blank source text in unit \`${unit.id}\`, expected the one that ${shown} translates`,
              place: source.place,
              actual: source.markup,
              note: 'Delete the translation if the source has no such text; if the text is in a neighbouring unit, join the two.',
            },
      )
    }
  },
})
