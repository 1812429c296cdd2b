import type { Root } from 'hast'
import type { RunbookValue } from '../../runbook/derive-runbook.ts'
import { type FoundPlaceholder, findPlaceholders, keyOf } from '../../runbook/values/find-placeholders.ts'
import { findTokens } from '../../runbook/values/named-placeholders.ts'
import { type TextRun, textRunsIn } from '../../runbook/values/text-runs.ts'
import { element } from '../page/element.ts'

/** Numbers of values, counted from 1, by the keys of their names. */
export type ValueNumbers = ReadonlyMap<string, number>

/** Numbers the values of a runbook. */
export function numberValues(values: readonly RunbookValue[]): ValueNumbers {
  return new Map(values.map(({ name }, at) => [keyOf(name), at + 1]))
}

/**
 * Wraps the placeholders in the commands and texts of a tree in `span[data-value=NUMBER]`. A placeholder that was translated has the value of
 * the one in its place in the source.
 *
 * @param source returns the same content on the source side. Default: the tree is that.
 */
export function markValues(tree: Root, numbers: ValueNumbers, source?: () => Root): void {
  if (numbers.size === 0) return
  const runs = textRunsIn(tree)
  let counterparts: readonly TextRun[] | undefined
  for (const run of runs) {
    const found = placesIn(run, numbers)
    if (source && found.some(({ number }) => number === undefined)) {
      counterparts ??= textRunsIn(source())
      const counterpart = counterpartOf(run, runs, counterparts)
      if (counterpart) pairUnknown(found, placesIn(counterpart, numbers), run.code !== null)
    }
    for (const place of found.toReversed()) if (place.number !== undefined) wrap(run, place, place.number)
  }
}

/** The command or text in the place of another among all of the other side; `undefined` if their numbers differ. */
function counterpartOf(
  run: TextRun,
  runs: readonly TextRun[],
  counterparts: readonly TextRun[],
): TextRun | undefined {
  const isAlike = (each: TextRun) => (each.code === null) === (run.code === null)
  const own = runs.filter(isAlike)
  const others = counterparts.filter(isAlike)
  return own.length === others.length ? others[own.indexOf(run)] : undefined
}

/** A placeholder, and the number of its value if that is known. */
interface Place extends FoundPlaceholder {
  number?: number | undefined
}

function placesIn(run: TextRun, numbers: ValueNumbers): Place[] {
  const found: Place[] = findPlaceholders(run).map((each) => ({
    ...each,
    number: numbers.get(keyOf(each.name)),
  }))
  const tokens = findTokens(run.text).flatMap((each): Place[] => {
    const number = numbers.get(keyOf(each.name))
    const isInside = found.some(({ start, end }) => each.start < end && each.end > start)
    return number === undefined || isInside ? [] : [{ ...each, number }]
  })
  return [...found, ...tokens].sort((one, other) => one.start - other.start)
}

/**
 * Gives placeholders that the source does not have, in order, the values of those that only the source has, if their numbers agree. In text,
 * whose order changes with the language, only if they have one name.
 */
function pairUnknown(found: readonly Place[], source: readonly Place[], isOrdered: boolean): void {
  const counts = new Map<string, number>()
  for (const { name } of found) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1)
  const left = source.filter(({ name }) => {
    const count = counts.get(keyOf(name)) ?? 0
    counts.set(keyOf(name), count - 1)
    return count <= 0
  })
  const inSource = new Set(source.map(({ name }) => keyOf(name)))
  const unknown = found.filter(({ name }) => !inSource.has(keyOf(name)))
  if (unknown.length !== left.length) return
  const names = new Set([...unknown, ...left].map(({ name }) => keyOf(name)))
  if (!isOrdered && names.size > 2) return
  for (const [at, place] of unknown.entries()) place.number = left[at]!.number
}

/** Wraps a range of a run; the first node that it touches gets its whole text. */
function wrap({ leaves }: TextRun, { start, end, written }: Place, number: number): void {
  const touched = leaves.filter((leaf) => leaf.start < end && leaf.start + leaf.node.value.length > start)
  for (const [at, { node, parent, start: from }] of touched.entries()) {
    const before = node.value.slice(0, Math.max(0, start - from))
    const after = node.value.slice(Math.max(0, end - from))
    node.value = before
    const index = parent.children.indexOf(node as never)
    const rest = { type: 'text' as const, value: after }
    const marked = element('span', { dataValue: `${number}` }, [written])
    parent.children.splice(index + 1, 0, ...((at === 0 ? [marked, rest] : [rest]) as never[]))
  }
}
