import stringWidth from 'string-width'

/** A text in lines of at most so many columns; longer words stay whole, as paths and addresses do, but not those of East Asian scripts. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const add = (piece: string, separator: string) => {
    const longer = line === '' ? piece : `${line}${separator}${piece}`
    if (line !== '' && stringWidth(longer) > columns) {
      lines.push(line)
      line = piece
    } else line = longer
  }
  for (const word of text.split(' ')) {
    if (
      stringWidth(word) <= columns ||
      !/\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}/u.test(word)
    )
      add(word, ' ')
    else for (const [index, character] of Array.from(word).entries()) add(character, index === 0 ? ' ' : '')
  }
  return [...lines, line].map((each) => each.trimEnd())
}
