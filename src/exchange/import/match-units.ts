import { align } from '../../align/align.ts'
import type { CodedText } from '../../model/coded-text.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { ReturnedText, ReturnedUnit } from '../exchange-file.ts'
import { stampOf } from '../stamp-of.ts'

/** A unit of the document today. */
export interface CurrentUnit {
  readonly id: string
  readonly source: CodedText
}

/** Which unit of the document a returned unit belongs to, and how certain that is. */
export interface Match<Unit> {
  readonly unit: Unit
  /**
   * - `same`: its source is that of the file;
   * - `changed`: it has the id, but another source;
   * - `similar`: it has another id, and a source that is similar only.
   */
  readonly by: 'same' | 'changed' | 'similar'
}

/**
 * Finds the units of a document that returned units belong to: by id if the source is the same, else by aligning the sources of
 * the file with those of the document, which may be of another hand-off. What could belong to several units belongs to none.
 *
 * @returns for each returned unit, in order.
 */
export function matchUnits<Unit extends CurrentUnit>(
  returned: readonly ReturnedUnit[],
  current: readonly Unit[],
): readonly (Match<Unit> | undefined)[] {
  // Two files can have the same unit.
  const firsts = new Map<string, number>()
  const keys = returned.map(({ id, stamp, source }) =>
    JSON.stringify([id, stamp?.source ?? (source && textOf(source))]),
  )
  for (const [at, key] of keys.entries()) if (!firsts.has(key)) firsts.set(key, at)
  const matches = new Map<number, Match<Unit>>()
  const indexes = [...firsts.values()]
  for (const [at, match] of matchOnce(
    indexes.map((index) => returned[index]!),
    current,
  ).entries())
    if (match) matches.set(indexes[at]!, match)
  return keys.map((key) => matches.get(firsts.get(key)!))
}

/** As {@link matchUnits}, each returned unit once. */
function matchOnce<Unit extends CurrentUnit>(
  returned: readonly ReturnedUnit[],
  current: readonly Unit[],
): readonly (Match<Unit> | undefined)[] {
  const byId = new Map(current.map((unit, at) => [unit.id, at]))
  const texts = current.map(({ source }) => textOf(source))
  const own = returned.map(({ source }) => (source ? textOf(source) : ''))
  const known: [number, number][] = []
  for (const [at, { id, stamp }] of returned.entries()) {
    const index = byId.get(id)
    if (index === undefined) continue
    if (stamp ? hasSource({ stamp }, current[index]!) : own[at] === texts[index]) known.push([at, index])
  }
  const matches = new Array<Match<Unit> | undefined>(returned.length)
  for (const { left, right, method } of align(own, texts, known).joins) {
    if (left.length > 1 || right.length > 1) continue
    const [at, unit] = [left[0]!, current[right[0]!]!]
    const isSame =
      method === 'known' ||
      (!returned[at]!.stamp && own[at] === texts[right[0]!]) ||
      hasSource(returned[at]!, unit)
    matches[at] = { unit, by: isSame ? 'same' : unit.id === returned[at]!.id ? 'changed' : 'similar' }
  }
  return matches
}

/** Whether a unit has the source that a returned unit was exported with. */
function hasSource({ stamp }: Pick<ReturnedUnit, 'stamp'>, { source }: CurrentUnit): boolean {
  return stamp !== undefined && stamp.source === stampOf(source, null).source
}

/** A comparable text: its codes are spaces. */
function textOf(text: CodedText | ReturnedText): string {
  return foldSpace(
    text.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : ' ')).join(''),
  )
}
