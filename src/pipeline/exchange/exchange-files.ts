import type { ExchangeFile } from '../../exchange/exchange-file.ts'
import type { CollectedFile } from '../../write/collected-file.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { ExportOptions } from './exchange-options.ts'
import { type FileFormat, openFormat, SUFFIXES } from './formats.ts'

/** Writes documents into files for translation tools. */
export interface ExchangeFiles {
  /** @param path of the document's own file, without its ending. */
  write(path: string, file: ExchangeFile): void
  /** Completes files of several documents. */
  finish(): void
}

/** A file that takes the documents of a locale. */
interface Bundle {
  readonly format: FileFormat
  readonly file: CollectedFile
}

/** Opens the files of an export: one for each document, or one for each locale. */
export function openFiles(writer: Writer, options: ExportOptions): ExchangeFiles {
  const suffix = SUFFIXES[options.format ?? 'xliff']
  const bundles = new Map<string, Bundle>()
  return {
    write(path, file) {
      if (options.bundle) {
        const { format, file: collected } = bundleOf(file)
        for (const piece of format.document(file)) collected.append(piece)
        return
      }
      const format = openFormat(file, options)
      const pieces = [format.head(), ...format.document(file), format.tail()]
      writer.write(path + suffix, pieces.join(''), file.path)
    },
    finish() {
      for (const { format, file } of bundles.values()) {
        file.append(format.tail())
        file.finish()
      }
    },
  }

  function bundleOf(file: ExchangeFile): Bundle {
    const { targetLocale } = file
    const known = bundles.get(targetLocale)
    if (known) return known
    const format = openFormat(file, options)
    const bundle = { format, file: writer.collect(targetLocale + suffix, targetLocale) }
    bundle.file.append(format.head())
    bundles.set(targetLocale, bundle)
    return bundle
  }
}
