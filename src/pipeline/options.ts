import type { VFile } from 'vfile'
import type { BookOptions } from '../model/build/book.ts'
import type { PaperSize } from '../model/build/paper.ts'
import type { Work } from '../model/build/work.ts'
import type { BaselineEntry } from '../model/findings/baseline.ts'
import type { StatusReport } from '../model/findings/status.ts'
import type { Suppression } from '../model/findings/suppression.ts'
import type { BilingualLayout, OutputKind } from '../render/context.ts'
import type { RunbookSetting } from '../runbook/settings.ts'
import type { PresetName, RuleOverride, RuleSettings } from '../validate/engine/rule-settings.ts'
import type { WriteCounts } from '../write/create-writer.ts'

/** What a run is at. */
export type Stage =
  | 'find'
  | 'cache'
  | 'read'
  | 'parse'
  | 'check'
  | 'compare'
  | 'prepare'
  | `render ${OutputKind}`
  | 'write'
  | 'print'
  | 'index'
  | 'keep'

/** How documents are read and checked. */
export interface CheckOptions {
  /** Files, folders and globs. */
  readonly inputs: readonly string[]
  /** Folder that relative paths start from; the working folder unless told. */
  readonly cwd?: string
  /** BCP 47 tag of the source side; `en-US` unless told. */
  readonly sourceLocale?: string
  /** BCP 47 tag of the target side; what the front matter or the folders tell unless told. */
  readonly targetLocale?: string
  /** DocFX xref maps (`xrefmap.yml`, `.json`) that tell what uids stand for, besides those of the docset’s folder. */
  readonly xrefMaps?: readonly string[]
  /** Settings of rules to start from; `recommended` unless told. */
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
  /**
   * Absolute path of the configuration: the globs of overrides and suppressions are relative to its folder (to `cwd` unless told), and
   * messages about suppressions name it.
   */
  readonly configFile?: string
  /**
   * Number of threads that read and make documents; unless told one, and for many documents as many as there are processors, up to 8, if
   * these are more than two. The result is the same for any number.
   */
  readonly threads?: number
  /**
   * Folder that keeps what a build or a check did, so that the next one does only what has changed; without it everything is done again.
   * `status` and `inspect` do not use it.
   */
  readonly cache?: string
  /** Called when another stage begins; documents are then processed in one thread. */
  readonly onStage?: (stage: Stage) => void
  /** Called for each document that is read, then for each runbook that is printed. */
  readonly onProgress?: (progress: Progress) => void
}

/** How documents are checked, and which findings are told. */
export interface CheckRunOptions extends CheckOptions {
  /** File with the findings that are known: only new ones are told. */
  readonly baseline?: string
  /** Whether to write what is found now into that file. */
  readonly updateBaseline?: boolean
  /**
   * Repairs in the inputs what has exactly one right answer: `write` changes the files, `preview` only tells what would change; nothing
   * unless told.
   */
  readonly fix?: 'write' | 'preview'
  /** Git revision: only the findings in documents that changed since are told. */
  readonly changedSince?: string
}

/** What can be printed. */
export type PdfKind = 'runbook' | 'page' | 'book'

/** How documents are built. */
export interface BuildOptions extends CheckOptions {
  /** Folder to write to. */
  readonly out: string
  /** BCP 47 tags of the locales to make; all unless told. */
  readonly locales?: readonly string[]
  /** Kinds of output to make; all but `markdown` unless told. */
  readonly only?: readonly OutputKind[]
  /** Folder whose templates and `assets/` take the place of the built-in ones of the same name. */
  readonly templates?: string
  /** Folder whose labels take the place of the built-in ones, key by key. */
  readonly labels?: string
  /** Whether a document that a locale of its docset does not have is made there with the source text; `true` unless told. */
  readonly fallback?: boolean
  /**
   * Whether translations of an earlier source text are shown where the source has changed; `false` unless told: the present source text
   * takes their place.
   */
  readonly staleTranslations?: boolean
  /** Where each runbook of a target locale is also made with the source: under each step, or beside it; none are made unless told. */
  readonly bilingualRunbooks?: BilingualLayout
  /** Whether a book is made of the runbooks of each locale, and of which. */
  readonly book?: boolean | BookOptions
  /** Whether each runbook and book is also printed to PDF, or what is; a browser has to be installed. */
  readonly pdf?: boolean | readonly PdfKind[]
  /** Paper that is printed on; that of each locale's region unless told: Letter or A4. */
  readonly paper?: PaperSize
  /** Path of the browser that prints; unless told `CHROME_PATH`, or the one that is installed. */
  readonly browser?: string
  /** Where the output folder is published: runbooks tell their address there, with a QR code. */
  readonly siteUrl?: string
  /** Where links that start with `/` lead; left as they are unless told. */
  readonly rootUrl?: string
}

/** How documents are printed. */
export interface PrintOptions extends Omit<BuildOptions, 'only' | 'pdf' | 'cache'> {
  /** What is printed of each document; or the book of their runbooks. */
  readonly kind: PdfKind
}

/** How far a run is. */
export interface Progress {
  /** Number of documents, or of printed runbooks, before this one. */
  readonly done: number
  readonly total: number
  /** Path of this document, for people. */
  readonly path: string
}

/** What a run counted. */
export interface RunCounts {
  /** Documents that became a model. */
  documents: number
  /** Units in these documents; those of an included file count where that file itself is read. */
  units: number
}

/** What a run did, counted; the result of a run does not depend on it. */
export interface RunWork extends Readonly<Work> {
  /** Documents, each in all its locales, that were made. */
  readonly groups: number
  /** Documents, each in all its locales, of which the last run's results were taken. */
  readonly documentsCached: number
}

/** What came of checking. */
export interface CheckResult {
  /** The inputs with their messages but without their text, in the order they were read; then files that were refused. */
  readonly files: readonly VFile[]
  readonly counts: Readonly<RunCounts>
  /** Depends on what was done before: on the cache, on the number of threads, on what this process has read earlier. */
  readonly work: RunWork
  /** Number of findings that were suppressed: they are not among the messages. */
  readonly suppressed: number
  /** What was repaired, or would be, if that was asked for. */
  readonly fixed?: readonly FixedFile[]
  /** What became of the baseline, if there is one. */
  readonly baseline?: BaselineResult
  /** Number of findings in documents that did not change, if only changed ones were asked for: they are not among the messages. */
  readonly unchanged?: number
}

/** An input that was repaired, or would be. */
export interface FixedFile {
  /** As messages name it. */
  readonly path: string
  /** Number of repairs. */
  readonly count: number
  /** What changes, as a unified diff. */
  readonly diff: string
}

/** How the findings compare with those of the baseline. */
export interface BaselineResult {
  /** Number of findings that were known: they are not among the messages. */
  readonly known: number
  /** Number of findings that are new. */
  readonly added: number
  /** What was known and is not found any more; `count` is how many. */
  readonly fixed: readonly BaselineEntry[]
  /** Whether the file was brought up to date: then what is new is known from now on, and is not among the messages either. */
  readonly updated: boolean
}

/** What came of counting translations. */
export interface StatusResult extends CheckResult {
  readonly report: StatusReport
}

/** What came of building. */
export interface BuildResult extends CheckResult {
  readonly written: WriteCounts
  /** BCP 47 tags of the locales that were made, sorted. */
  readonly locales: readonly string[]
  /** Paths of the PDFs that were printed, relative to the output folder. */
  readonly printed: readonly string[]
}
