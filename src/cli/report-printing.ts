import type { VFile } from 'vfile'
import type { Io } from './io.ts'

/** Warnings that only builds give, so that no other command lists them: about printing and tables of contents. */
const RULES = new Set([
  ...['glyph-missing', 'page-number-missing', 'book-empty'],
  ...['toc-unreadable', 'toc-missing', 'toc-cycle'],
])

/** Prints these warnings, one line each. */
export function reportPrinting(files: readonly VFile[], io: Io): void {
  for (const { path, messages } of files) {
    for (const { ruleId, line, column, reason, note } of messages) {
      if (!RULES.has(ruleId ?? '')) continue
      const place = line === undefined ? '' : `:${line}:${column}`
      io.stderr.write(`${path}${place}: ${reason}.${note === undefined ? '' : ` ${note}`}\n`)
    }
  }
}
