import { memoize } from '../../util/memoize.ts'
import type { RenderContext } from '../context.ts'
import { safeTag } from '../i18n/locale-chain.ts'

/** A label for the script of a runbook, passed as an attribute `data-<name>`. */
export interface ScriptLabel {
  readonly name: string
  readonly text: string
}

/** Keys of the labels under `runbook` that the script shows; the template shows some of them too. */
const LABELS = [
  'now',
  'allDone',
  'log',
  'exported',
  'progressName',
  'documentPath',
  'contentHash',
  'incident',
  'operator',
  'started',
  'number',
  'step',
  'status',
  'done',
  'notApplicable',
  'initials',
  'time',
  'signOff',
  'remarks',
  'name',
  'signature',
  'dateAndTime',
  'performedBy',
  'checkedBy',
  'print',
  'exportJson',
  'exportMarkdown',
] as const

/** Keys of the labels under `record`. */
const RECORD_LABELS = [
  'outageBegan',
  'outageEnded',
  'values',
  'value',
  'placeholder',
  'show',
  'back',
  'readOnly',
  'history',
  'who',
  'entry',
  'removed',
  'impossibleTime',
  'futureTime',
  'endBeforeBegin',
  'importNothing',
  'importVersion',
  'importInvalid',
] as const

/** Placeholders of the labels under `record` that the script fills, by key. */
const RECORD_SENTENCES = {
  imported: ['number', 'operator', 'time'],
  importOther: ['path'],
  importIncident: ['own', 'theirs'],
  otherVersion: ['hash'],
} as const

/** Keys of the labels under `runbookBranches`. */
const BRANCHES = ['notTaken', 'skipped', 'observed', 'taken', 'questions', 'yes', 'no'] as const

/** Numbers that cover every plural form of every language (CLDR, “Language Plural Rules”: `many` of a million). */
const SAMPLES = [...Array.from({ length: 101 }, (_, number) => number), 1_000_000]

/**
 * The labels for the script of a runbook, which fills their `{name}` placeholders.
 *
 * @param other language of a bilingual runbook: the names of its labels begin with `second-`.
 */
export function scriptLabels(
  context: Pick<RenderContext, 'translate'>,
  locale: string,
  other: { readonly locale: string; readonly dir: string } | null,
): readonly ScriptLabel[] {
  const own = labelsIn(locale, context)
  if (!other) return own
  return [
    ...own,
    { name: 'second-lang', text: other.locale },
    { name: 'second-dir', text: other.dir },
    ...labelsIn(other.locale, context).map(({ name, text }) => ({ name: `second-${name}`, text })),
  ]
}

function labelsIn(locale: string, { translate }: Pick<RenderContext, 'translate'>): readonly ScriptLabel[] {
  const label = (key: string, values?: Record<string, unknown>) => translate(locale, key, values)
  return [
    { name: 'progress', text: label('runbook.progress', { done: '{done}', total: '{total}' }) },
    ...samplesOf(locale).map(([category, count]) => ({
      name: `open-${category}`,
      text: label('runbook.open', { count, number: '{number}' }),
    })),
    { name: 'labelled', text: label('record.labelled', { label: '{label}', value: '{value}' }) },
    ...LABELS.map((key) => ({ name: nameOf(key), text: label(`runbook.${key}`) })),
    ...RECORD_LABELS.map((key) => ({ name: nameOf(key), text: label(`record.${key}`) })),
    ...Object.entries(RECORD_SENTENCES).map(([key, values]) => ({
      name: nameOf(key),
      text: label(`record.${key}`, Object.fromEntries(values.map((value) => [value, `{${value}}`]))),
    })),
    ...BRANCHES.map((key) => ({ name: nameOf(key), text: label(`runbookBranches.${key}`) })),
  ]
}

/** The attribute name of a label: its key in kebab case, but `path` for `documentPath`. */
function nameOf(key: string): string {
  if (key === 'documentPath') return 'path'
  return key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
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
