import type { XrefNames } from '../../model/xref.ts'

/**
 * A segment of the uid of a namespace, type or member (`List`, `#ctor`, `IEnumerable{T}`), with its number of type
 * parameters.
 */
const SEGMENT = /^([\p{L}_$#][\p{L}\p{N}_$#@-]*)((?:\{.*\})?)(?:(`{1,2})(\d{1,2}))?$/u
/** Maximum length of a uid to parse; signatures have a few hundred characters. */
const LONGEST = 1000
const TYPE_PARAMETER = /^(`{1,2})(\d{1,2})$/

/**
 * Derives names from the uid of an API, in DocFX's style (`System.Collections.Generic.List`1.Add(`0)` is
 * `Add(T)`); any other uid is its own name.
 */
export function namesOfUid(uid: string): XrefNames {
  const isOverload = uid.endsWith('*') && !uid.endsWith('(*')
  const bare = isOverload ? uid.slice(0, -1) : uid
  const open = bare.indexOf('(')
  const close = bare.lastIndexOf(')')
  const head = open < 0 ? bare : bare.slice(0, open)
  const segments = splitOutside(head, '.')
  if (uid.length > LONGEST || segments.length < 2 || !segments.every((segment) => SEGMENT.test(segment)))
    return { name: bare, nameWithType: bare, fullName: bare }
  const written = segments.map(segmentName)
  const last = segments.at(-1)!
  const isConstructor = /^#c?ctor\b/.test(last)
  const own = isConstructor ? written.at(-2)! : written.at(-1)!
  const parameters = (full: boolean) =>
    open < 0 ? '' : parametersOf(bare.slice(open + 1, close < open ? undefined : close), full)
  // A number of type parameters without a parameter list belongs to a type.
  const isType = open < 0 && !isOverload && /[^`]`\d+$/.test(last)
  const type = written.slice(0, -1).join('.')
  const name = own + parameters(false)
  return {
    name,
    nameWithType: isType ? name : `${written.at(-2)!}.${name}`,
    fullName: `${type}.${own}${parameters(true)}`,
  }
}

/**
 * Formats a segment: type parameters in angle brackets, plain names of operators and explicit interface
 * implementations.
 */
function segmentName(segment: string): string {
  const [, name = segment, types = '', , count] = SEGMENT.exec(segment) ?? []
  const plain = name.replace(/^op_/, '').split('#').slice(-2).join('.').replace(/^\./, '')
  if (types !== '') return plain + typeArguments(types, false)
  return count === undefined ? plain : `${plain}<${typeParameters(Number(count))}>`
}

function typeParameters(count: number): string {
  return count === 1 ? 'T' : Array.from({ length: count }, (_, at) => `T${at + 1}`).join(',')
}

function parametersOf(text: string, full: boolean): string {
  const count = text === '' ? [] : splitOutside(text, ',')
  // Only the type parameters in use show whether there are several.
  const isSeveral = /`[1-9]/.test(text)
  return `(${count.map((each) => typeName(each, full, isSeveral)).join(', ')})`
}

/** Formats a type in a parameter list: `System.Collections.Generic.IEnumerable{System.String}[]`. */
function typeName(written: string, full: boolean, isSeveral = /`[1-9]/.test(written)): string {
  const [, text = '', suffix = ''] = /^(.*?)((?:\[[\d:,]*\]|[*@^])*)$/s.exec(written.trim()) ?? []
  const arrays = suffix.replace(/[@^]/g, '').replace(/\d*:\d*/g, '')
  const parameter = TYPE_PARAMETER.exec(text)
  if (parameter) return `T${isSeveral ? Number(parameter[2]) + 1 : ''}${arrays}`
  const segments = splitOutside(text, '.').map((segment) => {
    const brace = segment.indexOf('{')
    return brace < 0
      ? segment.replace(/`+\d+$/, '')
      : segment.slice(0, brace) + typeArguments(segment.slice(brace), full, isSeveral)
  })
  return (full ? segments.join('.') : segments.at(-1)!) + arrays
}

function typeArguments(braces: string, full: boolean, isSeveral?: boolean): string {
  const inner = braces.slice(1, -1)
  return `<${splitOutside(inner, ',')
    .map((each) => typeName(each, full, isSeveral))
    .join(',')}>`
}

/** Splits a text at a character outside all brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if ('{[('.includes(character)) depth++
    else if ('}])'.includes(character)) depth--
    else if (character === separator && depth <= 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}
