/**
 * Inline codes of Markdown and HTML: code, tags, the end of a link with its address, character references,
 * alert keywords, and runs of emphasis marks. A comment contains no start of another one: comments that do not end would take quadratic time.
 */
export const INLINE_CODE =
  /(?<!`)(`+)(?!`)[^\n]*?[^`]\1(?!`)|<\/?[a-z][^<>]*>|<!--(?:(?!<!--)[\s\S])*?-->|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|&(?:[a-z]\w{1,30}|#\d{1,7}|#x[\da-f]{1,6});|\[![A-Z]+\]|\*{1,3}|~~/gi

// The same everywhere: the language decides little, since scripts without spaces are split by dictionaries.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Splits a text into words, punctuation and white space, losslessly: by the word boundaries of Unicode (UAX #29),
 * which know the words of scripts without spaces, with each inline code as one token.
 */
export function wordTokens(text: string): string[] {
  const tokens: string[] = []
  let end = 0
  for (const { 0: code, index } of text.matchAll(INLINE_CODE)) {
    addWords(text.slice(end, index), tokens)
    tokens.push(code)
    end = index + code.length
  }
  addWords(text.slice(end), tokens)
  return tokens
}

function addWords(text: string, tokens: string[]): void {
  if (text === '') return
  for (const { segment } of segmenter.segment(text)) tokens.push(segment)
}
