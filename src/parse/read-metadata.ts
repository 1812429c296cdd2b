import { isMap, isNode, isScalar, isSeq, visit } from 'yaml'
import type { Handoff, JsonValue, Metadata, MetadataEntry, MetadataProblem } from '../model/document.ts'
import type { Place } from '../model/place.ts'
import { parseYaml, type YamlDocument } from '../util/data/parse-yaml.ts'
import type { FrontMatterText } from '../util/text/find-front-matter.ts'

/**
 * Reads front matter as YAML 1.2.
 *
 * @param toPlace place in the input for offsets of the text.
 * @param resolve gives a value its final form: tokens replaced by text.
 */
export function readMetadata(
  text: FrontMatterText | null,
  toPlace: (start: number, end: number) => Place,
  resolve: (value: string) => string,
): Metadata {
  if (!text) return { present: false, entries: {}, problems: [] }
  const document = parseYaml(text.value)
  const at = (range: readonly number[]) =>
    toPlace(text.offset + (range[0] ?? 0), text.offset + (range[1] ?? range[0] ?? 0))
  const problems: MetadataProblem[] = document.errors.map((error) => ({
    reason: error.message,
    place: at(error.pos),
  }))
  const entries: [string, MetadataEntry][] = []
  const plainOf = valuesOf(document, problems, at)
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      const range = (value as { range?: readonly number[] } | null)?.range ??
        (isScalar(key) ? key.range : null) ?? [0, 0]
      const places = isMap(value) ? placesIn(value, at) : undefined
      const place = at(range)
      const reason = 'Unexpected alias of a value that it stands in'
      const onCycle = () => problems.push({ reason, place })
      const json = asJson(plainOf(name, value), { resolve, onCycle, within: [] })
      entries.push([name, { value: json, place, ...(places && { places }) }])
    }
  } else if (document.contents !== null && problems.length === 0) {
    problems.push({
      reason: 'Unexpected front matter that is not a list of “key: value” lines',
      place: at(document.contents.range ?? [0, 0]),
    })
  }
  return {
    present: true,
    entries: Object.fromEntries(entries),
    problems,
    place: toPlace(text.start, text.end),
  }
}

/** The places of the values in a mapping, by JSON pointer. */
function placesIn(node: unknown, at: (range: readonly number[]) => Place): Record<string, Place> {
  const places: [string, Place][] = []
  enter(node, '')
  return Object.fromEntries(places)

  function enter(parent: unknown, pointer: string): void {
    const children = isMap(parent)
      ? parent.items.map(({ key, value }) => ({ name: String(isScalar(key) ? key.value : key), key, value }))
      : isSeq(parent)
        ? parent.items.map((value, index) => ({ name: String(index), key: value, value }))
        : []
    for (const { name, key, value } of children) {
      const path = `${pointer}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`
      const range = (key as { range?: readonly number[] } | null)?.range
      if (range) places.push([path, at(range.slice(0, 2))])
      enter(value, path)
    }
  }
}

/** Returns a function that gives the values of entries as plain data; aliases are resolved once for all of them. */
function valuesOf(
  document: YamlDocument,
  problems: MetadataProblem[],
  at: (range: readonly number[]) => Place,
): (name: string, value: unknown) => unknown {
  let all: Readonly<Record<string, unknown>> | undefined
  return (name, value) => {
    if (!hasAlias(value)) return (value as { toJS?: (of: unknown) => unknown } | null)?.toJS?.(document)
    all ??= resolved()
    return Object.hasOwn(all, name) ? all[name] : null
  }

  /** All values; empty if an alias has no anchor or aliases expand excessively. */
  function resolved(): Readonly<Record<string, unknown>> {
    try {
      return document.toJS() as Readonly<Record<string, unknown>>
    } catch (error) {
      problems.push({ reason: (error as Error).message, place: at(document.contents?.range ?? [0, 0]) })
      return {}
    }
  }
}

function hasAlias(value: unknown): boolean {
  let found = false
  if (isNode(value))
    visit(value, {
      Alias() {
        found = true
        return visit.BREAK
      },
    })
  return found
}

/** The conversion to JSON, and the values around the current one. */
interface ToJson {
  readonly resolve: (value: string) => string
  readonly onCycle: () => void
  readonly within: readonly object[]
}

function asJson(value: unknown, options: ToJson): JsonValue {
  if (typeof value === 'string') return options.resolve(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object') return null
  if (options.within.includes(value)) {
    options.onCycle()
    return null
  }
  const inside = { ...options, within: [...options.within, value] }
  if (Array.isArray(value)) return value.map((each) => asJson(each, inside))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asJson(each, inside)]))
}

/** A front matter value as text; `undefined` if it is missing or not a scalar. */
export function metadataText(metadata: Metadata, key: string): string | undefined {
  const value = Object.hasOwn(metadata.entries, key) ? metadata.entries[key]?.value : undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

const HANDOFF: readonly [keyof Handoff, string][] = [
  ['sourceHash', 'ms.openlocfilehash'],
  ['sourceCommit', 'ms.sourcegitcommit'],
  ['translationType', 'ms.translationtype'],
  ['contentLocale', 'ms.contentlocale'],
  ['lastHandoff', 'ms.lasthandoff'],
  ['fileId', 'ms.locfileid'],
  ['date', 'ms.date'],
]

/** The hand-off that the front matter records for the translation. */
export function handoffOf(metadata: Metadata): Handoff {
  const entries = HANDOFF.map(([field, key]) => [field, metadataText(metadata, key)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
