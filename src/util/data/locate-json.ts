/** A place in JSON: keys and indexes, outermost first. */
export type JsonPath = readonly (string | number)[]

/** An object or array that is open. */
interface Frame {
  /** Keys so far; `null` in an array. */
  readonly keys: Set<string> | null
  /** Key or index of the next value. */
  name: string | number
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s{}[\],:"]+/g

/**
 * Walks through valid JSON.
 *
 * @param onValue receives each value's path, which the next call changes, and its offset.
 * @param onDoubledKey receives each key that its object has already, and its offset.
 */
export function walkJson(
  text: string,
  onValue: (path: JsonPath, offset: number) => void,
  onDoubledKey: (key: string, offset: number) => void,
): void {
  const frames: Frame[] = []
  const path: (string | number)[] = []
  let isKeyNext = false
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const frame = frames.at(-1)
    if (token === '}' || token === ']') {
      frames.pop()
      path.length = Math.max(0, frames.length - 1)
      isKeyNext = false
    } else if (token === ',') {
      if (frame?.keys) isKeyNext = true
      else if (frame) frame.name = (frame.name as number) + 1
    } else if (isKeyNext && frame?.keys) {
      const key = JSON.parse(token) as string
      if (frame.keys.has(key)) onDoubledKey(key, index)
      frame.keys.add(key)
      frame.name = key
      isKeyNext = false
    } else {
      if (frame) path[frames.length - 1] = frame.name
      path.length = frames.length
      onValue(path, index)
      if (token !== '{' && token !== '[') continue
      frames.push({ keys: token === '{' ? new Set() : null, name: token === '{' ? '' : 0 })
      isKeyNext = token === '{'
    }
  }
}

/** Offset of a value in valid JSON, or of the nearest value around it that exists. */
export function offsetInJson(text: string, wanted: JsonPath): number {
  let found = 0
  let depth = -1
  walkJson(
    text,
    (path, offset) => {
      if (path.length <= depth || path.length > wanted.length) return
      if (!path.every((name, at) => name === wanted[at])) return
      found = offset
      depth = path.length
    },
    () => {},
  )
  return found
}
