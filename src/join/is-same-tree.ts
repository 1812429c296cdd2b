import type { ElementContent, Nodes, Properties } from 'hast'
import type { TextPart } from '../model/hast.ts'
import type { Rename } from './rename-units.ts'

/** Whether two trees are equal node by node after `rename` is applied to the units of the second. */
export function isSameTree(a: Nodes, b: Nodes, rename: Rename): boolean {
  if (a.type !== b.type) return false
  if (a.type === 'slot') return a.unit === rename((b as typeof a).unit)
  if ('value' in a && a.value !== (b as typeof a).value) return false
  if (a.type === 'element') {
    const other = b as typeof a
    if (a.tagName !== other.tagName || !areSameProperties(a.properties, other.properties)) return false
    if (!areSameSlots(a.data?.slots ?? {}, other.data?.slots ?? {}, rename)) return false
  }
  if (!('children' in a)) return true
  const [ours, theirs] = [a.children as ElementContent[], (b as typeof a).children as ElementContent[]]
  return ours.length === theirs.length && ours.every((child, at) => isSameTree(child, theirs[at]!, rename))
}

function areSameProperties(a: Properties, b: Properties): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => String(a[name]) === String(b[name]))
}

function areSameSlots(
  a: Readonly<Record<string, TextPart[]>>,
  b: Readonly<Record<string, TextPart[]>>,
  rename: Rename,
): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        a[name]!.length === b[name]?.length &&
        a[name]!.every((part, at) => isSamePart(part, b[name]![at]!, rename)),
    )
  )
}

function isSamePart(a: TextPart, b: TextPart, rename: Rename): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return a.unit === rename(b.unit)
}
