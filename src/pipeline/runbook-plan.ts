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

/** The configuration's runbook settings, as one run applies them. */
export interface RunbookPlan {
  /** Setting for a document's runbook. */
  settingFor(input: Input, locale: string): RunbookSetting | undefined
  /** Indexes of the configured names that a document has. */
  namesIn(input: Input, document: BilingualDocument): readonly number[]
  /** Records names that a document has. */
  add(names: readonly number[]): void
  /**
   * The configuration with a message for each name that none of its documents has; empty if there is no such
   * name.
   */
  unknown(): readonly VFile[]
}

/** A part of the configuration with runbook settings. */
interface Part {
  /** Its path in the configuration, as messages show it. */
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
      const present = runbookNames(document)
      return asked.flatMap(({ name, index }) => (hasName(present, name) ? index : []))
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
  const toPart = (where: string, raw: RunbookSetting, isFor: Part['isFor']): Part => {
    const { setting } = readRunbookSetting(raw)
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
    reason: `Unexpected \`${name}\` in \`${where}.${key}\`, expected ${NAME_WORDS[key]} of a document it applies to`,
    note: 'Correct it or remove it; `lockstep inspect FILE --runbook` shows the names that a document has.',
  })
}
