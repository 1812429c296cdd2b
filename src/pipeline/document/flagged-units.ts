import type { VFileMessage } from 'vfile-message'
import type { TranslationUnit } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'

/**
 * Returns a function that says whether findings at warning or above are about a unit. Units are compared by both their
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
        findings().flatMap(({ fatal, segments }) =>
          typeof fatal === 'boolean' && segments ? keyOf(segments.source, segments.target) : [],
        ),
      ),
  )
  return ({ source, target }) =>
    source !== null && target !== null && flagged('once').has(keyOf(source.markup, target.markup))
}

function keyOf(source: string, target: string): string {
  return JSON.stringify([source, target])
}
