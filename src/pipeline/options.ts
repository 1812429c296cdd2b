import type { VFile } from 'vfile'
import type { BookOptions } from '../model/build/book.ts'
import type { PaperSize } from '../model/build/paper.ts'
import type { SiteOptions } from '../model/build/site.ts'
import type { Work } from '../model/build/work.ts'
import type { BaselineEntry } from '../model/findings/baseline.ts'
import type { StatusReport } from '../model/findings/status.ts'
import type { Suppression } from '../model/findings/suppression.ts'
import type { Plugin } from '../plugin.ts'
import type { BilingualLayout } from '../render/context.ts'
import type { OutputKind } from '../render/output-kinds.ts'
import type { RunbookSetting } from '../runbook/settings.ts'
import type { PresetName, RuleOverride, RuleSettings } from '../validate/engine/rule-settings.ts'
import type { WriteCounts } from '../write/create-writer.ts'

/** The stage that a run is in. */
export type Stage =
  | 'find'
  | 'cache'
  | 'read'
  | 'parse'
  | 'check'
  | 'compare'
  | 'export'
  | 'prepare'
  | `render ${OutputKind}`
  | 'write'
  | 'site'
  | 'search'
  | 'print'
  | 'index'
  | 'keep'

/** Options for reading and checking documents. */
export interface CheckOptions {
  /** Files, folders and globs. */
  readonly inputs: readonly string[]
  /** Folder that relative paths start from. Default: the working folder. */
  readonly cwd?: string
  /** BCP 47 tag of the source side. Default: `en-US`. */
  readonly sourceLocale?: string
  /** BCP 47 tag of the target side if neither front matter nor folders name one. */
  readonly targetLocale?: string
  /** DocFX xref maps (`xrefmap.yml`, `.json`) that resolve uids, besides those in the docset’s folder. */
  readonly xrefMaps?: readonly string[]
  /**
   * Your own rules, outputs, helpers and labels. With `configFile` they are those of that file: threads load it, and the cache
   * depends on its modules. Without it, a run with plugins has one thread and no cache.
   */
  readonly plugins?: readonly Plugin[]
  /** Rule settings to start from. Default: `recommended`. */
  readonly preset?: PresetName
  /**
   * Preset of the checks whose findings at warning or above runbooks mark. Default: `preset`; in builds, which check only
   * structure by default, that of `check`.
   */
  readonly runbookPreset?: PresetName
  /** By rule id: `off`, a severity, or an object with a `severity` and the rule's options. */
  readonly rules?: RuleSettings
  /** Rule settings for some documents or locales; later ones win. */
  readonly overrides?: readonly RuleOverride[]
  /** How to recognize stages and steps of runbooks in all documents; `false` makes no runbooks. */
  readonly runbook?: RunbookSetting
  /** Findings to ignore, or the path of a JSON or YAML file that lists them. */
  readonly suppressions?: readonly Suppression[] | string
  /**
   * Globs, relative to a document's root, of hidden files and excluded resources that documents may refer to.
   */
  readonly allow?: readonly string[]
  /** Largest document, include or code file to read, in MB. Default: 64. */
  readonly maxFileSize?: number
  /** Path of the docset on its published site, such as `/microsoftteams`. Default: as `docfx.json` says. */
  readonly publishedPath?: string
  /**
   * Absolute path of the configuration. Messages about suppressions name it, and the globs of overrides and
   * suppressions are relative to its folder. Default: globs are relative to `cwd`.
   */
  readonly configFile?: string
  /**
   * Number of threads that read and make documents; the result is the same for any number. Default: 1; for
   * many documents on 3 or more processors, one per processor, at most 8.
   */
  readonly threads?: number
  /**
   * Folder that stores the results of a build or check, so that the next one redoes only what has changed.
   * Default: no cache. `status` and `inspect` do not use it.
   */
  readonly cache?: string
  /** Called at the start of each stage; documents are then processed in one thread. */
  readonly onStage?: (stage: Stage) => void
  /** Called for each document that is read, then for each page that is printed. */
  readonly onProgress?: (progress: Progress) => void
}

/** Where the results of documents come from, if other runs have made them. */
export interface ShardsOptions {
  /**
   * Folders of the shards that hold them, or folders of such folders: see `makeShard`. There is no cache then. Default: this run makes them.
   */
  readonly shards?: readonly string[]
}

/** Options for checking documents, and for choosing which findings to show. */
export interface CheckRunOptions extends CheckOptions, ShardsOptions {
  /**
   * Folder of the docset that the inputs are a part of: they are checked together with it, so that their findings are the same as
   * in a check of the whole. Default: `within`, else the inputs are the whole.
   */
  readonly root?: string
  /** Files, folders and globs, such as those of a configuration, that do for documents named one by one what `root` does. */
  readonly within?: readonly string[]
  /** File of accepted findings: only new ones are shown. */
  readonly baseline?: string
  /** Whether to write the current findings to that file. */
  readonly updateBaseline?: boolean
  /**
   * Whether to repair findings with exactly one right answer: `write` changes the inputs, `preview` only
   * returns the changes. Default: no repairs.
   */
  readonly fix?: 'write' | 'preview'
  /** Git revision: shows only findings in documents that have changed since, or that link to files that have. */
  readonly changedSince?: string
}

/** Something that can be printed. */
export type PdfKind = 'runbook' | 'page' | 'book'

/** Options for building documents. */
export interface BuildOptions extends CheckOptions, ShardsOptions {
  /** Folder to write to. */
  readonly out: string
  /** BCP 47 tags of the locales to make. Default: all. */
  readonly locales?: readonly string[]
  /** Kinds of output to make; `search` needs `page`. Default: all but `markdown`, and those of plugins. */
  readonly only?: readonly OutputKind[]
  /** Folder with templates and `assets/` that replace the built-in ones of the same name. */
  readonly templates?: string
  /** Folder with labels that replace the built-in ones, key by key. */
  readonly labels?: string
  /** Whether to show the source text in locales that lack a document. Default: `true`. */
  readonly fallback?: boolean
  /**
   * Whether to show translations of an earlier source text instead of the current source text. Default:
   * `false`.
   */
  readonly staleTranslations?: boolean
  /** Layout of additional runbooks that show the source under or beside each step. Default: none are made. */
  readonly bilingualRunbooks?: BilingualLayout
  /**
   * Whether to also make each table in both languages as HTML, Markdown and CSV, and in all locales as HTML. Default:
   * `false`.
   */
  readonly bilingualTables?: boolean
  /** Whether to make a book of each locale's runbooks, and from which documents. */
  readonly book?: boolean | BookOptions
  /** Whether, or what, to print to PDF; `true` prints runbooks and books. Needs an installed browser. */
  readonly pdf?: boolean | readonly PdfKind[]
  /** Paper to print on. Default: the paper of each locale's region, Letter or A4. */
  readonly paper?: PaperSize
  /** Path of the browser that prints. Default: `CHROME_PATH`, else an installed one. */
  readonly browser?: string
  /** Whether pages are `<path>/index.html` and their URLs end with `<path>/`. Default: `false`. */
  readonly cleanUrls?: boolean
  /** Path of the output folder on its server, such as `/docs`. Default: that of `siteUrl`, else `/`. */
  readonly base?: string
  /**
   * Public URL of the output folder: pages name their address there, a sitemap lists them, and runbooks show theirs with a
   * QR code.
   */
  readonly siteUrl?: string
  /** Name and look of the site. */
  readonly site?: SiteOptions
  /**
   * Base URL for links that start with `/`, and for links to documents that are not in the build; `{locale}` is the
   * locale of the page in lower case. Default: such links stay as written.
   */
  readonly rootUrl?: string
}

/** Options for printing documents. */
export interface PrintOptions extends Omit<BuildOptions, 'only' | 'pdf' | 'cache' | 'shards'> {
  /** What to print of each document, or the book of their runbooks. */
  readonly kind: PdfKind
}

/** How far a run has come. */
export interface Progress {
  /** Number of documents, or of printed pages, before this one. */
  readonly done: number
  readonly total: number
  /** Path of this document or page, for people. */
  readonly path: string
}

/** Totals of a run. */
export interface RunCounts {
  /** Documents with a model. */
  documents: number
  /** Units in these documents; units of an included file count only if that file is itself an input. */
  units: number
}

/** Work counters of a run; its result does not depend on them. */
export interface RunWork extends Readonly<Work> {
  /** Documents, each in all its locales, that were processed. */
  readonly groups: number
  /** Documents, each in all its locales, that came from the cache. */
  readonly documentsCached: number
  /** Pages whose text was indexed for search; absent if nothing is indexed. */
  readonly pagesIndexed?: number
}

/** Result of a check. */
export interface CheckResult {
  /** The inputs with their messages but without their text, in reading order; then rejected files. */
  readonly files: readonly VFile[]
  readonly counts: Readonly<RunCounts>
  /** Work counters; they depend on the cache, the number of threads and what this process read earlier. */
  readonly work: RunWork
  /** Number of suppressed findings, which are not among the messages. */
  readonly suppressed: number
  /** Files that were repaired, or would be, if `fix` is set. */
  readonly fixed?: readonly FixedFile[]
  /** Comparison with the baseline, if there is one. */
  readonly baseline?: BaselineResult
  /** Number of findings in unchanged documents, which are not among the messages; set with `changedSince`. */
  readonly unchanged?: number
}

/** An input that was repaired, or would be. */
export interface FixedFile {
  /** Path, as in messages. */
  readonly path: string
  /** Number of repairs. */
  readonly count: number
  /** The changes as a unified diff. */
  readonly diff: string
}

/** Comparison of the findings with the baseline. */
export interface BaselineResult {
  /** Number of known findings, which are not among the messages. */
  readonly known: number
  /** Number of new findings. */
  readonly added: number
  /** Known findings that no longer occur; their `count` is how many. */
  readonly fixed: readonly BaselineEntry[]
  /**
   * Whether the file was updated: the new findings are then known from now on, and not among the messages
   * either.
   */
  readonly updated: boolean
}

/** Result of counting translations. */
export interface StatusResult extends CheckResult {
  readonly report: StatusReport
}

/** Result of a build. */
export interface BuildResult extends CheckResult {
  readonly written: WriteCounts
  /** BCP 47 tags of the locales that were made, sorted. */
  readonly locales: readonly string[]
  /** Paths of the PDFs that were printed, relative to the output folder. */
  readonly printed: readonly string[]
  /** Name of the package or program whose absence leaves a gap in the output; absent if there is no gap. */
  readonly missing?: string
}
