import type { Element } from 'hast'
import { numberOf } from '../../util/count-of.ts'
import { compare } from '../../util/data/compare.ts'
import { element } from '../element.ts'
import { type ReportedFinding, SEVERITIES } from '../findings.ts'
import type { ReportOptions } from '../reporter.ts'
import type { Summary } from '../summarize.ts'
import { clean } from '../text/words.ts'
import { ruleName, SEVERITY_WORDS } from './html-finding.ts'

/** Table of finding counts by rule, worst first. */
export function ruleTable(summary: Summary, { quiet = false }: ReportOptions): Element {
  const rules = summary.rules
    .filter((rule) => !quiet || rule.errors > 0)
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos)
  const rows = rules.map(({ ruleId, url, errors, warnings, infos, documents }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ruleName(ruleId, url)),
      ...[errors, quiet ? 0 : warnings, quiet ? 0 : infos, documents].map((number) =>
        element('td', {}, number === 0 ? '–' : numberOf(number)),
      ),
    ),
  )
  const header = ['Rule', 'Errors', 'Warnings', 'Hints', 'Documents'].map((name) =>
    element('th', { scope: 'col' }, name),
  )
  return element(
    'div',
    { className: ['scroll'], role: 'region', ariaLabel: 'Findings by rule', tabIndex: 0 },
    element(
      'table',
      {},
      element('caption', {}, 'Findings by rule'),
      element('thead', {}, element('tr', {}, ...header)),
      element('tbody', {}, ...rows),
    ),
  )
}

/** Controls that filter the findings; hidden until the script shows them. */
export function filterForm(findings: readonly ReportedFinding[]): Element {
  return element(
    'form',
    { className: ['filters'], hidden: true, role: 'search', ariaLabel: 'Filter findings' },
    severityField(findings),
    ruleField(findings),
    field(
      'Document',
      element('input', {
        id: 'document',
        type: 'search',
        name: 'document',
        placeholder: 'Part of its path',
        autoComplete: ['off'],
      }),
    ),
    element('output', { ariaLive: 'polite' }),
  )
}

function severityField(findings: readonly ReportedFinding[]): Element {
  const boxes = SEVERITIES.map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return element(
      'label',
      {},
      element('input', { type: 'checkbox', name: 'severity', value: severity, checked: true }),
      `${SEVERITY_WORDS[severity]} (${numberOf(number)})`,
    )
  })
  return element('fieldset', {}, element('legend', {}, 'Severity'), ...boxes)
}

function ruleField(findings: readonly ReportedFinding[]): Element {
  const counts = new Map<string, number>()
  for (const { message } of findings) {
    const id = message.ruleId ?? 'other'
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const options = [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, number]) => element('option', { value: id }, `${clean(id)} (${numberOf(number)})`))
  const all = element('option', { value: '' }, 'All')
  return field('Rule', element('select', { id: 'rule', name: 'rule' }, all, ...options))
}

/** A control below its label. */
function field(name: string, control: Element): Element {
  const label = element('label', { htmlFor: [String(control.properties.id)] }, name)
  return element('div', { className: ['field'] }, label, control)
}
