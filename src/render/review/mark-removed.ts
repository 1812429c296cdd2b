import type { Element, Parents, Root } from 'hast'
import { visit } from '../../util/tree/visit.ts'
import { element } from '../page/element.ts'
import { segmentKey } from '../segment-key.ts'

/** A removed unit: its number among the changed ones, and what it was in. */
export interface RemovedUnit {
  readonly number: number
  readonly kind: 'cell' | 'item' | 'text'
}

/** Units of a document in order: keys of those that it has, and those that were removed between them. */
export type UnitOrder = readonly (string | RemovedUnit)[]

/** Blocks that hold the marks after their units. */
const BOXES = new Set(['dd', 'dt', 'li', 'td', 'th'])
/** Blocks that the marks after their units follow. */
const BLOCKS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'table'])
const ROWS = new Set(['tr'])
const TABLES = new Set(['table'])
/** What text that was not in it follows as a whole. */
const WHOLES = new Set(['dl', 'ol', 'table', 'ul'])

/** A place for marks: an element with the elements around it. */
type Way = readonly Parents[]

/** Key of the mark of a removed unit, which no unit of a document has. */
export function removedKey(number: number): string {
  return `\0${number}`
}

/**
 * Marks where units were that the document no longer has: after the unit that they followed, rows of tables as rows.
 * A mark is an element `removed` with a {@link removedKey} and no text. Changes `tree`.
 */
export function markRemoved(tree: Root, order: UnitOrder): void {
  if (!order.some((unit) => typeof unit !== 'string')) return
  const ways = waysOf(tree)
  let way: Way | undefined
  let removed: RemovedUnit[] = []
  // Where several are to go to the same place, each stays behind those before it.
  const place = () => {
    if (removed.length > 0) insert(tree, way, removed)
    removed = []
  }
  for (const unit of [...order].reverse()) {
    if (typeof unit !== 'string') removed.unshift(unit)
    else if (ways.has(unit)) {
      way = ways.get(unit)
      place()
    }
  }
  way = undefined
  place()
}

/** The last element of each unit, with the elements around it from the outside in. */
function waysOf(tree: Root): ReadonlyMap<string, Way> {
  const parents = new Map<Parents, Parents>()
  const last = new Map<string, Element>()
  visit(tree, 'element', (node, _, parent) => {
    parents.set(node, parent as Parents)
    const key = segmentKey(node)
    if (key !== undefined) last.set(key, node)
  })
  return new Map(
    [...last].map(([key, node]) => {
      const way: Parents[] = []
      for (let at: Parents | undefined = node; at; at = parents.get(at)) way.push(at)
      return [key, way.reverse()]
    }),
  )
}

function insert(tree: Root, way: Way | undefined, removed: readonly RemovedUnit[]): void {
  if (!way) tree.children.unshift(...removed.map((unit) => mark('div', unit)))
  // Those that come first are inserted last, at the same place or an earlier one.
  else for (const run of runsOf(removed).reverse()) insertAfter(way, ...placeIn(way, run))
}

/** Splits a list into runs of the same kind of place. */
function runsOf(removed: readonly RemovedUnit[]): RemovedUnit[][] {
  const runs: RemovedUnit[][] = []
  for (const unit of removed) {
    const run = runs.at(-1)
    if (run?.[0]?.kind === unit.kind) run.push(unit)
    else runs.push([unit])
  }
  return runs
}

/** Finds the element that marks of the same kind follow, and makes them. */
function placeIn(
  way: Way,
  removed: readonly RemovedUnit[],
): readonly [at: number, marks: readonly Element[]] {
  const { kind } = removed[0]!
  const marks = removed.map((unit) => mark('div', unit))
  const whole = way.findIndex((node) => isOneOf(node, kind === 'item' ? TABLES : WHOLES))
  if (kind !== 'cell' && whole >= 0) return [whole, marks]
  const row = way.findLastIndex((node) => isOneOf(node, ROWS))
  const columns = row < 0 ? 0 : way[row]!.children.filter((cell) => isOneOf(cell, BOXES)).length
  if (kind === 'cell' && columns > 0 && removed.length % columns === 0) return [row, rowsOf(removed, columns)]
  const at = way.findLastIndex((node) => isOneOf(node, BOXES) || isOneOf(node, BLOCKS))
  if (at < 0) return [1, marks]
  return [isOneOf(way[at]!, BOXES) ? at + 1 : at, marks]
}

function rowsOf(removed: readonly RemovedUnit[], columns: number): readonly Element[] {
  const rows: Element[] = []
  for (let at = 0; at < removed.length; at += columns)
    rows.push(
      element(
        'tr',
        {},
        removed.slice(at, at + columns).map((unit) => mark('td', unit)),
      ),
    )
  return rows
}

function mark(tagName: string, { number }: RemovedUnit): Element {
  return element(tagName, { className: ['removed'], dataTtuId: removedKey(number) }, [])
}

function insertAfter(way: Way, at: number, marks: readonly Element[]): void {
  const { children } = way[at - 1]!
  children.splice((children as readonly unknown[]).indexOf(way[at]) + 1, 0, ...marks)
}

function isOneOf(node: { readonly type: string }, names: ReadonlySet<string>): boolean {
  return node.type === 'element' && names.has((node as Element).tagName)
}
