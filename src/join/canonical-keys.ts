import type { TranslationUnit } from '../model/unit.ts'
import { readUnitId } from '../model/unit-id.ts'

/**
 * Maps old keys to new ones: a unit's ordinal as in its id (`113`, `p101`), or its id if that has no ordinal;
 * repeated keys get `~2`, `~3`, … Keys of included files keep the path before their `#`.
 */
export function canonicalKeys(units: Readonly<Record<string, TranslationUnit>>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  for (const [key, unit] of Object.entries(units)) {
    const { ordinal, merged } = readUnitId(unit.id)
    const stem = fileOf(key) + (ordinal === null ? unit.id : `${merged ? 'p' : ''}${ordinal}`)
    let name = stem
    let count = counts.get(stem) ?? 1
    while (taken.has(name)) name = `${stem}~${++count}`
    counts.set(stem, count)
    taken.add(name)
    keys.set(key, name)
  }
  return keys
}

/** Returns the path of the included file in a key, with its `#`; empty for a unit of the document itself. */
export function fileOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#') + 1)
}
