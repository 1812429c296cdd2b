import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { countCoverage } from './join/count-coverage.ts'
import { joinDocuments } from './join/join-documents.ts'
import type { BilingualDocument } from './model/document.ts'
import type { RunbookSetting } from './model/runbook-settings.ts'
import { openBuildCache } from './pipeline/build-cache.ts'
import { findDoubles } from './pipeline/find-doubles.ts'
import { createFixer } from './pipeline/fix-documents.ts'
import type { InputGroup } from './pipeline/group-inputs.ts'
import type { GroupResult } from './pipeline/group-result.ts'
import { findingFilter } from './pipeline/known-findings.ts'
import { createBookMaker } from './pipeline/make-books.ts'
import { createContext } from './pipeline/make-group.ts'
import type {
  BuildOptions,
  BuildResult,
  CheckOptions,
  CheckResult,
  CheckRunOptions,
  PrintOptions,
  StatusResult,
} from './pipeline/options.ts'
import { pdfKindsOf } from './pipeline/pdf-kinds.ts'
import type { PrintJob } from './pipeline/print-job.ts'
import { pdfPath, printPdfs } from './pipeline/print-pdfs.ts'
import { runDocuments } from './pipeline/run-documents.ts'
import { createRunbookPlan } from './pipeline/runbook-plan.ts'
import { toIndexEntry } from './pipeline/to-index-entry.ts'
import type { Visited } from './pipeline/visited.ts'
import { writeOutputs } from './pipeline/write-outputs.ts'
import { openPrinter } from './print/open-printer.ts'
import { assertOutside } from './read/assert-outside.ts'
import { findBrowser } from './read/find-browser.ts'
import { readAssets } from './read/read-assets.ts'
import { readInputs } from './read/read-inputs.ts'
import { readLocales } from './read/read-locales.ts'
import { readTemplates } from './read/read-templates.ts'
import { readVersion } from './read/read-version.ts'
import { ASSETS, type OutputFile } from './render/context.ts'
import type { IndexEntry } from './render/index/index-entry.ts'
import { renderIndex } from './render/site-index.ts'
import { compare } from './util/compare.ts'
import type { Severity } from './validate/define-rule.ts'
import { ruleUrl } from './validate/rule-url.ts'
import { rules } from './validate/rules/index.ts'
import { addFiles } from './write/add-files.ts'
import { createWriter, type Writer } from './write/create-writer.ts'
import { openTemporaryFolder } from './write/temporary-folder.ts'

/** Owner of what belongs to no document, as messages name it. */
const ITSELF = 'Lockstep itself'

/**
 * Reads and checks documents, and writes nothing but the baseline and repairs, if it is told to.
 *
 * @throws {KnownError} where no input is found; where the settings name an unknown rule; where the baseline, the suppressions or the
 * git revision cannot be read.
 */
export async function check(options: CheckRunOptions): Promise<CheckResult> {
  const cwd = cwdOf(options)
  const found = await readInputs(options.inputs, { cwd })
  const filter = findingFilter(found.inputs, { ...options, cwd })
  const fixer = options.fix && createFixer(options.fix)
  const result = await runDocuments(found, { ...options, cwd }, { visit: fixer?.visit })
  return filter(fixer ? { ...result, fixed: fixer.fixed() } : result)
}

/** All rules, as reports tell of them. */
export function describeRules(): readonly {
  readonly id: string
  readonly description: string
  readonly severity: Severity
  readonly tags: readonly string[]
  readonly url: string
}[] {
  return rules.map(({ id, description, severity, tags }) => ({
    id,
    description,
    severity,
    tags,
    url: ruleUrl(id),
  }))
}

/**
 * Reads and checks one document; `document` is absent where it could not be read.
 *
 * @throws as {@link check} does.
 */
export async function inspect(options: CheckOptions): Promise<{
  readonly file: VFile
  readonly document?: BilingualDocument
  /** What the configuration says of its runbook, if anything. */
  readonly runbook?: RunbookSetting
}> {
  const cwd = cwdOf(options)
  const plan = createRunbookPlan({ ...options, cwd })
  const { inputs, problems } = await readInputs(options.inputs, { cwd })
  let document: BilingualDocument | undefined
  let runbook: RunbookSetting | undefined
  const first = { inputs: inputs.slice(0, 1), problems }
  const visit = ({ members }: Visited) => {
    const [member] = members
    document = member?.document
    runbook = member && plan.settingFor(member.input, member.document.targetLocale)
  }
  const { files } = await runDocuments(first, { ...options, cwd }, { visit })
  return { file: files[0]!, ...(document && { document }), ...(runbook !== undefined && { runbook }) }
}

/**
 * Reads and checks documents and counts how far their translations are: what each locale has of the newest source revision.
 *
 * @throws as {@link check} does.
 */
export async function status(options: CheckOptions): Promise<StatusResult> {
  const cwd = cwdOf(options)
  const coverage = countCoverage(options.sourceLocale ?? 'en-US')
  const visit = ({ joined, members, docset }: Visited) => {
    // What is only there to be included counts where it is included from, as readers see it.
    if (members.some(({ input }) => !input.fragment))
      coverage.add(joined ?? joinDocuments(members.map(({ document }) => document)), docset.roots.values())
  }
  const found = await readInputs(options.inputs, { cwd })
  const result = await runDocuments(found, { ...options, cwd }, { visit })
  return { ...result, report: coverage.report() }
}

/**
 * Reads and checks documents and writes what is made of them: read → parse → validate → render → write, one document after the other.
 * Then pages are printed, if that is asked for.
 *
 * @throws as {@link check} does; {@link KnownError} also where the output folder, the templates, the labels or the browser cannot be
 * used.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const cwd = cwdOf(options)
  const out = resolve(cwd, options.out)
  const inputs = await readInputs(options.inputs, { cwd, out })
  assertOutside(out, new Set(inputs.inputs.map(({ root }) => root)))
  const look = {
    templates: readTemplates(folderOf(options.templates, cwd)),
    labels: readLocales(folderOf(options.labels, cwd)),
    assets: readAssets(folderOf(options.templates, cwd)),
    version: readVersion(),
  }
  const cache = options.cache
    ? openBuildCache(
        inputs,
        { ...options, cwd, out, cache: resolve(cwd, options.cache) },
        { ...look, assets: [...look.assets].map(([name, content]) => [name, content.toString('base64')]) },
      )
    : undefined
  if (cache?.earlier) return cache.earlier
  const books = createBookMaker(inputs.inputs, { ...options, cwd })
  const make = { options, look, doubles: findDoubles(inputs.inputs), chapters: books.paths }
  const context = createContext(make)
  const printed = pdfKindsOf(options)
  const printer =
    printed.size > 0
      ? await openPrinter({
          browser: findBrowser(options.browser && resolve(cwd, options.browser)),
          folder: out,
          ...(options.siteUrl !== undefined && { siteUrl: options.siteUrl }),
        })
      : undefined
  const writer = createWriter(out)
  for (const [name, content] of look.assets) {
    writer.write(`${ASSETS}/${name}`, content, ITSELF)
  }

  const entries: (() => IndexEntry)[] = []
  const jobs: PrintJob[] = []
  const pdfs = new Set<string>()
  const take = (result: GroupResult, group: InputGroup, files: readonly VFile[]) => {
    const { path, made, outputs } = result
    const kinds = writeOutputs(outputs, group, files, { writer, printed, jobs })
    books.take(result, group, files)
    // Later checks add messages, which are counted, and PDFs are printed last.
    if (made) entries.push(() => toIndexEntry(path, made, kinds, files, pdfs))
  }
  const result = await runDocuments(inputs, { preset: 'structure', ...options, cwd }, { make, take })

  const bound = books.make(context, writer)
  if (printed.has('book')) jobs.push(...bound.jobs)
  const print = printer && (await printPdfs(jobs, { ...options, cwd, printer, writer }))
  for (const path of print?.paths ?? []) pdfs.add(path)
  const listed = entries.map((entry) => entry())
  const locales = [...new Set(listed.flatMap((entry) => Object.keys(entry.locales)))].sort(compare)
  const shelf = bound.jobs.map(({ locale, path }) => ({ locale, path, hasPdf: pdfs.has(pdfPath(path)) }))
  writeIndex(renderIndex(listed, { ...context, locales: new Set(locales) }, shelf), writer)
  const files = [...result.files, ...bound.files.filter(({ messages }) => messages.length > 0)]
  const built = { ...result, files, written: writer.finish(), locales, printed: [...pdfs].sort(compare) }
  // What could not be printed may be the next time, though nothing has changed.
  if (!print || print.complete) cache?.keep(built, writer.paths())
  return built
}

/**
 * Reads and checks documents and prints what is made of them to PDF. Everything else is made in a folder that does not stay, and nothing
 * but PDFs changes in the output folder.
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

/** Writes the lists of documents; a document of that name keeps its place. */
function writeIndex(files: readonly OutputFile[], writer: Writer): void {
  for (const { path, content } of files) {
    if (!writer.has(path)) writer.write(path, content, ITSELF)
  }
}

function cwdOf({ cwd }: Pick<CheckOptions, 'cwd'>): string {
  return cwd === undefined ? process.cwd() : resolve(cwd)
}

function folderOf(folder: string | undefined, cwd: string): string | undefined {
  return folder === undefined ? undefined : resolve(cwd, folder)
}
