import type { JsonValue, Metadata } from '../model/document.ts'
import { isObject } from '../util/is-object.ts'

/** Roles that settings can give a table. */
export type TableRole = 'stage' | 'steps' | 'reference'
/** Roles that settings can give a list. */
export type ListRole = 'steps' | 'reference'

/** Settings that override the automatic choices for a document's runbook. */
export interface RunbookSettings {
  /** Column headers, in the source language, of the stages in order; other columns are not stages. */
  readonly stages?: readonly string[]
  /** Anchors of headings (`#what-to-leave-out`) whose sections the runbook omits. */
  readonly exclude?: readonly string[]
  /** Roles of tables by key (`#outage-occurs`, `#outage-occurs-2`). */
  readonly tables?: Readonly<Record<string, TableRole>>
  /** Roles of lists by key. */
  readonly lists?: Readonly<Record<string, ListRole>>
}

/** Settings of a runbook, or whether to make one. */
export type RunbookSetting = RunbookSettings | boolean

/** A problem in a value given as {@link RunbookSetting}. */
export interface RunbookSettingProblem {
  /** Path in the value: keys and indexes, outermost first. */
  readonly path: readonly (string | number)[]
  readonly actual: unknown
  /** Description of the expected value. */
  readonly expected: string
  /** Known keys or values, for an unknown one. */
  readonly known?: readonly string[]
}

const TABLE_ROLES: readonly TableRole[] = ['stage', 'steps', 'reference']
const LIST_ROLES: readonly ListRole[] = ['steps', 'reference']
const KEYS = ['stages', 'exclude', 'tables', 'lists']

/** Reads a value as a setting. Invalid parts are reported and ignored. */
export function readRunbookSetting(value: unknown): {
  readonly setting: RunbookSetting
  readonly problems: readonly RunbookSettingProblem[]
} {
  if (typeof value === 'boolean') return { setting: value, problems: [] }
  const problems: RunbookSettingProblem[] = []
  if (!isObject(value)) {
    problems.push({ path: [], actual: value, expected: `\`false\`, or any of ${quoted(KEYS)}` })
    return { setting: {}, problems }
  }
  for (const key of Object.keys(value))
    if (!KEYS.includes(key))
      problems.push({ path: [key], actual: key, expected: `one of ${quoted(KEYS)}`, known: KEYS })
  const stages = readTexts('stages', value.stages, 'the header of a column')
  const exclude = readTexts('exclude', value.exclude, 'the anchor of a heading').map(anchorOf)
  const setting: RunbookSettings = {
    ...(stages.length > 0 && { stages }),
    ...(exclude.length > 0 && { exclude }),
    ...(value.tables !== undefined && { tables: readRoles('tables', value.tables, TABLE_ROLES) }),
    ...(value.lists !== undefined && { lists: readRoles('lists', value.lists, LIST_ROLES) }),
  }
  return { setting, problems }

  function readTexts(key: string, list: unknown, what: string): readonly string[] {
    if (list === undefined) return []
    if (!Array.isArray(list)) {
      problems.push({ path: [key], actual: list, expected: 'a list' })
      return []
    }
    return list.flatMap((item: unknown, at) => {
      if (typeof item === 'string' && item.trim() !== '') return item
      problems.push({ path: [key, at], actual: item, expected: what })
      return []
    })
  }

  function readRoles<Role extends string>(
    key: string,
    roles: unknown,
    known: readonly Role[],
  ): Readonly<Record<string, Role>> {
    if (!isObject(roles)) {
      const expected = `keys such as \`"#outage-occurs"\` with one of ${quoted(known)} each`
      problems.push({ path: [key], actual: roles, expected })
      return {}
    }
    const entries = Object.entries(roles).flatMap(([anchor, role]): [string, Role][] => {
      if (known.includes(role as Role)) return [[anchorOf(anchor), role as Role]]
      problems.push({ path: [key, anchor], actual: role, expected: `one of ${quoted(known)}`, known })
      return []
    })
    return Object.fromEntries(entries)
  }
}

/** Reads the setting `runbook` in a document's front matter; `undefined` if it has none. */
export function frontMatterRunbookSetting({ entries }: Metadata): RunbookSetting | undefined {
  const value: JsonValue | undefined = Object.hasOwn(entries, 'runbook') ? entries.runbook?.value : undefined
  return value === undefined ? undefined : readRunbookSetting(value).setting
}

/** Merges two settings: `over` replaces arrays as a whole; tables and lists are merged key by key. */
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
  }
}

function isSettings(setting: RunbookSetting | undefined): setting is RunbookSettings {
  return typeof setting === 'object'
}

/** Adds the optional `#` to an anchor. */
function anchorOf(text: string): string {
  return text.startsWith('#') ? text : `#${text}`
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}
