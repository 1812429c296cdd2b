import { foldSpace } from '../../util/text/fold-space.ts'

/** Puts text in typographic quotes, shortened so that a message stays on one line. */
export function quote(text: string, limit = 60): string {
  return `“${shorten(text, limit)}”`
}

/** Puts markup in as many backticks as it needs, shortened so that a message stays on one line. */
export function quoteMarkup(markup: string, limit = 80): string {
  const short = shorten(markup, limit)
  const longest = Math.max(0, ...[...short.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${short} ${fence}` : `${fence}${short}${fence}`
}

function shorten(text: string, limit: number): string {
  const folded = foldSpace(text.slice(0, limit * 4))
  const characters = Array.from(folded)
  return characters.length > limit
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : folded
}

/** Lists things in a sentence: `a`, `a and b`, `a, b and c`; beyond `limit`, only the number of the rest. */
export function enumerate(things: readonly string[], limit = 5): string {
  if (things.length > limit) {
    return `${things.slice(0, limit).join(', ')} and ${things.length - limit} more`
  }
  const last = things.at(-1) ?? ''
  return things.length > 1 ? `${things.slice(0, -1).join(', ')} and ${last}` : last
}
