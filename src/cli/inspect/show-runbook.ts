import type { RunbookDecision, RunbookRole } from '../../runbook/decision.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import type { ExplainedRunbook } from '../../runbook/explain-runbook.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { clean, wrap } from './text-layout.ts'
import type { View } from './view.ts'

/** Labels of the roles. */
const ROLES: Readonly<Record<RunbookRole, string>> = {
  stages: 'stage table',
  steps: 'steps',
  prerequisites: 'prerequisites',
  results: 'expected results',
  failure: 'text on failures',
  part: 'part of the enclosing block',
  reference: 'reference',
  'left-out': 'left out',
}

/** Values of settings that select a role. */
const VALUES: Readonly<Partial<Record<RunbookRole, string>>> = {
  stages: 'stage',
  steps: 'steps',
  reference: 'reference',
}

const INDENT = '    '

/** Shows what each table and list became in the runbook, why, and which setting changes that. */
export function showRunbook({ runbook, reason, decisions }: ExplainedRunbook, view: View): string {
  const own = decisions.filter(({ became }) => became !== 'part')
  const parts = decisions.length - own.length
  const sections = folded(own)
  const lines = [
    `${view.colors.bold('Runbook')}  ${summaryOf(runbook, reason)}`,
    ...sections.flatMap(({ decision, others }) => ['', ...showDecision(decision, others, view)]),
    '',
    ...(parts > 0
      ? [`Not shown: ${countOf(parts, 'list')} and tables inside these or inside notes; --json has them.`]
      : []),
    'Settings go under “runbook” in the front matter or the configuration; see https://github.com/lockstep-docs/lockstep/blob/main/docs/runbooks.md.',
  ]
  return `${lines.join('\n')}\n`
}

/** Counts the sections of the runbook. */
function summaryOf(runbook: Runbook | null, reason: string | null): string {
  if (!runbook) return `none: ${reason ?? 'the settings disable it'}`
  const count = (type: Runbook['sections'][number]['type']) =>
    runbook.sections.filter((section) => section.type === type).length
  return [countOf(count('stage'), 'stage'), countOf(count('procedure'), 'procedure')].join(', ')
}

/** A decision, and how many tables and lists of its section it also holds for. */
interface FoldedDecision {
  readonly decision: RunbookDecision
  others: number
}

/** Folds tables and lists that are left out into the section that they are left out with. */
function folded(decisions: readonly RunbookDecision[]): readonly FoldedDecision[] {
  const shown: FoldedDecision[] = []
  for (const decision of decisions) {
    const last = shown.at(-1)
    const isSame =
      last?.decision.part === 'section' &&
      decision.part !== 'section' &&
      decision.became === 'left-out' &&
      decision.became === last.decision.became &&
      decision.reason === last.decision.reason
    if (isSame) last.others++
    else shown.push({ decision, others: 0 })
  }
  return shown
}

function showDecision(decision: RunbookDecision, others: number, { colors, width }: View): string[] {
  const { part, became, reason, place, include, headings } = decision
  const file = include === undefined ? '' : `${include}:`
  const at = place ? `${file}${place.start.line}:${place.start.column}` : '–'
  const role = VALUES[became] && became !== 'reference' ? colors.green(ROLES[became]) : ROLES[became]
  const inIt = others === 1 ? 'the list or table' : `${numberOf(others)} lists and tables`
  const also = others > 0 ? [`also ${inIt} in it`] : []
  const notes = [clean(reason), ...also, ...settingsFor(decision)]
  return [
    `${colors.bold(part)} ${colors.dim(at)} ${clean(headings.at(-1) ?? '')} → ${role}`,
    ...notes.flatMap((note) => wrap(note, width - INDENT.length)).map((line) => INDENT + colors.dim(line)),
  ]
}

/** Suggests a setting that changes the decision. */
function settingsFor({ part, key, became }: RunbookDecision): readonly string[] {
  if (part === 'section') return key === '#' ? [] : settingsForSection(key, became)
  if (became === 'left-out') return []
  const values = part === 'table' ? ['stage', 'steps', 'reference'] : ['steps', 'reference']
  const others = values.filter((value) => value !== VALUES[became])
  return [`to change this: ${part}s: { "${key}": ${others.join(' or ')} }`]
}

/** Suggests settings for a section. */
function settingsForSection(key: string, became: RunbookRole): readonly string[] {
  const current: Readonly<Partial<Record<RunbookRole, string>>> = {
    'left-out': 'exclude',
    steps: 'steps',
    stages: 'steps',
    reference: 'reference',
  }
  const others = ['steps', 'reference', 'exclude'].filter((value) => value !== current[became])
  return [`to change this: sections: { "${key}": ${others.join(' or ')} }`]
}
