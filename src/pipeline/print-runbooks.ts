import type { VFile } from 'vfile'
import { addMessage } from '../model/add-message.ts'
import type { Printer } from '../print/open-printer.ts'
import { KnownError } from '../util/known-error.ts'
import { readAhead } from '../util/read-ahead.ts'
import { reasonOf } from '../util/reason-of.ts'
import type { Writer } from '../write/create-writer.ts'
import type { BuildOptions } from './options.ts'

/** Number of pages that are printed at once: more do not make it faster, and each takes memory. */
const AT_ONCE = 2

/** What runbooks are printed with. */
export interface PrintOptions extends Pick<BuildOptions, 'onProgress'> {
  readonly printer: Printer
  readonly writer: Writer
}

/**
 * Prints runbooks that were written and writes their PDFs beside them. One that cannot be printed becomes a message on its document.
 *
 * @param runbooks the files that take the messages of each, by path of the HTML.
 * @returns whether all could be printed.
 * @throws {KnownError} where the browser cannot be started.
 */
export async function printRunbooks(
  runbooks: ReadonlyMap<string, VFile>,
  { printer, writer, onProgress }: PrintOptions,
): Promise<boolean> {
  const failed: string[] = []
  let done = 0
  try {
    const pages = [...runbooks.keys()]
    for await (const [path, pdf] of readAhead(pages, AT_ONCE, (page) => printOne(page, printer))) {
      onProgress?.({ done: done++, total: pages.length, path })
      // No other page can be printed either.
      if (pdf instanceof KnownError) throw pdf
      try {
        if (pdf instanceof Error) throw pdf
        writer.write(path.replace(/\.html$/, '.pdf'), pdf, path)
      } catch (error) {
        failed.push(path)
        tell(runbooks.get(path)!, error)
      }
    }
  } finally {
    await printer.close()
  }
  return failed.length === 0
}

/** The PDF of a page, or why there is none. */
async function printOne(path: string, printer: Printer): Promise<Uint8Array | Error> {
  try {
    return await printer.print(path)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function tell(file: VFile, error: unknown): void {
  addMessage(file, {
    ruleId: 'document-failed',
    severity: 'error',
    reason: `This document could not be printed: ${reasonOf(error)}`,
    ...(error instanceof Error && { cause: error }),
  })
}
