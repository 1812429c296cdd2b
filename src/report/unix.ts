import type { VFile } from 'vfile'
import { severityOf } from '../model/findings/severity-of.ts'
import { foldSpace } from '../util/text/fold-space.ts'
import type { ReportOptions } from './reporter.ts'
import { summarize } from './summarize.ts'
import { clean, cleanLines } from './text/words.ts'

/**
 * Formats the messages as compilers do, by path and place: `file:line:column: message [severity/rule]`, a line each and nothing
 * else, for editors and `grep`. A message about a whole file is at `1:1`.
 */
export function unix(files: readonly VFile[], { quiet = false }: ReportOptions = {}): string {
  const lines = summarize(files).files.flatMap(({ path, messages }) =>
    messages
      .filter((message) => !quiet || message.fatal)
      .map((message) => {
        const { reason, ruleId = 'other', line = 1, column = 1 } = message
        return clean(`${path}:${line}:${column}: ${foldSpace(reason)} [${severityOf(message)}/${ruleId}]`)
      }),
  )
  return cleanLines(lines.map((line) => `${line}\n`).join(''))
}
