import { memoize } from '../../util/memoize.ts'
import { safeTag } from '../i18n/locale-chain.ts'
import type { PageScope } from '../page/page-scope.ts'

/** A label for the script of a runbook, passed as an attribute `data-<name>`. */
export interface ScriptLabel {
  readonly name: string
  readonly text: string
}

/** Labels by attribute name; those of the form itself are in the template. */
const LABELS = {
  now: 'now',
  'all-done': 'allDone',
  log: 'log',
  exported: 'exported',
  'progress-name': 'progressName',
  path: 'documentPath',
  'content-hash': 'contentHash',
  incident: 'incident',
  operator: 'operator',
  started: 'started',
  number: 'number',
  step: 'step',
  status: 'status',
  done: 'done',
  'not-applicable': 'notApplicable',
  initials: 'initials',
  time: 'time',
  'sign-off': 'signOff',
  remarks: 'remarks',
  name: 'name',
  signature: 'signature',
  'date-and-time': 'dateAndTime',
  'performed-by': 'performedBy',
  'checked-by': 'checkedBy',
  print: 'print',
  'export-json': 'exportJson',
  'export-markdown': 'exportMarkdown',
} as const

/** Labels of the record, by attribute name. */
const RECORD_LABELS = {
  'outage-began': 'outageBegan',
  'outage-ended': 'outageEnded',
  values: 'values',
  value: 'value',
  placeholder: 'placeholder',
  show: 'show',
  back: 'back',
  'read-only': 'readOnly',
  history: 'history',
  who: 'who',
  entry: 'entry',
  removed: 'removed',
  'impossible-time': 'impossibleTime',
  'future-time': 'futureTime',
  'end-before-begin': 'endBeforeBegin',
  'import-nothing': 'importNothing',
  'import-version': 'importVersion',
  'import-invalid': 'importInvalid',
} as const

/** Labels of the record with placeholders, which the script fills. */
const RECORD_SENTENCES = {
  imported: { name: 'imported', values: ['number', 'operator', 'time'] },
  'import-other': { name: 'importOther', values: ['path'] },
  'import-incident': { name: 'importIncident', values: ['own', 'theirs'] },
  'other-version': { name: 'otherVersion', values: ['hash'] },
} as const

/** Labels of branches by attribute name. */
const BRANCHES = {
  'not-taken': 'notTaken',
  skipped: 'skipped',
  observed: 'observed',
  taken: 'taken',
  questions: 'questions',
  yes: 'yes',
  no: 'no',
} as const

/** Numbers that cover every plural form of every language (CLDR, “Language Plural Rules”: `many` of a million). */
const SAMPLES = [...Array.from({ length: 101 }, (_, number) => number), 1_000_000]

/** The labels for the script of a runbook, which fills their `{name}` placeholders. */
export function scriptLabels({ label, locale }: Pick<PageScope, 'label' | 'locale'>): readonly ScriptLabel[] {
  return [
    { name: 'progress', text: label('runbook.progress', { done: '{done}', total: '{total}' }) },
    ...samplesOf(locale).map(([category, count]) => ({
      name: `open-${category}`,
      text: label('runbook.open', { count, number: '{number}' }),
    })),
    { name: 'labelled', text: label('record.labelled', { label: '{label}', value: '{value}' }) },
    ...Object.entries(LABELS).map(([name, key]) => ({ name, text: label(`runbook.${key}`) })),
    ...Object.entries(BRANCHES).map(([name, key]) => ({ name, text: label(`runbookBranches.${key}`) })),
    ...Object.entries(RECORD_LABELS).map(([name, key]) => ({ name, text: label(`record.${key}`) })),
    ...Object.entries(RECORD_SENTENCES).map(([name, { name: key, values }]) => ({
      name,
      text: label(`record.${key}`, Object.fromEntries(values.map((value) => [value, `{${value}}`]))),
    })),
  ]
}

/** A sample number for each plural form of a language, by the form's name. */
const samplesOf = memoize((locale: string): readonly (readonly [string, number])[] => {
  const rules = new Intl.PluralRules(safeTag(locale))
  const samples = new Map<string, number>()
  for (const number of SAMPLES) {
    const category = rules.select(number)
    if (!samples.has(category)) samples.set(category, number)
  }
  return [...samples]
})
