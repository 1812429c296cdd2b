/**
 * Decides which documents need no work.
 *
 * A run leaves its state in the cache (`model/build/build-state.ts`): for each document, in all its locales, its dependencies, findings, outputs,
 * and the facts that other documents need. The next run checks each dependency once: the content of a file (by size and time, else hash),
 * whether an image exists, in which locales a path is a page, where an include leads, what a uid resolves to. A document is not read if no dependency has
 * changed and its outputs are as they were written. Dependencies of all documents (the program, the settings and the files they name) form
 * the key of the state: a different key means no state.
 *
 * If nothing has changed, only the first part of the state is read, and `pipeline.ts` loads no module that reads or makes documents. Listings,
 * summaries and chapters follow as texts that are compared and copied unparsed. The checks across documents run on summaries; if no paths, anchors,
 * links, includes or titles changed, rules about these check only changed documents again (`checksLinksOnly`).
 *
 * Failures are not kept, so they are tried again. The state is preceded by its hash and replaced as a whole: a damaged, truncated or
 * foreign one is ignored, and of two concurrent builds the last one wins. Stamps are taken before a file is read and after it was written, so a change
 * in between counts as a change. A property test changes docsets at random and compares with a clean build.
 */

import type {
  StoredDocument,
  StoredListing,
  StoredOutput,
  StoredState,
  StoredText,
} from '../../model/build/build-state.ts'
import type { StoredMessage } from '../../model/findings/stored-message.ts'
import type { ResolveXref } from '../../model/xref.ts'
import { stampOfOutput } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { memoize } from '../../util/memoize.ts'
import type { SuppressionTally } from '../../validate/engine/suppressions.ts'
import { type DocumentInputs, type InputDocset, pageLike } from '../document/document-inputs.ts'
import type {
  AssetFile,
  DocumentResult,
  MadeDocument,
  StoredSummary,
  UnplacedChapter,
} from '../document/document-result.ts'
import type { MadeKinds } from '../write-outputs.ts'
import { checkDependencies, type DependencyChanges, dependsOnChanged, type PagesIn } from './dependencies.ts'

/** A document for which nothing has changed. */
export interface CachedDocument {
  readonly stored: StoredDocument
  /** Its result without outputs, which are still in the output folder. */
  readonly result: DocumentResult
  readonly kinds: MadeKinds
  /** Its part of the index, as stored. */
  readonly listing: Uint8Array
  /** Its summaries and chapters in the texts of the state. */
  readonly summaries: Uint8Array
  /** Files that were copied for it; their stamps are dependencies, which have not changed. */
  readonly assets: readonly AssetFile[]
  /** For each input, the findings of the checks across documents. */
  readonly later: readonly (readonly StoredMessage[])[]
}

/** The state of the last run, compared with the present. */
export interface CachedDocuments {
  readonly changes: DependencyChanges
  /** Whether the dependencies and outputs of a document are unchanged. */
  isUnchanged(group: DocumentInputs): boolean
  /** The cached document; `undefined` if anything has changed. */
  cached(group: DocumentInputs): CachedDocument | undefined
  /** The stored document, changed or not. */
  last(group: DocumentInputs): StoredDocument | undefined
  /** Whether outputs are as they were written. */
  isThere(outputs: readonly StoredOutput[]): boolean
}

/** Facts that the current run has gathered before it reads a document. */
export interface Surroundings {
  readonly groups: readonly DocumentInputs[]
  /** Paths whose outputs would overwrite those of another input, with that input. */
  readonly outputConflicts: ReadonlyMap<string, Input>
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** Absolute path of the output folder; absent if nothing is written. */
  readonly out?: string | undefined
  /** Decides which files documents may refer to. */
  readonly settings: RootSettings
  /** Makes the resolver of uids in a root; absent if no document refers to any. */
  readonly xrefsOf?: ((docset: InputDocset, root: string) => ResolveXref) | undefined
}

/** Compares the state of the last run with the present. */
export function compareWithState(last: StoredState, around: Surroundings): CachedDocuments {
  const { state } = last
  const { groups, outputConflicts, cwd, out } = around
  const docsets = new Map(groups.map(({ docset }) => [docsetName(docset), docset]))
  const pagesIn = new Map([...docsets].map(([name, docset]) => [name, pagesOf(docset, outputConflicts)]))
  const docsetOf = memoize((root: string) => [...docsets.values()].find(({ roots }) => roots.has(root)))
  const xrefsIn = memoize((root: string) => {
    const docset = docsetOf(root)
    return docset && around.xrefsOf?.(docset, root)
  })
  const pageAnswer: PagesIn = (name, path) => pagesIn.get(name)?.(name, path) ?? ''
  const changes = checkDependencies(state.dependencies, state.roots, pageAnswer, around.settings, xrefsIn)
  const indexes = new Map(state.groups.map((group, at) => [nameOf(group.docset, group.path), at]))
  const indexOf = ({ docset, path }: DocumentInputs) => indexes.get(nameOf(docsetName(docset), path)) ?? -1
  const isThere = (outputs: readonly StoredOutput[]) =>
    out === undefined || outputs.every(([path, stamp]) => stampOfOutput(`${out}/${path}`) === stamp)

  const isUnchanged = memoize((group: DocumentInputs): boolean => {
    const stored = state.groups[indexOf(group)]
    return (
      stored !== undefined &&
      hasInputs(stored, group, state.roots) &&
      stored.conflict === outputConflicts.get(group.path)?.absolute &&
      !dependsOnChanged(stored.dependencies, changes) &&
      isThere(stored.outputs)
    )
  })
  const cached = memoize((group: DocumentInputs): CachedDocument | undefined => {
    if (!isUnchanged(group)) return undefined
    return toCached(state.groups[indexOf(group)]!, group, { cwd, roots: state.roots, texts: last.texts })
  })
  return { changes, isUnchanged, cached, last: (group) => state.groups[indexOf(group)], isThere }
}

function nameOf(docset: string, path: string): string {
  return `${docset} ${path}`
}

/** Key of a docset in the cache, from its roots and their locales. */
export const docsetName: (docset: InputDocset) => string = memoize((docset: InputDocset) =>
  hashOf(JSON.stringify([...docset.roots])).slice(0, 16),
)

/** Returns a function that lists the locales in which a path is a page of the docset. */
export function pagesOf(
  { pages: all, pagesIn }: Pick<InputDocset, 'pages' | 'pagesIn'>,
  outputConflicts: ReadonlyMap<string, unknown>,
): PagesIn {
  const localesOf = (path: string) =>
    outputConflicts.has(path)
      ? ''
      : [...pagesIn].flatMap(([locale, pages]) => (pages.has(path) ? (locale ?? '-') : [])).join(' ')
  return (_, path) => {
    const locales = localesOf(path)
    const like = locales === '' ? pageLike({ pages: all }, path) : undefined
    return like === undefined ? locales : `${like}: ${localesOf(like)}`
  }
}

function hasInputs({ inputs }: StoredDocument, group: DocumentInputs, roots: readonly string[]): boolean {
  return (
    inputs.length === group.inputs.length &&
    group.inputs.every(({ root, fragment, folderLocale = null }, at) => {
      const [number, wasFragment, locale] = inputs[at]!
      return roots[number] === root && fragment === (wasFragment === 1) && folderLocale === locale
    })
  )
}

/** A document's part of the texts of a state. */
export interface DocumentTexts {
  readonly summaries: readonly StoredSummary[]
  readonly chapters: readonly UnplacedChapter[]
}

/** The parts of a state that restoring a document needs. */
interface StateSource {
  readonly cwd: string
  readonly roots: readonly string[]
  readonly texts: Uint8Array
}

function toCached(stored: StoredDocument, group: DocumentInputs, source: StateSource): CachedDocument {
  const { cwd, roots, texts } = source
  const bytesOf = ([start, length]: StoredText) => texts.subarray(start, start + length)
  // Most runs need neither.
  const kept = memoize((_: 'all') => parse(bytesOf(stored.summaries)) as DocumentTexts)
  const listing = memoize((_: 'all') => parse(bytesOf(stored.listing)) as StoredListing | null)
  const { assets = [] } = stored
  return {
    stored,
    result: {
      path: stored.path,
      members: stored.members.map(({ messages, document: [locale, units] }, at) => ({
        file: { path: pathForPeople(group.inputs[at]!.absolute, cwd), messages },
        document: {
          locale,
          units,
          get summary() {
            return kept('all').summaries[at]!
          },
          includes: [],
          asked: {},
        },
      })),
      outputs: [],
      get chapters() {
        return kept('all').chapters
      },
      pages: [],
      get made() {
        return listing('all')?.document as MadeDocument | undefined
      },
      suppressions: (stored.suppressions as SuppressionTally | undefined) ?? NONE,
      runbookNames: stored.runbookNames ?? [],
    },
    get kinds() {
      const kinds = Object.entries(listing('all')?.kinds ?? {})
      return new Map(kinds.map(([locale, own]) => [locale, new Set(own as OutputKind[])]))
    },
    get listing() {
      return bytesOf(stored.listing)
    },
    get summaries() {
      return bytesOf(stored.summaries)
    },
    assets: assets.map(([root, path, output]) => ({ root: roots[root]!, path, output })),
    later: stored.members.map(({ later = [] }) => later),
  }
}

function parse(json: Uint8Array): unknown {
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString())
}

const NONE: SuppressionTally = { count: 0, used: [], reached: [], seen: [] }
