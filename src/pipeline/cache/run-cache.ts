import { join } from 'node:path'
import type { VFile } from 'vfile'
import type {
  BuildState,
  StoredDependencies,
  StoredOutput,
  StoredState,
} from '../../model/build/build-state.ts'
import { JOURNAL_FILE, MANIFEST_FILE } from '../../model/build/manifest.ts'
import type { ShardKind } from '../../model/build/shard.ts'
import { NO_WORK } from '../../model/build/work.ts'
import { restoreChecked, restoreFile, type StoredFile } from '../../model/findings/stored-message.ts'
import { stampOfOutput } from '../../read/files/file-state.ts'
import type { Input, Inputs } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { readBuildState } from '../../read/read-build-state.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { writeBuildState } from '../../write/write-build-state.ts'
import type { DocumentInputs, InputDocset } from '../document/document-inputs.ts'
import type { BuildOptions, CheckOptions, CheckResult } from '../options.ts'
import type { TocPathsOf } from '../tocs.ts'
import { cacheKey, keyFoldersOf, siteKey } from './cache-key.ts'
import { type CachedDocuments, compareWithState, type Surroundings } from './cached-documents.ts'
import { type RunNotes, toStoredState } from './store-run.ts'

/** Holds the results of the last run and stores those of this one. */
export interface RunCache {
  /** The last run; absent on a cache miss. */
  readonly last?: LastRun
  /** See {@link BuildState.site}. */
  readonly siteKey: string
  /** Absolute path of the file with the records for search. */
  readonly records: string
  /** Stores the results of this run for the next. */
  keep(notes: Omit<RunNotes, 'key' | 'inputs' | 'last' | 'outputConflicts'>): void
}

/** The last run, compared with the present. */
export interface LastRun extends CachedDocuments, StoredState {
  /** Whether all files that the checks across documents looked for still exist, or are still missing. */
  readonly isAskedSame: boolean
  /** Whether the documents are the same. */
  readonly hasSameDocuments: boolean
  /** The whole result, if nothing has changed. */
  readonly result?: CheckResult & {
    readonly locales: readonly string[]
    readonly written: number
    readonly printed: readonly string[]
  }
}

/** The run to cache. */
export interface RunCacheOptions {
  readonly kind: ShardKind
  readonly found: Inputs
  readonly groups: readonly DocumentInputs[]
  readonly outputConflicts: ReadonlyMap<string, Input>
  readonly tocPathsOf: TocPathsOf
  readonly options: (CheckOptions | BuildOptions) & { readonly cwd: string }
  /** Absolute path of the cache folder. */
  readonly folder: string
  /** Absolute path of the output folder, if anything is written. */
  readonly out?: string | undefined
}

/** Most docsets refer to no uids, and the module that resolves them loads slowly. */
const NO_XREFS = { xrefsOf: undefined }

/** Opens the cache of a run. A state that is unreadable, damaged or from other settings is a cache miss. */
export async function openRunCache({
  kind,
  found,
  groups,
  outputConflicts,
  tocPathsOf,
  options,
  folder,
  out,
}: RunCacheOptions): Promise<RunCache> {
  const folders = keyFoldersOf(found, tocPathsOf)
  const key = await cacheKey(kind, options, folders)
  const site = siteKey(folders, options)
  const name = out ?? JSON.stringify([options.cwd, options.inputs])
  const path = join(folder, `${kind}-${hashOf(name).slice(0, 16)}.json`)
  const stored = readBuildState(path)
  const { xrefsOf } =
    stored && stored.state.dependencies.xrefs.length > 0 ? await import('../document/xrefs.ts') : NO_XREFS
  const around = {
    groups,
    outputConflicts,
    cwd: options.cwd,
    out,
    settings: options,
    xrefsOf: xrefsOf && ((docset: InputDocset, root: string) => xrefsOf(docset, root, options)),
  }
  const last = stored?.state.key === key ? compareOrForget(stored, around, found, options, site) : undefined
  if (last?.result && last.changes.restamped.size > 0)
    writeBuildState(path, { ...last, state: { ...last.state, dependencies: restamp(last) } })
  return {
    ...(last && { last }),
    siteKey: site,
    records: path.replace(/json$/, 'records'),
    keep(notes) {
      const cached = last && { roots: last.state.roots, dependencies: restamp(last) }
      writeBuildState(
        path,
        toStoredState({ ...notes, key, inputs: options.inputs, outputConflicts, last: cached }),
      )
    },
  }
}

function restamp({ state: { dependencies }, changes: { restamped } }: LastRun): StoredDependencies {
  if (restamped.size === 0) return dependencies
  const files = dependencies.files.map(
    ([root, path, stamp, hash], at) => [root, path, restamped.get(at) ?? stamp, hash] as const,
  )
  return { ...dependencies, files }
}

/** Calls {@link compareLast}; returns `undefined` if the state is malformed. */
function compareOrForget(...args: Parameters<typeof compareLast>): LastRun | undefined {
  try {
    return compareLast(...args)
  } catch {
    return undefined
  }
}

function compareLast(
  stored: StoredState,
  around: Surroundings,
  found: Inputs,
  { inputs, cwd }: RunCacheOptions['options'],
  site: string,
): LastRun {
  const { state } = stored
  const compared = compareWithState(stored, around)
  const isAskedSame = !state.asked.some((at) => compared.changes.changed.asked.has(at))
  const hasSameDocuments =
    state.groups.length === around.groups.length && around.groups.every((group) => compared.last(group))
  const last = { ...compared, ...stored, isAskedSame, hasSameDocuments }
  const outputs = [...state.shared, ...state.copied, ...state.index.outputs, ...searchOutputs(state)]
  const isSame =
    state.inputs.join('\0') === inputs.join('\0') &&
    state.site.key === site &&
    isAskedSame &&
    hasSameDocuments &&
    around.groups.every(compared.isUnchanged) &&
    compared.isThere(outputs) &&
    // An interrupted build may have left other files.
    (around.out === undefined || stampOfOutput(join(around.out, JOURNAL_FILE)) === undefined)
  return isSame ? { ...last, result: resultOf(last, around.groups, found, cwd) } : last
}

/** Restores the whole result of the last run. */
function resultOf(
  { state, last }: Pick<LastRun, 'state' | 'last'>,
  groups: readonly DocumentInputs[],
  found: Inputs,
  cwd: string,
): NonNullable<LastRun['result']> {
  const files = new Map<Input, VFile>()
  const counts = { documents: 0, units: 0 }
  for (const group of groups) {
    const { members } = last(group)!
    for (const [at, input] of group.inputs.entries()) {
      const { messages, later = [], final, document } = members[at]!
      const path = pathForPeople(input.absolute, cwd)
      counts.documents += 1
      counts.units += document[1]
      const restored = final
        ? restoreFile({ path, messages: final }, cwd)
        : restoreChecked({ path, messages }, later, cwd)
      files.set(input, restored)
    }
  }
  const { groups: all, shared, copied, index, suppressed, others, locales, printed } = state
  const search = searchOutputs(state)
  const own = shared.filter(([path]) => path !== MANIFEST_FILE)
  const outputs = [own, copied, index.outputs, search, ...all.map((group) => group.outputs)]
  return {
    files: [
      ...found.inputs.map((input) => files.get(input)!),
      ...found.problems,
      ...others.map((file) => restoreOther(file, cwd)),
    ],
    counts,
    work: { ...NO_WORK, groups: 0, documentsCached: groups.length },
    suppressed,
    locales,
    written: outputs.reduce((sum, list) => sum + list.length, 0),
    printed,
  }
}

/** The files of the search index. */
function searchOutputs({ search }: BuildState): readonly StoredOutput[] {
  if (!search) return []
  return [...search.outputs, ...Object.values(search.locales).flatMap(({ outputs }) => outputs)]
}

/** Restores a file that receives messages but is not a document. */
function restoreOther(stored: StoredFile, cwd: string): VFile {
  const file = restoreFile(stored, cwd)
  file.data.isDocument = false
  return file
}
