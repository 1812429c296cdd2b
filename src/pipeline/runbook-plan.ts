import { dirname } from 'node:path'
import { VFile } from 'vfile'
import type { BilingualDocument } from '../model/document.ts'
import { addMessage } from '../model/findings/add-message.ts'
import type { Input } from '../read/input.ts'
import { pathForPeople } from '../read/path-for-people.ts'
import { hasName, NAME_WORDS, namesInSettings, type RunbookName, runbookNames } from '../runbook/names.ts'
import { layerRunbookSetting, type RunbookSetting, readRunbookSetting } from '../runbook/settings.ts'
import { isOverrideFor } from '../validate/engine/document-settings.ts'
import type { CheckOptions } from './options.ts'

/** What the configuration says of runbooks, at work in one run. */
export interface RunbookPlan {
  /** What it says of a document's runbook. */
  settingFor(input: Input, locale: string): RunbookSetting | undefined
  /** Indexes of the names in the configuration that a document has. */
  namesIn(input: Input, document: BilingualDocument): readonly number[]
  /** Takes note of names that a document has. */
  add(names: readonly number[]): void
  /** The configuration, with a message for each name that no document has that it is for; none where all are cached. */
  unknown(): readonly VFile[]
}

/** A part of the configuration that says something of runbooks. */
interface Part {
  /** Where it stands, as people write it. */
  readonly where: string
  readonly setting: RunbookSetting
  readonly isFor: (path: string, locale: string) => boolean
  readonly names: readonly RunbookName[]
}

/** Makes the plan of a run. */
export function createRunbookPlan(
  options: Pick<CheckOptions, 'runbook' | 'overrides' | 'configFile'> & { readonly cwd: string },
): RunbookPlan {
  const { configFile, cwd } = options
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const parts = partsOf(options)
  const names = parts.flatMap((part) => part.names.map((name) => ({ part, name })))
  const found = new Set<number>()
  const pathOf = (input: Input) => pathForPeople(input.absolute, folder)
  return {
    settingFor: (input, locale) =>
      parts
        .filter(({ isFor }) => isFor(pathOf(input), locale))
        .reduce<RunbookSetting | undefined>(
          (under, { setting }) => layerRunbookSetting(under, setting),
          undefined,
        ),
    namesIn(input, document) {
      const asked = names.flatMap(({ part, name }, index) =>
        part.isFor(pathOf(input), document.targetLocale) ? [{ name, index }] : [],
      )
      if (asked.length === 0) return []
      const cached = runbookNames(document)
      return asked.flatMap(({ name, index }) => (hasName(cached, name) ? index : []))
    },
    add(indexes) {
      for (const index of indexes) found.add(index)
    },
    unknown() {
      const path = configFile === undefined ? 'configuration' : pathForPeople(configFile, cwd)
      const file = new VFile({ path, cwd, data: { isDocument: false } })
      for (const [index, { part, name }] of names.entries())
        if (!found.has(index)) report(file, part.where, name)
      return file.messages.length > 0 ? [file] : []
    },
  }
}

function partsOf({ runbook, overrides = [] }: Pick<CheckOptions, 'runbook' | 'overrides'>): readonly Part[] {
  const toPart = (where: string, told: RunbookSetting, isFor: Part['isFor']): Part => {
    const { setting } = readRunbookSetting(told)
    return { where, setting, isFor, names: typeof setting === 'boolean' ? [] : namesInSettings(setting) }
  }
  return [
    ...(runbook === undefined ? [] : [toPart('runbook', runbook, () => true)]),
    ...overrides.flatMap((override, at) =>
      override.runbook === undefined
        ? []
        : [toPart(`overrides[${at}].runbook`, override.runbook, isOverrideFor(override))],
    ),
  ]
}

function report(file: VFile, where: string, { key, name }: RunbookName): void {
  addMessage(file, {
    ruleId: 'runbook-setting',
    severity: 'warning',
    reason: `Unexpected \`${name}\` in \`${where}.${key}\`, expected ${NAME_WORDS[key]} of a document that it is for`,
    note: 'Correct it or remove it; `lockstep inspect FILE --runbook` shows the names that a document has.',
  })
}
