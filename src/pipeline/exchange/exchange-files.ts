import type { ExchangeFile } from '../../exchange/exchange-file.ts'
import { memoize } from '../../util/memoize.ts'
import type { CollectedFile } from '../../write/collected-file.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { ExportOptions } from './exchange-options.ts'
import { FORMATS } from './formats.ts'

/** Writes documents into files for translation tools. */
export interface ExchangeFiles {
  /** @param path of the document's own file, without its ending. */
  write(path: string, file: ExchangeFile): void
  /** Completes files of several documents. */
  finish(): void
}

/** Opens the files of an export: one for each document, or one for each locale. */
export function openFiles(writer: Writer, options: ExportOptions): ExchangeFiles {
  const { suffix, open } = FORMATS[options.format ?? 'xliff']
  const ends: (() => void)[] = []
  const bundleOf = memoize((locale: string) => {
    const file = writer.collect(locale + suffix, locale)
    const { head, document, tail } = open(options)
    ends.push(() => {
      file.append(tail())
      file.finish()
    })
    let hasHead = false
    return (exported: ExchangeFile) => {
      if (!hasHead) file.append(head(exported))
      hasHead = true
      append(file, document(exported))
    }
  })
  return {
    write(path, file) {
      if (options.bundle) {
        bundleOf(file.targetLocale)(file)
        return
      }
      const { head, document, tail } = open(options)
      writer.write(path + suffix, [head(file), ...document(file), tail()].join(''), file.path)
    },
    finish() {
      for (const end of ends) end()
    },
  }
}

function append(file: CollectedFile, pieces: Iterable<string>): void {
  for (const piece of pieces) file.append(piece)
}
