import type { Side } from '../../model/unit.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote, quoteMarkup } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { isBlank } from '../text/blank.ts'

/**
 * Where one side of a unit is blank and the other is not, a text was lost or stands in another unit: two sentences of the source
 * may have become one of the translation.
 *
 * A side is blank if it shows and does nothing: white space, empty formatting, comments. A side that holds only an image, a line
 * break or an anchor is not blank.
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
  description: 'One side of a unit is blank, the other is not.',
  severity: 'error',
  tags: ['unit'],
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
              note: 'Translate the text; if its translation stands in a neighbouring unit, divide that one.',
            }
          : {
              reason: `Unexpected blank source text in unit \`${unit.id}\`, expected the one that ${shown} translates`,
              place: source.place,
              actual: source.markup,
              note: 'Delete the translation if the source has no such text; if it stands in a neighbouring unit, join the two.',
            },
      )
    }
  },
})
