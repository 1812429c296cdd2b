import type { ExchangeProblem, ReturnedFile, ReturnedText } from '../../src/exchange/exchange-file.ts'
import type { ExchangeHandlers, ExchangeReader } from '../../src/exchange/read/exchange-reader.ts'

/** What a reader makes of a text. */
export interface Reading {
  readonly files: readonly ReturnedFile[]
  readonly problems: readonly ExchangeProblem[]
  readonly complete: boolean
}

/** Reads a text in pieces. */
export function readWith(
  create: (handlers: ExchangeHandlers) => ExchangeReader,
  text: string | Iterable<string>,
  piece = 1000,
): Reading {
  const files: ReturnedFile[] = []
  const problems: ExchangeProblem[] = []
  const reader = create({
    onFile: (file) => files.push(file),
    onProblem: (problem) => problems.push(problem),
  })
  if (typeof text !== 'string') for (const each of text) reader.write(each)
  else for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece))
  const { complete } = reader.end()
  return { files, problems, complete }
}

/** The signature of a text as a tool returned it, to compare with that of a text of a document. */
export function signatureOfReturned(text: ReturnedText | null | undefined): string | null {
  if (!text) return null
  return JSON.stringify(text.map((part) => (typeof part === 'string' ? part : [part.type, Number(part.id)])))
}
