/** Maximum nesting of arrays and objects: more than anybody writes, and few enough for recursive functions. */
const DEEPEST = 200

/** A text that is not JSON. */
export class JsonError extends Error {
  /** Offset of the problem in the text without a byte order mark; `undefined` if unknown. */
  readonly offset: number | undefined

  constructor(message: string, offset?: number) {
    super(message)
    this.offset = offset
  }
}

/**
 * Parses JSON, with or without a byte order mark.
 *
 * @throws {JsonError} if it is invalid or nested too deeply. The message has the line but quotes nothing: the file can be
 * secret.
 */
export function parseJson(text: string): unknown {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (isDeep(bare)) throw new JsonError(`it is nested in more than ${DEEPEST} levels`)
  try {
    return JSON.parse(bare)
  } catch (error) {
    const at = offsetOf(bare, error)
    const line = at === undefined ? '' : `, line ${bare.slice(0, at).split('\n').length}`
    throw new JsonError(`it is not valid JSON${line}`, at)
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c]

/** Counts brackets outside strings; `JSON.parse` finds invalid syntax later. */
function isDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++)
        if (text.charCodeAt(at) === BACKSLASH) at++
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}

/** Characters that V8 quotes before an unexpected one. */
const QUOTED_BEFORE = 10

/** The offset of a V8 syntax error, from the position or excerpt in its message; `undefined` if it has neither. */
function offsetOf(text: string, error: unknown): number | undefined {
  const { message } = error as Error
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  if (message.startsWith('Unexpected end')) return text.length
  const [, cut, excerpt] = /, (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? []
  const at = excerpt ? text.indexOf(excerpt) : -1
  return at < 0 ? undefined : at + (cut ? QUOTED_BEFORE : 0)
}
