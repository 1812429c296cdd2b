import { VFile } from 'vfile'
import { parseDocument } from '../../src/parse/parse-document.ts'
import type { Finding, Rule } from '../../src/validate/engine/define-rule.ts'

/** A text with the repairs of one rule's findings, from the last to the first. */
export function repair(rule: Rule, text: string): string {
  const fixes: NonNullable<Finding['fix']>[] = []
  const document = parseDocument(new VFile({ path: 'doc.md', value: text }), {
    path: 'doc.md',
    targetLocale: 'fr-FR',
  })
  rule.check?.(document, ({ fix }) => fix && fixes.push(fix), {})
  return fixes
    .toSorted((a, b) => b.place[0] - a.place[0])
    .reduce(
      (done, { place: [start, end], text: right }) => done.slice(0, start) + right + done.slice(end),
      text,
    )
}
