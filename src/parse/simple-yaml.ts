import type { JsonValue } from '../model/document.ts'

/** An entry of a mapping, with the offsets of its value. */
export interface SimpleEntry {
  readonly key: string
  readonly value: JsonValue
  readonly start: number
  readonly end: number
}

/** A key that means itself: no quotes, no other YAML indicator. */
const KEY = /^([A-Za-z_][\w.:/-]*):(?: +(.*)|)$/
/** Characters of a plain scalar that neither end it nor mean something (YAML 1.2, section 7.3.3). */
const PLAIN = /^[\p{L}\d/(](?:[^\s:#]|\u00A0(?=\S)|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*$/u
const SINGLE_QUOTED = /^'((?:[^'\t]|'')*)'$/
const DOUBLE_QUOTED = /^"([^"\\\t]*)"$/
/** What YAML's core schema reads as something else than text (section 10.3.2). */
const NOT_TEXT =
  /^(?:null|true|false|[-+]?(?:0o[0-7]+|0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|\.inf|\.nan))$/i
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/

/**
 * Reads YAML that is no more than lines with a key and a simple value, or a key and a list of simple values, which front matter mostly
 * is: exactly as a YAML parser reads it, in a tenth of its time.
 *
 * @returns `undefined` for anything else, valid or not.
 */
export function readSimpleYaml(text: string): readonly SimpleEntry[] | undefined {
  if (text.includes('\r')) return undefined
  const entries: SimpleEntry[] = []
  const keys = new Set<string>()
  const lines = text.split('\n')
  let offset = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const start = offset
    offset += line.length + 1
    if (line === '' && at === lines.length - 1) break
    const [, key, rest] = KEY.exec(line) ?? []
    if (key === undefined || keys.has(key)) return undefined
    keys.add(key)
    if (rest !== undefined && rest !== '') {
      const value = readScalar(rest)
      if (value === undefined) return undefined
      entries.push({ key, value, start: start + line.length - rest.length, end: start + line.length })
      continue
    }
    const items: JsonValue[] = []
    const first = offset
    while (lines[at + 1]?.startsWith('- ')) {
      const item = lines[++at]!
      const value = readScalar(item.slice(2))
      if (value === undefined) return undefined
      items.push(value)
      offset += item.length + 1
    }
    if (rest !== undefined || items.length === 0) return undefined
    entries.push({ key, value: items, start: first, end: Math.min(offset, text.length) })
  }
  return entries.length > 0 ? entries : undefined
}

function readScalar(text: string): JsonValue | undefined {
  if (WHOLE_NUMBER.test(text)) return Number(text)
  const quoted = SINGLE_QUOTED.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll("''", "'")
  const plain = DOUBLE_QUOTED.exec(text)?.[1]
  if (plain !== undefined) return plain
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? text : undefined
}
