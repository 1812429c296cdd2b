import type { ExchangeFile } from '../../exchange/exchange-file.ts'
import { xliff1File, xliff1Head, xliff1Tail } from '../../exchange/write/xliff-1.ts'
import { xliff2File, xliff2Head, xliff2Tail } from '../../exchange/write/xliff-2.ts'
import type { ExportOptions } from './exchange-options.ts'

/** Locales of a file, and the program that writes it. */
export type FileHead = Pick<ExchangeFile, 'sourceLocale' | 'targetLocale' | 'tool'>

/** Writes the documents of one file. */
export interface FileFormat {
  head(): string
  document(file: ExchangeFile): Iterable<string>
  tail(): string
}

type Settings = Pick<ExportOptions, 'format' | 'inline' | 'for' | 'level' | 'machine'>

/** Ending of the names of files. */
export const SUFFIXES: Readonly<Record<NonNullable<ExportOptions['format']>, string>> = {
  xliff: '.xlf',
  xliff2: '.xlf',
  tmx: '.tmx',
  csv: '.csv',
  po: '.po',
}

/** Starts a file. */
export function openFormat(head: FileHead, options: Settings): FileFormat {
  const { format = 'xliff', inline, for: tool } = options
  if (format === 'xliff') {
    const settings = { ...(inline && { inline }), ...(tool && { for: tool }) }
    return { head: xliff1Head, document: (file) => xliff1File(file, settings), tail: xliff1Tail }
  }
  return { head: () => xliff2Head(head), document: xliff2File, tail: xliff2Tail }
}
