/** Characters that a line may have. */
const WIDTH = 110

/** A value as JSON to be compared line by line: what fits stands on one line. */
export function prettyJson(value: unknown, indent = ''): string {
  const short = JSON.stringify(value)
  if (indent.length + short.length <= WIDTH || typeof value !== 'object' || value === null) return short
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((each) => inner + prettyJson(each, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => `${inner}${JSON.stringify(key)}: ${prettyJson(each, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}
