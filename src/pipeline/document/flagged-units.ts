import type { VFileMessage } from 'vfile-message'
import type { TranslationUnit } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { hasRightToLeft } from '../../util/text/right-to-left.ts'
import { type MqmDimension, quality } from '../../validate/engine/quality.ts'
import { isTypographic } from '../../validate/rules/index.ts'

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
        findings().flatMap(({ fatal, ruleId, segments, actual, fix }) =>
          typeof fatal === 'boolean' &&
          segments &&
          concernsMeaning(ruleId) &&
          // A repair of such a rule moves spaces and punctuation only.
          !(fix && isTypographic(ruleId ?? '')) &&
          !(isInvisible(actual) && isReadInOrder(segments.target))
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

/** Whether what a finding is about is a character that shows nothing: a directional mark, or one without width. */
function isInvisible(actual: unknown): boolean {
  return typeof actual === 'string' && /^\p{Cf}$/u.test(actual)
}

/**
 * Whether no directional mark changes the order of a text. One that closes nothing does not (Unicode, UAX #9, rules X6a and X7), nor does
 * one that sets right to left, the direction of the paragraph, around right-to-left text.
 */
function isReadInOrder(text: string): boolean {
  const opening = text
    .replace(/[\u202A-\u202E]([^\u202A-\u202E]*)\u202C/g, '$1')
    .replace(/[\u2066-\u2068]([^\u2066-\u2069]*)\u2069/g, '$1')
  return (
    !/[\u202A\u202D\u202E\u2066\u2068]/.test(opening) &&
    (hasRightToLeft(text) || !/[\u202B\u2067]/.test(opening))
  )
}

function keyOf(source: string, target: string): string {
  return JSON.stringify([source, target])
}
