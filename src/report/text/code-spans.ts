/** A piece of a message: text, or code in backquotes. */
export interface MessagePiece {
  readonly text: string
  readonly code: boolean
}

/** Splits the text of a message at its code in backquotes. */
export function codeSpans(text: string): readonly MessagePiece[] {
  const pieces: MessagePiece[] = []
  let end = 0
  for (const match of text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), code: false })
    pieces.push({ text: match[2]!.replace(/^ (.*`.*) $/, '$1'), code: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), code: false })
  return pieces
}
