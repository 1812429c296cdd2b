import type { BuildResult, CheckResult } from '../pipeline/options.ts'
import type { Timer } from './create-timer.ts'
import type { Io } from './io.ts'

/** Formats of `--timing`. */
export type TimingFormat = 'table' | 'json'

/** The counters of a run. */
type Counted = Pick<CheckResult, 'work'> & Partial<Pick<BuildResult, 'written'>>

/** Prints the time of each stage of a run and its work counters. */
export function reportTiming(timer: Timer, result: Counted, format: TimingFormat, io: Io): void {
  const times = timer.times()
  if (format === 'json') {
    const { work, written } = result
    io.stderr.write(`${JSON.stringify({ ...times, work, ...(written && { written }) })}\n`)
    return
  }
  const stages = [...times.stages, { stage: 'all', milliseconds: times.milliseconds, share: 1 }]
  for (const { stage, milliseconds, share } of stages)
    io.stderr.write(
      `${stage.padEnd(16)} ${`${milliseconds.toFixed(0)} ms`.padStart(10)} ${`${(share * 100).toFixed(0)}%`.padStart(5)}\n`,
    )
  for (const [name, ...values] of workRows(result))
    io.stderr.write(`${name.padEnd(16)} ${values.join(', ')}\n`)
}

function workRows({ work, written }: Counted): readonly (readonly [string, ...string[]])[] {
  return [
    [
      'documents',
      `${work.documents} read`,
      `${work.bodiesShared} of them with the structure of another translation`,
      `${work.documentsCached} of ${work.groups + work.documentsCached} from the cache`,
    ],
    ['Markdown texts', `${work.markdownNative} read natively`, `${work.markdownRemark} by remark`],
    [
      'inline markup',
      `${work.inlineKnown} known`,
      `${work.inlineNative} texts of segments read natively`,
      `${work.inlineRemark} by remark`,
      `${work.inlineHtml} by the HTML parser`,
    ],
    ['raw HTML', `${work.rawParsed} trees read by the HTML parser`],
    ['HTML documents', `${work.htmlPages} by the HTML parser`],
    ['filled', `${work.skeletonsFilled} skeletons`, `${work.tablesFilled} tables`],
    ...(written ? [['written', `${written.changed} files`, `${written.bytes} bytes`] as const] : []),
  ]
}
