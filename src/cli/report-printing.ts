import type { VFile } from 'vfile'
import type { Io } from './io.ts'

/** Warnings that only printing gives, so no other command lists them. */
const RULES = new Set(['glyph-missing', 'page-number-missing', 'book-empty'])

/** Tells a person what is wrong with what was printed, a line for each. */
export function reportPrinting(files: readonly VFile[], io: Io): void {
  for (const { path, messages } of files) {
    for (const { ruleId, line, column, reason, note } of messages) {
      if (!RULES.has(ruleId ?? '')) continue
      const place = line === undefined ? '' : `:${line}:${column}`
      io.stderr.write(`${path}${place}: ${reason}. ${note ?? ''}\n`)
    }
  }
}
