import type { ReviewOptions } from '../../pipeline/review/review-options.ts'
import { applyReview } from '../../pipeline.ts'
import { clean, cleanLines } from '../../report/text/words.ts'
import { countOf } from '../../util/count-of.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

/** Runs `lockstep review --apply`. Suggestions that are refused stay in the files of decisions, and are no failure. */
export async function runReviewApply(
  options: ReviewOptions,
  { dryRun = false, quiet = false }: { readonly dryRun?: boolean; readonly quiet?: boolean },
  io: Io,
): Promise<ExitCode> {
  const { fixed, refused } = await applyReview(options, dryRun ? 'preview' : 'write')
  if (dryRun) io.stdout.write(cleanLines(fixed.map(({ diff }) => diff).join('')))
  for (const { path, line, column, reason, suggestion } of refused) {
    const place = [path, line, column].filter((part) => part !== undefined).join(':')
    io.stderr.write(`${clean(`${place}: not written: ${reason}: ${suggestion}`.replace(/\s+/g, ' '))}\n`)
  }
  if (quiet) return 0
  const count = fixed.reduce((sum, file) => sum + file.count, 0)
  const stream = dryRun ? io.stderr : io.stdout
  stream.write(
    `${countOf(count, 'suggestion')} in ${countOf(fixed.length, 'file')} ${dryRun ? 'would be ' : ''}written, ${refused.length} refused.\n`,
  )
  return 0
}
