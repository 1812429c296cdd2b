import { relative, resolve } from 'node:path'
import type { PdfKind } from '../../pipeline/options.ts'
import { print } from '../../pipeline.ts'
import { createProgress } from '../create-progress.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { type BuildFlags, readBuildOptions, reportProblems } from './build.ts'

/** Flags of `lockstep pdf`. */
export interface PdfFlags extends Omit<BuildFlags, 'only' | 'pdf' | 'cache' | 'cacheDir'> {
  readonly page?: boolean
}

/** Runs `lockstep pdf`. */
export async function runPdf(inputs: readonly string[], flags: PdfFlags, io: Io): Promise<ExitCode> {
  const { page, quiet = false, ...others } = flags
  const kind: PdfKind = flags.book ? 'book' : page ? 'page' : 'runbook'
  const progress = createProgress(io, 'Printing', quiet)
  const { cache: _, only: __, pdf: ___, ...options } = await readBuildOptions(inputs, others, io)
  const result = await print({ ...options, kind, onProgress: progress.show }).finally(progress.clear)
  const { errors, hasFailed } = await reportProblems(options, result, io)
  for (const path of quiet ? [] : result.printed) {
    io.stdout.write(`${relative(io.cwd, resolve(options.out, path))}\n`)
  }
  if (result.printed.length === 0 && errors === 0) io.stderr.write(`${NOTHING[kind]}\n`)
  return hasFailed || result.printed.length === 0 ? 1 : 0
}

/** Messages for a run that printed nothing. */
const NOTHING: Readonly<Record<PdfKind, string>> = {
  runbook:
    'Nothing was printed: no document has stages or procedures for a runbook. Pages are printed with --page.',
  book: 'Nothing was printed: no document of the book has stages or procedures for a runbook.',
  page: 'Nothing was printed: no document becomes a page of its own.',
}
