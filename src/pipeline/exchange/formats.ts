import type { ExchangeFile } from '../../exchange/exchange-file.ts'
import { csvFile, csvHead } from '../../exchange/write/csv.ts'
import { poFile, poHead } from '../../exchange/write/po.ts'
import { createTmxWriter } from '../../exchange/write/tmx.ts'
import { xliff1File, xliff1Head, xliff1Tail } from '../../exchange/write/xliff-1.ts'
import { xliff2File, xliff2Head, xliff2Tail } from '../../exchange/write/xliff-2.ts'
import type { ExchangeFormat, ExportOptions } from './exchange-options.ts'

/** Writes one file of one or several documents. */
export interface FileWriter {
  /** @param first the first document of the file. */
  readonly head: (first: ExchangeFile) => string
  readonly document: (file: ExchangeFile) => Iterable<string>
  readonly tail: () => string
}

type WriterOptions = Pick<ExportOptions, 'inline' | 'for' | 'level'>

/** A format of files. */
export interface Format {
  /** Ending of the names of files. */
  readonly suffix: string
  /** Makes a writer for one file. */
  readonly open: (options: WriterOptions) => FileWriter
}

/** The formats by name. */
export const FORMATS: Readonly<Record<ExchangeFormat, Format>> = {
  xliff: {
    suffix: '.xlf',
    open: (options) => ({
      head: xliff1Head,
      document: (file) => xliff1File(file, options),
      tail: xliff1Tail,
    }),
  },
  xliff2: {
    suffix: '.xlf',
    open: () => ({ head: xliff2Head, document: xliff2File, tail: xliff2Tail }),
  },
  tmx: { suffix: '.tmx', open: ({ level }) => createTmxWriter({ level }) },
  csv: { suffix: '.csv', open: () => ({ head: csvHead, document: csvFile, tail: nothing }) },
  po: { suffix: '.po', open: () => ({ head: poHead, document: poFile, tail: nothing }) },
}

function nothing(): string {
  return ''
}
