import { type FoundPlaceholder, isSecret } from './find-placeholders.ts'

/** `POOL_NAME`, and `{pool}`; variables of shells and formats (`$HOME_DIR`, `${x}`, `{0}`) are none. */
const TOKENS =
  /(?<![\w$%{<@-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w}%]|\s*=)|(?<![\w$%@#{\\])\{[A-Za-z][\w -]{0,40}\}(?!\})/g

/** Finds what is a placeholder in a command or a text if the text says so. */
export function findTokens(text: string): readonly FoundPlaceholder[] {
  return [...text.matchAll(TOKENS)].flatMap((match): FoundPlaceholder[] => {
    const [written] = match
    const start = match.index
    if (isSecret(written)) return []
    return [{ start, end: start + written.length, written, name: written.replace(/^\{|\}$/g, '') }]
  })
}

/** Returns the words of an English text that ask to replace a token; `null` if it does not. */
export function requestFor(token: string, prose: string): string | null {
  const at = new RegExp(`(?<![\\w{])${token.replace(/[{}]/g, '\\$&')}(?![\\w}])`, 'g')
  for (const { index } of prose.matchAll(at)) {
    const before = /[^.!?]*$/.exec(prose.slice(Math.max(0, index - 120), index))![0]
    const after = /^[^.!?]*/.exec(prose.slice(index + token.length, index + token.length + 80))![0]
    const isAsked =
      (/\b(?:replac\w+|substitut\w+)\b/i.test(before) && /\b(?:with|by|for)\b/i.test(after)) ||
      /\bsubstitut\w+\b.*\bfor\b/i.test(before) ||
      (/\bwhere\b[^,;]*$/i.test(before) &&
        /^\W{0,3}(?:is|are|represents?|stands? for|specif(?:y|ies)|refers? to)\b/i.test(after)) ||
      /^\W{0,3}(?:is|are) (?:an? |the )?placeholders?\b/i.test(after) ||
      /\bplaceholders?\b\W*$/i.test(before)
    if (isAsked) return `${before}${token}${after}`
  }
  return null
}
