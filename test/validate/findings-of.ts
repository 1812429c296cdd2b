import { VFile } from 'vfile'
import { parseDocument } from '../../src/parse/parse-document.ts'
import type { Finding, Rule, RuleContext } from '../../src/validate/engine/define-rule.ts'

/** What one rule finds in a document of a locale. */
export function findingsOf(
  rule: Rule,
  text: string,
  targetLocale = 'fr-FR',
  context: RuleContext = {},
): readonly Finding[] {
  const file = new VFile({ path: 'doc.md', value: `${text}\n` })
  const findings: Finding[] = []
  rule.check!(
    parseDocument(file, { path: 'doc.md', targetLocale }),
    (finding) => findings.push(finding),
    context,
  )
  return findings
}
