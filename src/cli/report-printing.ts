import type { VFile } from 'vfile'
import type { Io } from './io.ts'

/** Warnings that builds print beside their errors: about printing, which no other command gives, and about navigation. */
const RULES = new Set(['glyph-missing', 'page-number-missing', 'book-empty', 'toc'])

/** Prints these warnings, one line each. */
export function reportPrinting(files: readonly VFile[], io: Io): void {
  for (const { path, messages } of files) {
    for (const { ruleId, fatal, line, column, reason, note } of messages) {
      if (!RULES.has(ruleId ?? '') || fatal === undefined) continue
      const place = line === undefined ? '' : `:${line}:${column}`
      io.stderr.write(`${path}${place}: ${reason}.${note === undefined ? '' : ` ${note}`}\n`)
    }
  }
}
