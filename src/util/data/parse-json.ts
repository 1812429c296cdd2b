/** Maximum nesting of arrays and objects: more than anybody writes, and few enough for recursive functions. */
const DEEPEST = 200

/** A text that is not JSON. */
export class JsonError extends Error {
  /** The problem without its place. */
  readonly what: string
  /** Offset of the problem in the text without a byte order mark; `undefined` if unknown. */
  readonly offset: number | undefined

  constructor(what: string, text: string, offset?: number) {
    super(offset === undefined ? what : `${what}, line ${text.slice(0, offset).split('\n').length}`)
    this.what = what
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
  const bare = withoutMark(text)
  if (isDeep(bare)) throw new JsonError(`it is nested in more than ${DEEPEST} levels`, bare)
  try {
    return JSON.parse(bare)
  } catch (error) {
    throw new JsonError('it is not valid JSON', bare, offsetOf(bare, error as Error))
  }
}

/** A text without a byte order mark at its start. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
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

/** The offset of a V8 syntax error. */
function offsetOf(text: string, error: Error): number {
  const position = positionIn(error)
  if (position !== undefined) return position
  // Of an unexpected token V8 says only what is around it: it ends the shortest text that nothing can complete.
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBeginning(text.slice(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether more text could make JSON of a text. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const { message } = error as Error
    return /^Unexpected end|^Unterminated string/.test(message) || positionIn(error as Error) === text.length
  }
}

function positionIn({ message }: Error): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : Number(position)
}
