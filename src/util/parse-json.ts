/** Most levels of arrays and objects in each other: more than anybody writes, and few enough for whoever goes through them. */
const DEEPEST = 200

/**
 * Reads JSON, with or without a byte order mark. Its errors tell a place and quote nothing: the file may be any.
 *
 * @throws where it is not valid, or nested too deeply.
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

/** Counts brackets outside of strings; what is no JSON is found later. */
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

/** The line that an error of V8 is about, as far as it tells: by a position, or by an excerpt. */
function placeOf(text: string, error: unknown): string {
  const { message } = error as Error
  const position = /at position (\d+)/.exec(message)?.[1]
  const excerpt = /, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1]
  const at = position !== undefined ? Number(position) : excerpt ? text.indexOf(excerpt) : -1
  return at < 0 ? '' : `, line ${text.slice(0, at).split('\n').length}`
}
