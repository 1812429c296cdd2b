/**
 * Prints written pages.
 *
 * Runbooks are printed after all are written, because the browser needs them and their style sheet on disk; until then only their paths are
 * kept. Three are printed at once, each in a page of the browser that is reused for the next. The browser runs no scripts, is offline, and cannot
 * open files outside the output folder. A runbook that cannot be printed becomes a message on its document, and the cache does not keep such a build.
 * Only documents whose HTML or images changed, or whose PDFs are not as written, are printed again (`cached-prints.ts`). `playwright-core`
 * is optional: without it, or without a browser, `--pdf` ends before anything is made. `lockstep pdf` builds into a temporary folder and
 * keeps the PDFs.
 */

import { addMessage } from '../../model/findings/add-message.ts'
import type { Printer } from '../../print/open-printer.ts'
import type { PrintedPage } from '../../print/page-printer.ts'
import { paperOf } from '../../render/i18n/paper-size.ts'
import { readAhead } from '../../util/read-ahead.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import type { Writer } from '../../write/create-writer.ts'
import type { BuildOptions } from '../options.ts'
import { createGlyphReport } from './glyph-report.ts'
import type { PrintJob } from './print-job.ts'

/** Number of pages printed at once: more are hardly faster (`npm run bench:pdf`), and each takes memory. */
const AT_ONCE = 3

/** What is needed to print pages. */
export interface PrinterSettings extends Pick<BuildOptions, 'onProgress' | 'paper' | 'maxFileSize'> {
  readonly cwd: string
  readonly printer: Printer
  readonly writer: Writer
}

/** Result of printing. */
export interface PrintResult {
  /** Paths of the PDFs relative to the output folder, in the order of the pages. */
  readonly paths: readonly string[]
  /** Whether all pages were printed. */
  readonly complete: boolean
}

/** Path of the PDF of a page. */
export function pdfPath(path: string): string {
  return path.replace(/\.html$/, '.pdf')
}

/**
 * Prints written pages and writes the PDFs beside them. Pages that cannot be printed and characters that no
 * font has become messages.
 *
 * @throws {UserError} if the browser cannot start.
 */
export async function printPdfs(
  jobs: readonly PrintJob[],
  { printer, writer, onProgress, paper, ...options }: PrinterSettings,
): Promise<PrintResult> {
  const paths: string[] = []
  const glyphs = createGlyphReport(options)
  const print = (job: PrintJob) => printOne(job, printer, paper)
  try {
    for await (const [job, printed] of readAhead(jobs, AT_ONCE, print)) {
      onProgress?.({ done: paths.length, total: jobs.length, path: job.path })
      // No other page can be printed either.
      if (printed instanceof UserError) throw printed
      try {
        if (printed instanceof Error) throw printed
        const { pdf, missing, unnumbered } = printed
        writer.write(pdfPath(job.path), pdf, job.path)
        paths.push(pdfPath(job.path))
        if (missing.length > 0) await glyphs.report(job, missing)
        if (unnumbered > 0) reportUnnumbered(job, unnumbered)
      } catch (error) {
        reportFailure(job, error)
      }
    }
  } finally {
    await printer.close()
  }
  return { paths, complete: paths.length === jobs.length }
}

/** The PDF of a page, or the error that prevents it. */
async function printOne(
  { path, locale }: PrintJob,
  printer: Printer,
  paper: PrinterSettings['paper'],
): Promise<PrintedPage | Error> {
  try {
    return await printer.print(path, paperOf(locale, paper))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function reportFailure({ file }: PrintJob, error: unknown): void {
  addMessage(file, {
    ruleId: 'document-failed',
    severity: 'error',
    reason: `This document could not be printed: ${reasonOf(error)}`,
    ...(error instanceof Error && { cause: error }),
  })
}

function reportUnnumbered({ file }: PrintJob, count: number): void {
  addMessage(file, {
    ruleId: 'page-number-missing',
    severity: 'warning',
    reason: `${count} page numbers of the table of contents could not be determined, so they are left out`,
    note: 'The browser may be too new or too old: Chromium 131 or later is known to work.',
  })
}
