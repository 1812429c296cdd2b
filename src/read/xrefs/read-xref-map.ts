import type { XrefNames } from '../../model/xref.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { parseYaml, yamlValue } from '../../util/data/parse-yaml.ts'

/** Entry of a DocFX xref map. */
export interface MappedXref {
  readonly names: Partial<XrefNames>
  /** As written, or resolved against the map's base URL. */
  readonly href?: string
}

/** Values by uid; an exact match comes before one that ignores letter case. */
export class XrefTable<Value> {
  readonly #exact = new Map<string, Value>()
  readonly #folded = new Map<string, Value>()

  /** Adds a value; the first value of a uid stays. */
  add(uid: string, value: Value): void {
    if (!this.#exact.has(uid)) this.#exact.set(uid, value)
    const folded = uid.toLowerCase()
    if (!this.#folded.has(folded)) this.#folded.set(folded, value)
  }

  get(uid: string): Value | undefined {
    return this.#exact.get(uid) ?? this.#folded.get(uid.toLowerCase())
  }
}

/**
 * Reads an xref map: `xrefmap.yml` or `xrefmap.json`.
 *
 * @throws if the text is neither YAML nor JSON.
 */
export function readXrefMap(text: string, path: string): XrefTable<MappedXref> {
  const table = new XrefTable<MappedXref>()
  const map: unknown = /\.json$/i.test(path) ? parseJson(text) : yamlValue(parseYaml(text), text)
  if (!isObject(map) || !Array.isArray(map.references)) return table
  const base = typeof map.baseUrl === 'string' ? map.baseUrl : undefined
  for (const reference of map.references) {
    if (!isObject(reference) || typeof reference.uid !== 'string') continue
    const href = typeof reference.href === 'string' ? absolute(reference.href, base) : undefined
    table.add(reference.uid, { names: namesOf(reference), ...(href !== undefined && { href }) })
  }
  return table
}

function namesOf(reference: Readonly<Record<string, unknown>>): Partial<XrefNames> {
  const names = (['name', 'nameWithType', 'fullName'] as const).map((key) => [key, reference[key]] as const)
  return Object.fromEntries(names.filter(([, name]) => typeof name === 'string' && name.trim() !== ''))
}

function absolute(href: string, base: string | undefined): string {
  if (base === undefined || !URL.canParse(href, base)) return href
  return new URL(href, base).href
}
