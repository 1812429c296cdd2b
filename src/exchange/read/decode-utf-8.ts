import type { ExchangeProblem } from '../exchange-file.ts'

/**
 * Decodes chunks of UTF-8, with LF for all line breaks and without the byte order mark. Reports bytes of other encodings, and ends there: letters
 * that a program could not save in its legacy code page are lost.
 *
 * @param howToSave what to do about them.
 */
export async function* decodeUtf8(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onProblem: (problem: ExchangeProblem) => void,
  howToSave: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [line, column, isFirst, wasCarriageReturn] = [1, 1, true, false]
  const normalized = (text: string) => {
    const whole = wasCarriageReturn ? `\r${text}` : text
    wasCarriageReturn = whole.endsWith('\r')
    const lines = (wasCarriageReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n')
    advance(lines)
    return lines
  }
  for await (const chunk of chunks) {
    if (isFirst && isUtf16(chunk)) {
      onProblem({ reason: 'Unexpected UTF-16, expected UTF-8', note: howToSave, line: 1, column: 1 })
      return
    }
    isFirst &&= chunk.length === 0
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      advance(new TextDecoder().decode(chunk).split('\uFFFD', 1)[0]!.replace(/\r\n?/g, '\n'))
      report()
      return
    }
    const piece = normalized(text)
    if (piece !== '') yield piece
  }
  try {
    const rest = normalized(decoder.decode()) + (wasCarriageReturn ? '\n' : '')
    if (rest !== '') yield rest
  } catch {
    report()
  }

  function advance(text: string): void {
    const last = text.lastIndexOf('\n')
    if (last < 0) column += text.length
    else {
      line += text.split('\n').length - 1
      column = text.length - last
    }
  }

  function report(): void {
    const note = `${howToSave} Letters of other scripts may be lost already: compare with the exported file.`
    onProblem({ reason: 'Unexpected bytes that are not UTF-8, expected UTF-8', note, line, column })
  }
}

/** Whether bytes begin with a byte order mark of UTF-16, or with an ASCII character in it. */
function isUtf16([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0
}
