import type { TranslationUnit } from '../model/unit.ts'
import { readUnitId } from '../model/unit-id.ts'

/**
 * New keys by old key: a unit's ordinal as ids have it (`113`, `p101`), its id where that carries none; with `~2`, … where it was taken.
 * What an included file's key has before its `#` is kept.
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

/** The path of the included file that a key names, with its `#`; empty for a unit of the document itself. */
export function fileOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#') + 1)
}
