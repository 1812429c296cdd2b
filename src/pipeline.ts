import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { Shard, ShardKind, ShardPlan } from './model/build/shard.ts'
import type { BilingualDocument } from './model/document.ts'
import { areAllNamed } from './pipeline/are-all-named.ts'
import { buildPresets } from './pipeline/build-presets.ts'
import type { BuiltSite } from './pipeline/built-site.ts'
import { openRunCache } from './pipeline/cache/run-cache.ts'
import type { DevOptions, DevSession } from './pipeline/dev/dev-options.ts'
import { groupInputs } from './pipeline/document/document-inputs.ts'
import type { ParsedDocument } from './pipeline/document/parsed-document.ts'
import type { ImportOptions, ImportResult } from './pipeline/exchange/exchange-import.ts'
import type { ExportOptions, ExportResult } from './pipeline/exchange/exchange-options.ts'
import type { InitOptions, InitResult } from './pipeline/init/run-init.ts'
import type {
  BuildOptions,
  BuildResult,
  CheckOptions,
  CheckResult,
  CheckRunOptions,
  PrintOptions,
  ShardsOptions,
  StatusResult,
} from './pipeline/options.ts'
import { findOutputConflicts } from './pipeline/output-conflicts.ts'
import { kindsToMake } from './pipeline/plugins/kinds-to-make.ts'
import { canLoadAgain } from './pipeline/plugins/plugin-files.ts'
import { readScope } from './pipeline/read-scope.ts'
import type { ApplyResult } from './pipeline/review/apply-suggestions.ts'
import type { MergeOptions, MergeResult } from './pipeline/review/merge-files.ts'
import type { ReviewOptions, ReviewResult } from './pipeline/review/review-options.ts'
import type { ReviewShardResult } from './pipeline/review/review-shards.ts'
import type { Run } from './pipeline/run-documents.ts'
import { installedSearch } from './pipeline/search/installed-search.ts'
import type { PlannedShards } from './pipeline/shards/plan-shards.ts'
import type { ShardOptions, ShardResult } from './pipeline/shards/shard-options.ts'
import { assertOutside } from './read/assert-outside.ts'
import type { Inputs } from './read/input.ts'
import { readInputs } from './read/read-inputs.ts'
import { findTocs } from './read/toc/find-tocs.ts'
import { assertXrefMaps } from './read/xrefs/assert-xref-maps.ts'
import type { RunbookSetting } from './runbook/settings.ts'
import { memoize } from './util/memoize.ts'
import type { Severity } from './validate/engine/define-rule.ts'
import { ruleUrl } from './validate/engine/rule-url.ts'
import { addFiles } from './write/add-files.ts'
import { openTemporaryFolder } from './write/temporary-folder.ts'

/** A rule as reports describe it. */
export interface DescribedRule {
  readonly id: string
  readonly description: string
  readonly severity: Severity
  readonly tags: readonly string[]
  /** Absent for rules of plugins that name none. */
  readonly url?: string
}

/**
 * Reads and checks documents. Writes nothing except repairs (`fix`) and the baseline (`updateBaseline`).
 *
 * @throws {UserError} if there is no input, the settings name an unknown rule, or the baseline, the
 * suppressions or the git revision cannot be read.
 */
export async function check(options: CheckRunOptions): Promise<CheckResult> {
  const { settings, found, only } = await findToCheck(options)
  const filter = await openFilter(found, settings)
  // Repairs need the texts, which the cache does not hold; a few named documents are checked as fast as a
  // cache is read.
  const isKept = only !== undefined || !(options.fix || areAllNamed(found.inputs, settings))
  const run = await openRun(found, settings, { kind: 'check', cache: isKept ? options.cache : undefined })
  const earlier = only ? undefined : run.cache?.last?.result
  if (earlier) {
    const { locales: _, written: __, printed: ___, ...result } = earlier
    return filter(result)
  }
  const { checkDocuments } = await import('./pipeline/check/check-documents.ts')
  return filter(await checkDocuments(run, settings, only).finally(run.made?.close))
}

/** Lists all rules, those of plugins too, as reports describe them. */
export async function describeRules(
  options: Pick<CheckOptions, 'plugins'> = {},
): Promise<readonly DescribedRule[]> {
  const { extensionsOf } = await import('./pipeline/plugins/extensions.ts')
  return extensionsOf(options).rules.map((rule) => {
    const { id, description, severity, tags } = rule
    const url = ruleUrl(rule)
    return { id, description, severity, tags, ...(url !== undefined && { url }) }
  })
}

/**
 * Reads and checks one document; `document` is absent if it could not be read.
 *
 * @throws as {@link check} does.
 */
export async function inspect(options: CheckOptions): Promise<{
  readonly file: VFile
  readonly document?: BilingualDocument
  /** The configuration's setting for its runbook. */
  readonly runbook?: RunbookSetting
}> {
  const cwd = cwdOf(options)
  const { createRunbookPlan } = await import('./pipeline/runbook-plan.ts')
  const plan = createRunbookPlan({ ...options, cwd })
  const { inputs, problems } = await readInputs(options.inputs, { cwd })
  let document: BilingualDocument | undefined
  let runbook: RunbookSetting | undefined
  const run = await openRun({ inputs: inputs.slice(0, 1), problems }, { ...options, cwd })
  const visit = ({ members }: ParsedDocument) => {
    const [member] = members
    document = member?.document
    runbook = member && plan.settingFor(member.input, member.document.targetLocale)
  }
  const { runDocuments } = await import('./pipeline/run-documents.ts')
  const { result } = await runDocuments(run, { ...options, cwd }, { visit })
  return { file: result.files[0]!, ...(document && { document }), ...(runbook !== undefined && { runbook }) }
}

/**
 * Reads and checks documents, and counts how much of the newest source revision each locale has translated.
 *
 * @throws as {@link check} does.
 */
export async function status(options: CheckOptions & ShardsOptions): Promise<StatusResult> {
  const { settings, found } = await findToCount(options)
  const run = await openRun(found, settings, { kind: 'status', cache: undefined })
  const { countDocuments } = await import('./pipeline/count-documents.ts')
  return countDocuments(run, settings).finally(run.made?.close)
}

/**
 * Reads and checks documents and writes their outputs: read → parse → validate → render → write, document by
 * document.
 *
 * @throws as {@link check} does; {@link UserError} also if the output folder, templates, labels or browser
 * are unusable.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { settings, found, missing } = await findToBuild(options)
  const run = await openRun(found, settings, { kind: 'build', cache: options.cache, out: settings.out })
  const earlier = run.cache?.last?.result
  if (earlier) {
    const { written, ...result } = earlier
    return {
      ...result,
      ...(missing && { missing }),
      written: { files: written, changed: 0, bytes: 0, removed: 0 },
    }
  }
  const { buildDocuments } = await import('./pipeline/build-documents.ts')
  const result = await buildDocuments(run, settings).finally(run.made?.close)
  return { ...result, ...(missing && { missing }) }
}

/**
 * Writes the files with which a folder begins to use Lockstep. No file is replaced.
 *
 * @throws {UserError} if there is no such folder, or a file cannot be written.
 */
export async function init(options: InitOptions): Promise<InitResult> {
  const { runInit } = await import('./pipeline/init/run-init.ts')
  return runInit(options)
}

/**
 * Reads documents and writes their units to files for translation tools.
 *
 * @throws as {@link check} does; {@link UserError} also if options contradict each other, the output folder is unusable, or the earlier
 * version or decisions cannot be read.
 */
export async function exportUnits(options: ExportOptions): Promise<ExportResult> {
  const { assertExportOptions } = await import('./pipeline/exchange/assert-export-options.ts')
  assertExportOptions(options)
  const cwd = cwdOf(options)
  const out = resolve(cwd, options.out)
  const settings = { ...options, cwd, out }
  options.onStage?.('find')
  const found = await readInputs(options.inputs, { cwd, out })
  assertOutside(out, new Set(found.inputs.map(({ root }) => root)))
  const { exportDocuments } = await import('./pipeline/exchange/export-documents.ts')
  const run = await openRun(found, settings)
  if (options.onlyChanged === undefined) return exportDocuments(run, settings)
  const { openChanges } = await import('./pipeline/exchange/changed-units.ts')
  const inOrder = run.groups.flatMap((group) => group.inputs)
  const changes = await openChanges(options.onlyChanged, inOrder, settings)
  // All locales of a document, because checks compare them.
  const groups = run.groups.filter(({ inputs }) => inputs.some(changes.isChanged))
  const inputs = new Set(groups.flatMap((group) => group.inputs))
  const changed = { ...found, inputs: found.inputs.filter((input) => inputs.has(input)) }
  return exportDocuments({ ...run, found: changed, groups }, settings, changes)
}

/**
 * Reads and checks documents and prints their outputs to PDF. A temporary folder takes everything else, so
 * that only PDFs change in the output folder.
 *
 * @throws as {@link build} does.
 */
export async function print(options: PrintOptions): Promise<BuildResult> {
  const { kind, ...rest } = options
  const cwd = cwdOf(options)
  const folder = openTemporaryFolder()
  try {
    const result = await build({
      ...rest,
      out: folder.path,
      only: [kind === 'page' ? 'page' : 'runbook'],
      pdf: [kind],
      book: kind === 'book' && (options.book || true),
    })
    addFiles(folder.path, resolve(cwd, options.out), result.printed)
    return result
  } finally {
    folder.remove()
  }
}

/**
 * Compares two versions of a docset, unit by unit, and orders what changed by risk. Writes nothing.
 *
 * @throws {UserError} if a version cannot be read, or the settings name an unknown rule.
 */
export async function review(options: ReviewOptions): Promise<ReviewResult> {
  const { runReview } = await import('./pipeline/review/run-review.ts')
  return runReview({ ...options, cwd: cwdOf(options) })
}

/**
 * Compares the documents of a part of a docset, for {@link review} with `shards`, which then has the result of a review of all.
 *
 * @param folder for the results, which say nothing about this machine.
 * @throws as {@link review} does.
 */
export async function makeReviewShard(
  options: ReviewOptions,
  shard: Shard,
  folder: string,
): Promise<ReviewShardResult> {
  const { makeReviewShard: make } = await import('./pipeline/review/run-review.ts')
  const cwd = cwdOf(options)
  return make({ ...options, cwd }, shard, resolve(cwd, folder))
}

/**
 * Writes the suggestions of reviewers into the documents of the new version, proved one by one.
 *
 * @param mode `preview` writes nothing.
 * @throws {UserError} if the new version is not on disk, or decisions cannot be read.
 */
export async function applyReview(options: ReviewOptions, mode: 'write' | 'preview'): Promise<ApplyResult> {
  const { applySuggestions } = await import('./pipeline/review/apply-suggestions.ts')
  return applySuggestions({ ...options, cwd: cwdOf(options) }, mode)
}

/**
 * Puts translations that came back from translation tools into the documents that they were exported from.
 *
 * @throws {UserError} if there is no file or no document, or decisions cannot be read or written.
 */
export async function importUnits(options: ImportOptions): Promise<ImportResult> {
  const cwd = cwdOf(options)
  const { readReturned } = await import('./pipeline/exchange/read-returned.ts')
  const { documents, problems } = await readReturned(options.files, cwd)
  const run = await openRun(await readInputs(options.inputs, { cwd }), { ...options, cwd })
  const { importDocuments } = await import('./pipeline/exchange/import-documents.ts')
  const result = await importDocuments(run, documents, { ...options, cwd })
  return { ...result, problems: [...problems, ...result.problems] }
}

/**
 * Reads and checks the documents of a part of a docset, and makes their outputs, for {@link build}, {@link check} and {@link status} with
 * `shards`, which then have the result of a run of all. All documents must be there, because links, pages and locales depend on them.
 *
 * @param folder for the results, which say nothing about this machine.
 * @throws as `build` and `check` do.
 */
export async function makeShard(options: ShardOptions): Promise<ShardResult> {
  return makeShardAs(options)
}

/**
 * Like {@link makeShard}, if the shard is what the plan of another process says.
 *
 * @throws {UserError} if it would not be.
 */
export async function makePlannedShard(options: ShardOptions, plan: ShardPlan): Promise<ShardResult> {
  return makeShardAs(options, plan)
}

async function makeShardAs(options: ShardOptions, plan?: ShardPlan): Promise<ShardResult> {
  const { kind, shard, folder, run } = options
  const { settings, found } = await {
    build: () => findToBuild(run as BuildOptions),
    check: () => findToCheck(run),
    status: () => findToCount(run),
  }[kind]()
  const { makeShard: make } = await import('./pipeline/shards/make-shard.ts')
  return make(await openRun(found, settings), kind, settings, shard, resolve(settings.cwd, folder), plan)
}

/**
 * Plans the shards of a build, for {@link makePlannedShard} in other processes.
 *
 * @param of number of shards. Default: by the number of documents.
 * @throws as {@link build} does.
 */
export async function planShards(options: BuildOptions, of?: number): Promise<PlannedShards> {
  const { settings, found } = await findToBuild(options)
  const { planShards: plan } = await import('./pipeline/shards/plan-shards.ts')
  return plan(await openRun(found, settings), 'build', settings, of)
}

/**
 * The kind of run that shards belong to.
 *
 * @throws {UserError} if one is missing, doubled or damaged, or they belong to different runs.
 */
export async function kindOfShards(folders: readonly string[], cwd: string): Promise<ShardKind> {
  const { findShards } = await import('./pipeline/shards/open-shards.ts')
  return findShards(folders, cwd).kind
}

/**
 * Writes a report to a file that somebody named.
 *
 * @param cwd absolute path of the folder that `path` is relative to.
 * @throws {UserError} if it cannot be written.
 */
export async function saveReport(cwd: string, path: string, report: string): Promise<void> {
  const { writeReport } = await import('./write/write-report.ts')
  writeReport(resolve(cwd, path), [report])
}

/** The name of the person at this machine, as git knows it. */
export async function reviewerName(cwd: string): Promise<string | undefined> {
  const { userName } = await import('./read/git/user-name.ts')
  return userName(cwd, 'lockstep review --serve')
}

/**
 * Merges files of reviewers' decisions: a union, in which contradicting ones stay beside each other.
 *
 * @throws {UserError} if a file cannot be read, or they are on different locales.
 */
export async function mergeReviews(options: MergeOptions): Promise<MergeResult> {
  const { mergeFiles } = await import('./pipeline/review/merge-files.ts')
  return mergeFiles({ ...options, cwd: cwdOf(options) })
}

/**
 * Opens a docset that is rendered in memory, on demand, and again when its files change; writes nothing.
 *
 * @throws as {@link build} does.
 */
export async function dev(options: DevOptions): Promise<DevSession> {
  const { openDevSession } = await import('./pipeline/dev/dev-session.ts')
  // The index is made of all pages, and these are made on demand.
  const only = kindsToMake(options).filter((kind) => kind !== 'search')
  return openDevSession({ ...options, only })
}

/**
 * Opens the site that a build wrote, to serve it.
 *
 * @param out absolute path of the output folder.
 * @throws {UserError} if no build wrote to it.
 */
export async function preview(out: string): Promise<BuiltSite> {
  const { openBuiltSite } = await import('./pipeline/built-site.ts')
  return openBuiltSite(out)
}

/**
 * Returns a function that removes known findings and those of unchanged documents from a result, as the
 * options ask.
 */
async function openFilter(
  { inputs }: Inputs,
  options: CheckRunOptions & { readonly cwd: string },
): Promise<(result: CheckResult) => CheckResult> {
  const { baseline, updateBaseline, changedSince } = options
  if (baseline === undefined && !updateBaseline && changedSince === undefined) return (result) => result
  const { findingFilter } = await import('./pipeline/check/known-findings.ts')
  return findingFilter(inputs, options)
}

/** Completes the settings of a build and finds its inputs. */
async function findToBuild(options: BuildOptions) {
  const cwd = cwdOf(options)
  const out = resolve(cwd, options.out)
  const { settings: search, missing } = installedSearch({ only: kindsToMake(options) })
  const settings = { ...buildPresets(options), ...options, ...search, cwd, out }
  options.onStage?.('find')
  const found = await readInputs(options.inputs, { cwd, out })
  assertOutside(out, new Set(found.inputs.map(({ root }) => root)))
  return { settings, found, missing }
}

/** Completes the settings of a check and finds its inputs. */
async function findToCheck(options: CheckRunOptions) {
  const cwd = cwdOf(options)
  options.onStage?.('find')
  const { args, found, only } = await readScope({ ...options, cwd })
  return { settings: { ...options, inputs: args, cwd }, found, only }
}

/** Completes the settings of a count and finds its inputs. */
async function findToCount<Options extends CheckOptions>(options: Options) {
  const cwd = cwdOf(options)
  options.onStage?.('find')
  return { settings: { ...options, cwd }, found: await readInputs(options.inputs, { cwd }) }
}

/** Prepares a run over the inputs that were found. */
async function openRun(
  found: Inputs,
  options: (CheckOptions | BuildOptions) & { readonly cwd: string },
  cached?: { readonly kind: ShardKind; readonly cache: string | undefined; readonly out?: string },
): Promise<Run> {
  assertXrefMaps(options)
  const groups = groupInputs(found.inputs, options)
  const outputConflicts = findOutputConflicts(found.inputs, options as Partial<BuildOptions>)
  const tocPathsOf = memoize(findTocs)
  const run = { found, groups, outputConflicts, tocPathsOf }
  const { shards } = options as ShardsOptions
  if (cached && shards) {
    const { findShards, openShards } = await import('./pipeline/shards/open-shards.ts')
    return { ...run, made: await openShards(findShards(shards, options.cwd), cached.kind, run, options) }
  }
  // Without their files, a change to plugins goes unnoticed.
  if (cached?.cache === undefined || !canLoadAgain(options)) return run
  const { kind, cache: folder, out } = cached
  options.onStage?.('cache')
  const cache = await openRunCache({
    kind,
    found,
    groups,
    outputConflicts,
    tocPathsOf,
    options,
    folder: resolve(options.cwd, folder),
    out,
  })
  return { ...run, cache }
}

function cwdOf({ cwd }: Pick<CheckOptions, 'cwd'>): string {
  return cwd === undefined ? process.cwd() : resolve(cwd)
}
