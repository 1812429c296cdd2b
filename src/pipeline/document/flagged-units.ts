import type { VFileMessage } from 'vfile-message'
import type { TranslationUnit } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { type MqmDimension, quality } from '../../validate/engine/quality.ts'

/**
 * Returns a function that says whether findings at warning or above doubt what a unit says. Units are compared by both their
 * texts, because joining locales renames them.
 *
 * The findings come from the same texts, settings and files as the outputs, so the cache notices their changes too.
 *
 * @param findings of the document, called with the first unit.
 */
export function flaggedUnitsOf(
  findings: () => readonly VFileMessage[],
): (unit: Pick<TranslationUnit, 'source' | 'target'>) => boolean {
  const flagged = memoize(
    (_: 'once') =>
      new Set(
        findings().flatMap(({ fatal, ruleId, segments }) =>
          typeof fatal === 'boolean' && segments && concernsMeaning(ruleId)
            ? keyOf(segments.source, segments.target)
            : [],
        ),
      ),
  )
  return ({ source, target }) =>
    source !== null && target !== null && flagged('once').has(keyOf(source.markup, target.markup))
}

/** Whether findings of a rule can mean that a text says something else, rather than that it is written in another way. */
function concernsMeaning(ruleId = ''): boolean {
  return !Object.hasOwn(quality, ruleId) || !WRITING.has(quality[ruleId]!.mqm)
}

const WRITING: ReadonlySet<MqmDimension> = new Set(['linguistic-conventions', 'style', 'locale-conventions'])

function keyOf(source: string, target: string): string {
  return JSON.stringify([source, target])
}
