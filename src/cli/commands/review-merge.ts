import { mergeReviews } from '../../pipeline.ts'
import { clean, toJson } from '../../report/text/words.ts'
import { countOf } from '../../util/count-of.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

/** Flags of `lockstep review merge`. */
export interface ReviewMergeFlags {
  readonly base?: string
  readonly outputFile?: string
  readonly quiet?: boolean
}

/** Runs `lockstep review merge`. Contradictions are kept, so that they are no failure. */
export async function runReviewMerge(
  inputs: readonly string[],
  { base, outputFile, quiet = false }: ReviewMergeFlags,
  io: Io,
): Promise<ExitCode> {
  const { files, decisions, contradictions } = await mergeReviews({
    inputs,
    cwd: io.cwd,
    ...(base !== undefined && { base }),
    ...(outputFile !== undefined && { output: outputFile }),
  })
  if (outputFile === undefined) for (const file of files) io.stdout.write(`${toJson(file, 2)}\n`)
  if (quiet) return 0
  for (const own of contradictions) {
    const [{ path, target }] = own as [(typeof own)[number]]
    io.stderr.write(clean(`Contradicting decisions in ${path} on: ${target ?? ''}`.replace(/\s+/g, ' ')))
    io.stderr.write('\n')
    for (const { reviewer = '?', state, suggestion, comment } of own) {
      const said = [state, suggestion && `suggests: ${suggestion}`, comment].filter(Boolean).join(', ')
      io.stderr.write(`  ${clean(`${reviewer}: ${said}`.replace(/\s+/g, ' '))}\n`)
    }
  }
  const summary = `${countOf(decisions, 'decision')}, ${countOf(contradictions.length, 'contradiction')}`
  io.stderr.write(`${summary}\n`)
  return 0
}
