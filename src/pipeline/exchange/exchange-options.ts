import type { VFile } from 'vfile'
import type { ExchangeUnit } from '../../exchange/exchange-file.ts'
import type { WriteCounts } from '../../write/create-writer.ts'
import type { CheckOptions, CheckResult } from '../options.ts'

/** A format of files for translation tools. */
export type ExchangeFormat = 'xliff' | 'xliff2' | 'tmx' | 'csv' | 'po'

/** Options for writing units to files for translation tools. */
export interface ExportOptions extends Omit<CheckOptions, 'cache' | 'threads'> {
  /** Folder to write to. It must not contain the inputs. */
  readonly out: string
  /** Whether to replace files in it that were edited after an earlier export, or are not from one. Default: they are refused. */
  readonly force?: boolean
  /** `xliff` is 1.2, `xliff2` is 2.0. Default: `xliff`. */
  readonly format?: ExchangeFormat
  /** Whether to write one file for each locale instead of one for each document and locale. Default: `false`. */
  readonly bundle?: boolean
  /** BCP 47 tags of the target locales to export. Default: all. */
  readonly locales?: readonly string[]
  /** Whether to check the documents, and add the findings of each unit to its notes. Default: `false`. */
  readonly findings?: boolean
  /** Exports only units with findings of at least this severity, and includes `findings`. */
  readonly minSeverity?: 'error' | 'warning' | 'info'
  /**
   * An earlier version of the inputs: a git revision, or a folder if the input is one folder. Exports only units that are new or have
   * another text, with their texts of that version.
   */
  readonly onlyChanged?: string
  /** Folder of the files of reviewers' decisions, relative to `cwd`. Default: `reviews`. */
  readonly decisions?: string
  /** For `tmx`: whether to include translations by a machine. Default: `true`. */
  readonly machine?: boolean
  /** For `tmx`: 2 includes the inline codes. Default: 1. */
  readonly level?: 1 | 2
  /** For `xliff`: elements of inline codes, those with the markup in them or those that stand for it. Default: `bpt`. */
  readonly inline?: 'bpt' | 'gx'
  /** For `xliff`: the tool that will read the files. Default: `generic`. */
  readonly for?: 'omegat' | 'weblate' | 'generic'
}

/** Number of units by state, and of those that are locked among them. */
export type ExportedUnits = Readonly<Record<ExchangeUnit['state'] | 'locked', number>>

/** Number of units that were not exported, by reason. */
export interface LeftOutUnits {
  /** Only markup: no text that a translator could translate. */
  readonly textless: number
  /** No source text. */
  readonly sourceless: number
  /** Neither text has changed, with `onlyChanged`. */
  readonly unchanged: number
  /** Translated by a machine, without `machine`. */
  readonly machine: number
  /** No finding of the severity, with `minSeverity`. */
  readonly sound: number
}

/** Result of an export. */
export interface ExportResult extends CheckResult {
  /** Documents, each in one locale, with units that were exported. */
  readonly documents: number
  readonly units: ExportedUnits
  readonly leftOut: LeftOutUnits
  /** BCP 47 tags of the locales that were exported, sorted. */
  readonly locales: readonly string[]
  /** Files that could not be read or exported, with their messages. */
  readonly failed: readonly VFile[]
  readonly written: WriteCounts
}
