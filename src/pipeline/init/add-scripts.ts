import { isObject } from '../../util/data/is-object.ts'
import { offsetInJson } from '../../util/data/locate-json.ts'
import { parseJson } from '../../util/data/parse-json.ts'

/** A `package.json` with scripts that it did not have. */
export interface AddedScripts {
  readonly text: string
  /** Names of the new scripts. */
  readonly names: readonly string[]
}

/**
 * Adds scripts to the text of a `package.json`; no other byte of it changes, and no script is replaced.
 *
 * @throws {JsonError} if it is not JSON.
 */
export function addScripts(text: string, scripts: Readonly<Record<string, string>>): AddedScripts {
  const value = parseJson(text)
  const known = isObject(value) ? value.scripts : undefined
  const isWritable = isObject(value) && (known === undefined || isObject(known))
  const names = isWritable
    ? Object.keys(scripts).filter((name) => !(known && Object.hasOwn(known, name)))
    : []
  if (names.length === 0) return { text, names }
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  '
  const lines = names.map(
    (name) => `${indent}${indent}${JSON.stringify(name)}: ${JSON.stringify(scripts[name])}`,
  )
  const added = lines.join(`,${end}`)
  if (known) {
    const isEmpty = Object.keys(known).length === 0
    return {
      text: insertInside(text, ['scripts'], `${end}${added}${isEmpty ? `${end}${indent}` : ','}`),
      names,
    }
  }
  const isEmpty = Object.keys(value as object).length === 0
  const entry = `${end}${indent}"scripts": {${end}${added}${end}${indent}}${isEmpty ? end : ','}`
  return { text: insertInside(text, [], entry), names }
}

/** Inserts a text directly after the opening brace of an object. */
function insertInside(text: string, path: readonly string[], inserted: string): string {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const at = mark + offsetInJson(text.slice(mark), path) + 1
  return text.slice(0, at) + inserted + text.slice(at)
}
