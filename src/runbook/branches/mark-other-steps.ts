import type { UnitTables } from '../../model/text.ts'
import { markWhere } from '../language/sentence-marks.ts'
import { stepsNamedIn } from '../language/step-names.ts'
import { numbersOfSteps } from '../step-numbers.ts'
import type { Runbook, RunbookContent, RunbookSection } from '../types.ts'

/** The parts of a runbook that can name steps. */
type Parts = Pick<Runbook, 'context' | 'sections'>

/**
 * Marks sentences beside steps that name numbers which these steps do not have (“You must do steps 6, 7, and 8 in
 * order”), so that nobody takes them for the steps below.
 */
export function markOtherSteps({ context, sections }: Parts, units: UnitTables): Parts {
  return {
    context: mark(context, numbersOfSteps({ sections }), units),
    sections: sections.map((section): RunbookSection => {
      if (section.type !== 'procedure') return section
      const own = numbersOfSteps({ sections: [section] })
      return {
        ...section,
        context: mark(section.context, own, units),
        after: mark(section.after, own, units),
      }
    }),
  }
}

function mark(content: RunbookContent, own: ReadonlySet<string>, units: UnitTables): RunbookContent {
  // Without steps, the numbers are clearly those of something else.
  if (own.size === 0) return content
  const isOther = (text: string) => stepsNamedIn(text).some((number) => !own.has(number))
  return markWhere(content, (text) => (isOther(text) ? 'other-steps' : null), units)
}
