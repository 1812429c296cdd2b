/** Maximum nesting of arrays and objects: more than anybody writes, and few enough for recursive functions. */
const DEEPEST = 200

/**
 * Parses JSON, with or without a byte order mark.
 *
 * @throws if it is invalid or nested too deeply. The message has the line but quotes nothing: the file can be
 * secret.
 */
export function parseJson(text: string): unknown {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (isDeep(bare)) throw new Error(`it is nested in more than ${DEEPEST} levels`)
  try {
    return JSON.parse(bare)
  } catch (error) {
    throw new Error(`it is not valid JSON${placeOf(bare, error)}`)
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

/** The line of a V8 syntax error, from the position or excerpt in its message; empty if it has neither. */
function placeOf(text: string, error: unknown): string {
  const { message } = error as Error
  const position = /at position (\d+)/.exec(message)?.[1]
  const excerpt = /, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1]
  const at = position !== undefined ? Number(position) : excerpt ? text.indexOf(excerpt) : -1
  return at < 0 ? '' : `, line ${text.slice(0, at).split('\n').length}`
}
