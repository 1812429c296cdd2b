import type { BookOptions } from './model/build/book.ts'
import type { PaperSize } from './model/build/paper.ts'
import type { Suppression } from './model/findings/suppression.ts'
import type { BilingualLayout, OutputKind } from './render/context.ts'
import type { RunbookSetting } from './runbook/settings.ts'
import type { Severity } from './validate/engine/define-rule.ts'
import type { PresetName, RuleOverride, RuleSettings } from './validate/engine/rule-settings.ts'

/** The project's configuration: `lockstep.config.ts`, `.js`, `.mjs` or `.json`. Paths are relative to the file's folder. */
export interface LockstepConfig {
  /** Files, folders and globs to read; `sources` unless told. */
  readonly inputs?: readonly string[]
  /** Folder to write to; `dist` unless told. */
  readonly out?: string
  /** BCP 47 tag of the source side; `en-US` unless told. */
  readonly sourceLocale?: string
  /** BCP 47 tag of the target side; unless told, what the front matter or the folders tell. */
  readonly targetLocale?: string
  /** DocFX xref maps (`xrefmap.yml`, `.json`) that tell where uids lead, besides those of the docset’s folder. */
  readonly xrefMaps?: readonly string[]
  /** BCP 47 tags of the locales to make; all unless told. */
  readonly locales?: readonly string[]
  /** Kinds of output to make; all but `markdown` unless told. */
  readonly only?: readonly OutputKind[]
  /** Folder whose templates and `assets/` take the place of the built-in ones of the same name. */
  readonly templates?: string
  /** Folder whose labels (`<tag>.json`) take the place of the built-in ones, key by key. */
  readonly labels?: string
  /** Settings of rules to start from: `recommended` (unless told), `strict` or `structure`. */
  readonly preset?: PresetName
  /** Rule id to `off` or how bad its findings are, or to an object with that as `severity` and the rule's options. */
  readonly rules?: RuleSettings
  /** Settings of rules for some documents or locales; later ones come before earlier ones. */
  readonly overrides?: readonly RuleOverride[]
  /** What runbooks take for stages and steps, for all documents; `false` where there are to be none. */
  readonly runbook?: RunbookSetting
  /** Findings that are to stay as they are, or the path of a JSON or YAML file with a list of them. */
  readonly suppressions?: readonly Suppression[] | string
  /** Globs of paths relative to the root of a document: hidden files, and resources that the docset excludes, that documents may name. */
  readonly allow?: readonly string[]
  /** Largest document, include or file of code that is read, in MB; 64 unless told. */
  readonly maxFileSize?: number
  /** File with the findings that are known: `lockstep check` fails on new ones only. */
  readonly baseline?: string
  /** Whether a document that a locale does not have is made there with the source text; `true` unless told. */
  readonly fallback?: boolean
  /** Whether translations of an earlier source text are shown where the source has changed; `false` unless told. */
  readonly staleTranslations?: boolean
  /** Folder that keeps what a build did, for the next one; unless told `node_modules/.cache/lockstep`, or a folder in `out`. */
  readonly cacheDir?: string
  /** Whether each runbook of a target locale is also made with the source, `under` each step (so does `true`) or `beside` it; `false` unless told. */
  readonly bilingualRunbooks?: boolean | BilingualLayout
  /** The book of runbooks that is made for each locale: which documents, in which order, under which title; none unless told. */
  readonly book?: boolean | BookOptions
  /** Paper that is printed on: `a4` or `letter`; that of each locale's region unless told. */
  readonly paper?: PaperSize
  /** Where the output folder is published, for example `https://docs.example.com`; runbooks then tell their address, with a QR code. */
  readonly siteUrl?: string
  /** Whether `lockstep build` also prints each runbook, and the book, to PDF; `false` unless told. */
  readonly pdf?: boolean
  /** The program of the browser that prints: Chromium, Chrome or Edge; unless told `CHROME_PATH`, or the one that is installed. */
  readonly browser?: string
  /** Where links that start with `/` lead, for example `https://learn.microsoft.com`; left as they are unless told. */
  readonly rootUrl?: string
  /** The least severity of a finding that makes `lockstep check` fail; `error` unless told. */
  readonly failOn?: Severity
}

/** Gives back the configuration: only there to type it. */
export function defineConfig(config: LockstepConfig): LockstepConfig {
  return config
}
