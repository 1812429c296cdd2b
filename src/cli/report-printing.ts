import type { VFile } from 'vfile'
import type { Io } from './io.ts'

/** Warnings that only printing gives, so that no other command lists them. */
const RULES = new Set(['glyph-missing', 'page-number-missing', 'book-empty'])

/** Prints the findings of printing, one line each. */
export function reportPrinting(files: readonly VFile[], io: Io): void {
  for (const { path, messages } of files) {
    for (const { ruleId, line, column, reason, note } of messages) {
      if (!RULES.has(ruleId ?? '')) continue
      const place = line === undefined ? '' : `:${line}:${column}`
      io.stderr.write(`${path}${place}: ${reason}. ${note ?? ''}\n`)
    }
  }
}
