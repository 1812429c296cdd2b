import * as v from 'valibot'
import type { JsonValue, Metadata } from '../model/document.ts'
import { isObject } from '../util/data/is-object.ts'
import { choice, fields, type Problem, problemsOf, table, text } from '../util/data/schema.ts'

/** Roles that settings can give a table. */
export type TableRole = 'stage' | 'steps' | 'reference'
/** Roles that settings can give a list. */
export type ListRole = 'steps' | 'reference'
/** Roles that settings can give a section. */
export type SectionRole = 'steps' | 'reference' | 'exclude'

const TABLE_ROLES = ['stage', 'steps', 'reference'] as const satisfies readonly TableRole[]
const LIST_ROLES = ['steps', 'reference'] as const satisfies readonly ListRole[]
const SECTION_ROLES = ['steps', 'reference', 'exclude'] as const satisfies readonly SectionRole[]

/** An object with a role for each key. */
function roles<const Role extends string>(known: readonly Role[]) {
  const words = `keys such as \`"#outage-occurs"\` with one of ${known.map((role) => `\`${role}\``).join(', ')} each`
  return v.exactOptional(table(v.string(), choice(known), words))
}

const settingsSchema = fields(
  {
    /** Source texts of the column headers that are stages, in order; other columns are not stages. */
    stages: v.exactOptional(v.pipe(v.array(text('the header of a column'), 'a list'), v.readonly())),
    /** Anchors of headings (`#what-to-leave-out`) whose sections the runbook omits. */
    exclude: v.exactOptional(v.pipe(v.array(text('the anchor of a heading'), 'a list'), v.readonly())),
    /** Roles of tables by key (`#outage-occurs`, `#outage-occurs-2`). */
    tables: roles(TABLE_ROLES),
    /** Roles of lists by key. */
    lists: roles(LIST_ROLES),
    /** Roles of sections by the anchor of their heading: steps, text that stays in sight, or left out. */
    sections: roles(SECTION_ROLES),
  },
  '`false`, or any of `stages`, `exclude`, `tables`, `lists`, `sections`',
)

/** Schema of a runbook setting. */
export const runbookSettingSchema = v.union(
  [v.boolean(), settingsSchema],
  '`false`, or any of `stages`, `exclude`, `tables`, `lists`, `sections`',
)

/** Settings that override the automatic detection of a document's runbook. */
export type RunbookSettings = v.InferOutput<typeof settingsSchema>

/** Settings of a runbook, or whether to make one at all. */
export type RunbookSetting = v.InferOutput<typeof runbookSettingSchema>

/** Reads a value as a setting. Invalid parts are reported and ignored. */
export function readRunbookSetting(value: unknown): {
  readonly setting: RunbookSetting
  readonly problems: readonly Problem[]
} {
  if (typeof value === 'boolean') return { setting: value, problems: [] }
  const problems = problemsOf(settingsSchema, value)
  if (!isObject(value)) return { setting: {}, problems }
  const wrong = new Set(problems.map(({ path }) => JSON.stringify(path)))
  const isRight = (...path: (string | number)[]) => !wrong.has(JSON.stringify(path))
  const texts = (key: 'stages' | 'exclude'): string[] => {
    const all: unknown = value[key]
    return Array.isArray(all) ? all.filter((_, at) => isRight(key, at)) : []
  }
  const rolesIn = <Role>(key: 'tables' | 'lists' | 'sections') =>
    Object.fromEntries(
      Object.entries(isObject(value[key]) ? value[key] : {}).flatMap(([anchor, role]) =>
        isRight(key, anchor) ? [[anchorOf(anchor), role as Role]] : [],
      ),
    )
  const [stages, exclude] = [texts('stages'), texts('exclude').map(anchorOf)]
  const setting: RunbookSettings = {
    ...(stages.length > 0 && { stages }),
    ...(exclude.length > 0 && { exclude }),
    ...(value.tables !== undefined && { tables: rolesIn<TableRole>('tables') }),
    ...(value.lists !== undefined && { lists: rolesIn<ListRole>('lists') }),
    ...(value.sections !== undefined && { sections: rolesIn<SectionRole>('sections') }),
  }
  return { setting, problems }
}

/** Reads the setting `runbook` in a document's front matter; `undefined` if it has none. */
export function frontMatterRunbookSetting({ entries }: Metadata): RunbookSetting | undefined {
  const value: JsonValue | undefined = Object.hasOwn(entries, 'runbook') ? entries.runbook?.value : undefined
  return value === undefined ? undefined : readRunbookSetting(value).setting
}

/** Merges two settings: `over` replaces arrays as a whole; tables, lists and sections are merged key by key. */
export function layerRunbookSetting(
  under: RunbookSetting | undefined,
  over: RunbookSetting | undefined,
): RunbookSetting {
  if (over === undefined) return under ?? true
  if (typeof over === 'boolean') return over && isSettings(under) ? under : over
  if (!isSettings(under)) return over
  return {
    ...under,
    ...over,
    ...((under.tables || over.tables) && { tables: { ...under.tables, ...over.tables } }),
    ...((under.lists || over.lists) && { lists: { ...under.lists, ...over.lists } }),
    ...((under.sections || over.sections) && { sections: { ...under.sections, ...over.sections } }),
  }
}

function isSettings(setting: RunbookSetting | undefined): setting is RunbookSettings {
  return typeof setting === 'object'
}

/** Adds the optional `#` to an anchor. */
function anchorOf(text: string): string {
  return text.startsWith('#') ? text : `#${text}`
}
