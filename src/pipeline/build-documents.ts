import { join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { StoredOutput } from '../model/build/build-state.ts'
import { MANIFEST_FILE } from '../model/build/manifest.ts'
import { storeFile } from '../model/findings/stored-message.ts'
import { openPrinter, type Printer } from '../print/open-printer.ts'
import { stampOfOutput } from '../read/files/file-state.ts'
import { findBrowser } from '../read/program/find-browser.ts'
import { append } from '../util/data/append.ts'
import { compare } from '../util/data/compare.ts'
import { createWriter, type Writer } from '../write/create-writer.ts'
import { createBookMaker } from './books/make-books.ts'
import { createKeeper } from './cache/output-keeper.ts'
import type { DocumentInputs } from './document/document-inputs.ts'
import type { FinishedDocument } from './document/finished-document.ts'
import { createBuildContext, type MakeSettings } from './document/make-document.ts'
import { listingOf } from './listing-of.ts'
import type { BuildOptions, BuildResult } from './options.ts'
import { kindsToMake } from './plugins/kinds-to-make.ts'
import { keepPrints } from './print/cached-prints.ts'
import { pdfKindsOf } from './print/pdf-kinds.ts'
import type { PrintJob } from './print/print-job.ts'
import { pdfPath, printPdfs } from './print/print-pdfs.ts'
import { readLook } from './read-look.ts'
import { type Run, runDocuments } from './run-documents.ts'
import { openSearch, type SearchMaker } from './search/make-search.ts'
import { openCatalog, type StoredCatalog } from './site/catalog.ts'
import { makeSite } from './site/make-site.ts'
import { hashOfIndex, ITSELF, writeIndex } from './write-index.ts'

/**
 * Reads and checks documents and writes their outputs; keeps the last build's outputs of unchanged documents.
 *
 * @throws as `build` does.
 */
export async function buildDocuments(
  run: Run,
  options: BuildOptions & { readonly cwd: string; readonly out: string },
): Promise<BuildResult> {
  const { cwd, out } = options
  options.onStage?.('prepare')
  const { look, assets } = await readLook(options, cwd)
  const books = createBookMaker(run.found.inputs, { ...options, tocPathsOf: run.tocPathsOf })
  const make = { options, look, outputConflicts: run.outputConflicts, chapters: books.paths }
  const printer = pdfKindsOf(options).size > 0 ? await openPrinterFor(options) : undefined
  const writer = createWriter(out, { hasStamps: run.cache !== undefined })
  const catalog = openCatalog()
  let search: SearchMaker | undefined
  try {
    if (kindsToMake(options).includes('search'))
      search = await openSearch({
        cache: run.cache,
        writer,
        isPartial: !printer && hasCached(run),
        owner: ITSELF,
      })
    return await writeDocuments(run, options, { assets, books, make, printer, writer, catalog, search })
  } finally {
    await search?.close()
    catalog.close()
    writer.close()
  }
}

/** What a build needs to make and write its documents. */
interface Workshop {
  /** Files of the look by output path. */
  readonly assets: ReadonlyMap<string, Buffer>
  readonly books: ReturnType<typeof createBookMaker>
  readonly make: MakeSettings
  readonly printer: Printer | undefined
  readonly writer: Writer
  readonly catalog: StoredCatalog
  /** Makes the search index; absent if none is made. */
  readonly search: SearchMaker | undefined
}

async function writeDocuments(
  run: Run,
  options: BuildOptions & { readonly cwd: string; readonly out: string },
  { assets, books, make, printer, writer, catalog, search }: Workshop,
): Promise<BuildResult> {
  const { cwd, out } = options
  const context = createBuildContext(make)
  const printed = pdfKindsOf(options)
  for (const [path, content] of assets) writer.write(path, content, ITSELF)

  const jobs: PrintJob[] = []
  const keeper = createKeeper(run, { writer, cwd, out, printed, jobs, settings: options })
  const take = (taken: FinishedDocument) => {
    const { group, files, result } = taken
    const kinds = keeper.take(taken)
    const { made } = result
    if (made) catalog.add({ group, files, made, kinds })
    search?.take(taken)
    books.take(result, group, files)
  }
  // Only when all pages are made is it known which of them to print again.
  const { cache: _, ...uncached } = run
  const hasRecords = search?.hasRecords ?? true
  const canStay: typeof keeper.canStay = (...document) => hasRecords && keeper.canStay(...document)
  const steps = { make, canStay, isStored: run.cache !== undefined, take }
  const { result, groups, asked, others, tocsOf } = await runDocuments(
    printed.size > 0 ? uncached : run,
    options,
    steps,
  )

  options.onStage?.('site')
  const site = makeSite(catalog, { ...options, context, tocsOf, isTaken: writer.has })
  const hashes = keeper.release(site)
  options.onStage?.('search')
  const indexed = await search?.finish()
  options.onStage?.('print')
  const bound = books.make(context, writer)
  if (printed.has('book')) append(jobs, bound.jobs)
  const assetsOf = (group: DocumentInputs) => keeper.assetsOf(group).map(({ output }) => output)
  const last = run.cache?.last
  const prints = keepPrints(jobs, { groups: run.groups, last, writer, out, cwd, assetsOf })
  const print = printer && (await printPdfs(prints.jobs, { ...options, printer, writer }))
  const pdfs = new Set([...prints.kept, ...(print?.paths ?? [])])
  options.onStage?.('index')
  const listings = run.cache ? groups.map((each) => listingOf(each, () => keeper.kindsOf(each.group))) : []
  const shelf = bound.jobs.map(({ locale, path }) => ({ locale, path, hasPdf: pdfs.has(pdfPath(path)) }))
  const hash = run.cache ? hashOfIndex(groups, listings, [shelf, [...pdfs].sort(compare)]) : ''
  const index = writeIndex({ hash, catalog, pdfs, shelf }, context, writer, last)
  const { locales } = index
  const siteFiles: string[] = []
  for (const { path, content } of site.files(shelf)) {
    writer.write(path, content, ITSELF)
    siteFiles.push(path)
  }
  options.onStage?.('write')
  const written = writer.finish()
  options.onStage?.('keep')
  const found = [...bound.files, ...(indexed ? [indexed.file] : [])]
  const fromBuild = found.filter(({ messages }) => messages.length > 0)
  const built = {
    ...result,
    work: { ...result.work, pagesIndexed: indexed?.pages ?? 0 },
    files: [...result.files, ...fromBuild],
    written,
    locales,
    printed: [...pdfs].sort(compare),
  }
  const isWhole = !print || print.complete
  // What failed to print or to become a book may succeed next time, though nothing has changed.
  if (!run.cache || !isWhole || fromBuild.some(hasFailed)) return built
  const stamped = (path: string): StoredOutput => [path, writer.stampOf(path)]
  const bookPaths = bound.jobs.flatMap(({ path }) => [path, pdfPath(path)]).filter((path) => writer.has(path))
  const assetPaths = new Set(groups.flatMap(({ group }) => assetsOf(group)))
  run.cache.keep({
    groups: groups.map((each, at) => ({
      ...each,
      listing: listings[at]!,
      outputs: keeper.outputsOf(each.group),
      assets: keeper.assetsOf(each.group),
      ...(search && { records: search.recordsOf(each.group) }),
    })),
    asked,
    shared: [
      [MANIFEST_FILE, stampOfOutput(join(out, MANIFEST_FILE)) ?? ''],
      ...[...assets.keys()].map(stamped),
      ...bookPaths.map(stamped),
      ...siteFiles.map(stamped),
    ],
    copied: [...assetPaths].filter((path) => writer.has(path)).map(stamped),
    index: { hash: index.hash, outputs: index.outputs },
    ...(search && { search: search.keep() }),
    site: { key: run.cache.siteKey, hashes },
    suppressed: result.suppressed,
    others: [...others, ...fromBuild].map(storeFile),
    printed: built.printed,
    locales,
  })
  return built
}

/** Whether any document comes from the cache. */
function hasCached({ groups, cache }: Run): boolean {
  return groups.some((group) => cache?.last?.cached(group))
}

function hasFailed({ messages }: VFile): boolean {
  return messages.some(({ ruleId }) => ruleId === 'document-failed')
}

/** Opens a printer according to the settings. */
function openPrinterFor({
  cwd,
  out,
  browser,
  siteUrl,
}: BuildOptions & { readonly cwd: string; readonly out: string }) {
  return openPrinter({
    browser: findBrowser(browser && resolve(cwd, browser)),
    folder: out,
    ...(siteUrl !== undefined && { siteUrl }),
  })
}
