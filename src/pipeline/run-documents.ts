import type { VFile } from 'vfile'
import { addWork, NO_WORK } from '../model/build/work.ts'
import { restoreFile, type StoredFile } from '../model/findings/stored-message.ts'
import type { Input, Inputs } from '../read/input.ts'
import type { SuppressionTally } from '../validate/engine/suppressions.ts'
import type { CachedDocument } from './cache/cached-documents.ts'
import type { RunCache } from './cache/run-cache.ts'
import { checkDocsets } from './check/check-docsets.ts'
import { createRulePlan } from './check/rule-plan.ts'
import type { DocumentInputs } from './document/document-inputs.ts'
import type { AskedFiles, DocumentResult } from './document/document-result.ts'
import type { CheckedDocument, FinishedDocument } from './document/finished-document.ts'
import type { MakeSettings } from './document/make-document.ts'
import type { ParsedDocument, Recheck } from './document/parsed-document.ts'
import { createDocumentsProcessor } from './document/process-documents.ts'
import type { CheckOptions, CheckResult } from './options.ts'
import { createTocs, type TocPathsOf, type TocsOf } from './tocs.ts'

/** A prepared run. */
export interface Run {
  readonly found: Inputs
  readonly groups: readonly DocumentInputs[]
  /** Lists the paths of the tables of contents of a root. */
  readonly tocPathsOf: TocPathsOf
  /** Paths whose outputs would overwrite those of another input, with that input. */
  readonly outputConflicts: ReadonlyMap<string, Input>
  /** Holds the results of the last run and stores those of this one. */
  readonly cache?: RunCache
  /** The results of documents, if they were made elsewhere. Default: this run makes them. */
  readonly made?: MadeResults
}

/** Results of documents that were made elsewhere. */
export interface MadeResults {
  /** Yields the results of documents, in their order. */
  readonly results: ReturnType<typeof createDocumentsProcessor>
  /** Releases what the results need; call it when the run is over. */
  close(): void
}

/** What a run does besides checking. */
export interface RunSteps {
  /** How to make outputs; absent if none are made. */
  readonly make?: MakeSettings
  /** Called with each document while its models and texts are in memory. */
  readonly visit?: ((parsed: ParsedDocument, recheck: Recheck) => void) | undefined
  /** Whether models have the trees of sides that need the full parse. Default: they do. */
  readonly full?: boolean
  /** Whether the cached outputs of a document can stay. Default: they can. */
  readonly canStay?: (cached: CachedDocument, group: DocumentInputs) => boolean
  /** Whether a cache stores the results of this run; else they are not kept. Default: whether the run has a cache. */
  readonly isStored?: boolean
  /** Receives the result of each document, in order; its files accept more messages. */
  readonly take?: (taken: FinishedDocument) => void
}

/** Result of a run. */
export interface DocumentsResult {
  readonly result: CheckResult
  /** In the given order. */
  readonly groups: readonly CheckedDocument[]
  /** The files that the checks across documents looked for. */
  readonly asked: AskedFiles
  readonly tocsOf: TocsOf
  /** Files that are no documents but have messages: redirections, tables of contents, and suppressions that were not needed. */
  readonly others: readonly VFile[]
}

/**
 * Reads, parses and checks each document in order, in all its locales at once, then checks the documents of
 * each root against each other. Releases each document when it is done, and takes unchanged documents from
 * the cache.
 *
 * @throws {ConfigurationError} if the settings name an unknown rule.
 */
export async function runDocuments(
  { found, groups, cache, tocPathsOf, made }: Run,
  options: CheckOptions & { readonly cwd: string },
  { make, visit, full, canStay = () => true, isStored = cache !== undefined, take }: RunSteps = {},
): Promise<DocumentsResult> {
  const last = cache?.last
  const plan = createRulePlan(options)
  const counts = { documents: 0, units: 0 }
  const work = { ...NO_WORK, groups: 0, documentsCached: 0 }
  const files = new Map<Input, VFile>()
  const taken: CheckedDocument[] = []
  const indexes = new Map(groups.map((group, index) => [group, index]))
  const processDocuments =
    made?.results ??
    createDocumentsProcessor({
      options,
      plan: plan.fork(),
      inputs: found.inputs,
      visit,
      ...(full !== undefined && { full }),
      ...(make && { make }),
      indexOf: (group) => indexes.get(group)!,
    })
  const unknown = groups.filter((group) => !last?.cached(group))
  const processed = processDocuments(unknown)

  const { onStage } = options
  try {
    onStage?.('read')
    for (const group of groups) {
      const cached = last?.cached(group)
      if (!cached) takeNew((await processed.next()).value!)
      else if (canStay(cached, group)) takeResult(group, cached.result, cached)
      else for await (const each of processDocuments([group])) takeNew(each)
    }
  } finally {
    await processed.return(undefined)
  }

  onStage?.('compare')
  // Only a cache tells them from later ones.
  const own = isStored ? taken.map((each) => each.files.map(({ messages }) => new Set(messages))) : []
  const tocsOf = createTocs(tocPathsOf, options)
  const { asked, others: checked } = checkDocsets(taken, plan, last, { ...options, tocsOf })
  const others = [...checked, ...plan.unused(found.inputs)]
  return {
    result: {
      files: [...found.inputs.flatMap((input) => files.get(input) ?? []), ...found.problems, ...others],
      counts,
      suppressed: plan.suppressions.count,
      work,
    },
    groups: isStored ? taken.map((each, at) => ({ ...each, ...originsOf(each, own[at]!) })) : taken,
    asked,
    tocsOf,
    others,
  }

  function takeNew([group, result]: [DocumentInputs, DocumentResult]): void {
    let done = files.size
    for (const { file } of result.members)
      options.onProgress?.({ done: done++, total: found.inputs.length, path: file.path })
    takeResult(group, result)
  }

  function takeResult(group: DocumentInputs, result: DocumentResult, cached?: CachedDocument): void {
    const own = result.members.map(({ file }) => restoreFile(file, options.cwd))
    for (const [at, input] of group.inputs.entries()) {
      files.set(input, own[at]!)
      const { document } = result.members[at]!
      counts.documents += document ? 1 : 0
      counts.units += document?.units ?? 0
    }
    if (cached) work.documentsCached++
    else work.groups++
    if (result.work) addWork(work, result.work)
    plan.suppressions.add(result.suppressions)
    plan.runbooks.add(result.runbookNames)
    const all = { group, result, files: own, ...(cached && { cached }) }
    onStage?.('write')
    take?.(all)
    onStage?.('read')
    const kept = cached ? result : withoutSpent(result, group, isStored)
    taken.push({ group, result: kept, files: own, own: NONE, later: NONE, ...(cached && { cached }) })
  }
}

const NONE: readonly never[] = []
const NO_FILE: StoredFile = { path: '', messages: NONE }
const NO_TALLY: SuppressionTally = { count: 0, used: NONE, reached: NONE, seen: NONE }

/**
 * Leaves out what nobody asks for any more: outputs, which are written by now, and what only a cache stores. Messages are those of the files
 * of the run.
 */
function withoutSpent(result: DocumentResult, group: DocumentInputs, isStored: boolean): DocumentResult {
  if (isStored) return { ...result, outputs: NONE }
  const { members, suppressions } = result
  return {
    path: group.path,
    members: members.map(({ document }) => (document ? { file: NO_FILE, document } : { file: NO_FILE })),
    suppressions: suppressions.count > 0 ? suppressions : NO_TALLY,
    outputs: NONE,
    chapters: NONE,
    runbookNames: NONE,
    pages: NONE,
  }
}

/** Sorts the messages of a document by the checks that they come from. */
function originsOf(
  { files }: FinishedDocument,
  own: CheckedDocument['own'],
): Pick<CheckedDocument, 'own' | 'later'> {
  const later = files.map(
    ({ messages }, file) => new Set(messages.filter((message) => !own[file]!.has(message))),
  )
  return { own, later }
}
