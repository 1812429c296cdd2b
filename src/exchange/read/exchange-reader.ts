import type { ExchangeProblem, ReturnedFile } from '../exchange-file.ts'

/** Reads a file that came back, in pieces of any size. */
export interface ExchangeReader {
  /** Takes the next piece of its text; does nothing after a fault. */
  write(chunk: string): void
  /** Ends the text. */
  end(): ReadingResult
}

/** What takes the parts of a file as they are read. */
export interface ExchangeHandlers {
  readonly onFile: (file: ReturnedFile) => void
  readonly onProblem: (problem: ExchangeProblem) => void
}

/** How reading ended. */
export interface ReadingResult {
  /** Whether the file was read to its end without a fault; otherwise nothing of it is to be trusted. */
  readonly complete: boolean
}
