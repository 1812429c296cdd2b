import {
  BUILD_STATE_VERSION,
  type BuildState,
  type StoredDependencies,
  type StoredDocument,
  type StoredMember,
  type StoredOutput,
  type StoredRecord,
  type StoredState,
  type StoredText,
} from '../../model/build/build-state.ts'
import { storeMessage } from '../../model/findings/stored-message.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { Input } from '../../read/input.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { AskedFiles, AssetFile, DocumentResult } from '../document/document-result.ts'
import type { CheckedDocument } from '../document/finished-document.ts'
import { type DocumentTexts, docsetName, pagesOf } from './cached-documents.ts'
import { DependencyList, isPlainInclude } from './dependencies.ts'
import { interfaceHash } from './interface-hash.ts'

/** A document of this run with its outputs. */
export interface DocumentNote extends CheckedDocument {
  /** Its part of the index: see `listingOf`. */
  readonly listing: Uint8Array
  readonly outputs: readonly StoredOutput[]
  readonly assets: readonly StampedAsset[]
  /** Absent if nothing is indexed. */
  readonly records?: readonly StoredRecord[]
}

/** A copied file with its state before copying; stamp and hash are empty if it did not exist. */
export type StampedAsset = AssetFile & FileState

/** Results of a run as a whole. */
export interface RunNotes
  extends Omit<BuildState, 'version' | 'roots' | 'dependencies' | 'groups' | 'asked'> {
  readonly groups: readonly DocumentNote[]
  /** The files that the checks across documents looked for: by root and path, whether each exists. */
  readonly asked: AskedFiles
  readonly outputConflicts: ReadonlyMap<string, Input>
  /** Dependencies of the last run with current stamps; cached documents refer to them. */
  readonly last?: { readonly roots: readonly string[]; readonly dependencies: StoredDependencies } | undefined
}

/** Makes the state that a run stores. Leaves failed documents out, so that the next run tries them again. */
export function toStoredState({ groups, asked, outputConflicts, last, ...rest }: RunNotes): StoredState {
  const list = new DependencyList()
  const texts: Uint8Array[] = []
  let end = 0
  const keep = (text: Uint8Array): StoredText => {
    texts.push(text)
    end += text.length
    return [end - text.length, text.length]
  }
  const stored = groups.filter(isSound).map((note) => ({
    ...(note.cached ? moved(note.cached.stored, last!, list) : toStored(note, list, outputConflicts)),
    // The pages of a cached document are completed anew if the navigation has changed.
    outputs: note.outputs,
    members: note.result.members.map((_, at) => toMember(note, at)),
    listing: keep(note.listing),
    summaries: keep(note.cached?.summaries ?? Buffer.from(JSON.stringify(textsOf(note)))),
    ...(note.records && { records: note.records }),
  }))
  const askedDependencies = [...asked].flatMap(([root, answers]) =>
    [...answers].map(([path, answer]) => list.asked(root, path, answer)),
  )
  const state = {
    version: BUILD_STATE_VERSION,
    ...rest,
    asked: askedDependencies,
    roots: list.roots,
    dependencies: list.dependencies,
    groups: stored,
  } as const
  return { state, texts: Buffer.concat(texts) }
}

function textsOf({ result: { members, chapters } }: DocumentNote): DocumentTexts {
  return { summaries: members.map(({ document }) => document!.summary), chapters }
}

function isSound({ result, files }: DocumentNote): boolean {
  return (
    result.members.every(({ document }) => document) &&
    !files.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'document-failed'))
  )
}

function toMember({ result, files, own, later }: DocumentNote, at: number): StoredMember {
  const { document } = result.members[at]!
  const all = files[at]!.messages
  const hasOthers = all.length > own[at]!.size + later[at]!.size
  return {
    messages: [...own[at]!].map(storeMessage),
    ...(later[at]!.size > 0 && { later: [...later[at]!].map(storeMessage) }),
    ...(hasOthers && { final: all.map(storeMessage) }),
    document: [document!.locale, document!.units],
  }
}

function toStored(
  { group, result, outputs, assets }: DocumentNote,
  list: DependencyList,
  outputConflicts: ReadonlyMap<string, Input>,
): Omit<StoredDocument, 'members' | 'listing' | 'summaries'> {
  const { path, docset, inputs } = group
  const name = docsetName(docset)
  const pages = pagesOf(docset, outputConflicts)
  const conflict = outputConflicts.get(path)?.absolute
  const { count, used, reached, seen } = result.suppressions
  const isNoted = count > 0 || [used, reached, seen].some(({ length }) => length > 0)
  return {
    path,
    docset: name,
    inputs: inputs.map(({ root, fragment, folderLocale = null }) => [
      list.root(root),
      fragment ? 1 : 0,
      folderLocale,
    ]),
    ...(conflict !== undefined && { conflict }),
    dependencies: {
      files: [...new Set([...filesOf(group, result, list), ...assetDependencies(assets, list)])],
      asked: inputs.flatMap(({ root }, at) =>
        Object.entries(result.members[at]!.document!.asked).map(([asked, answer]) =>
          list.asked(root, asked, answer),
        ),
      ),
      pages: result.pages.map((page) => list.page(name, page, pages(name, page))),
      includes: inputs.flatMap(({ root }, at) =>
        result.members[at]!.document!.includes.flatMap((include) =>
          isPlainInclude(include) ? [] : list.include(root, include),
        ),
      ),
      xrefs: inputs.flatMap(({ root }, at) =>
        (result.members[at]!.document!.xrefs ?? []).map((xref) => list.xref(root, xref)),
      ),
    },
    interface: interfaceHash(result),
    outputs,
    ...(assets.length > 0 && {
      assets: assets.map((asset) => [list.root(asset.root), asset.path, asset.output] as const),
    }),
    ...(isNoted && { suppressions: result.suppressions }),
    ...(result.runbookNames.length > 0 && { runbookNames: result.runbookNames }),
  }
}

/** The files that were read: the inputs, their includes, and images for their size. */
function filesOf(
  { inputs }: DocumentInputs,
  { members }: DocumentResult,
  list: DependencyList,
): readonly number[] {
  return inputs.flatMap(({ root, path }, at) => {
    const { state, document } = members[at]!
    const own = state ? [list.file(root, path, state)] : []
    const included = document!.includes.flatMap((include) =>
      include.state && include.path !== null ? list.file(root, include.path, include.state) : [],
    )
    const images = Object.entries(document!.images ?? {}).map(([image, read]) => list.file(root, image, read))
    return [...own, ...included, ...images]
  })
}

/** Images are copied, not read, so they have a hash only if their stamp cannot be trusted. */
function assetDependencies(assets: readonly StampedAsset[], list: DependencyList): readonly number[] {
  return assets.map(({ root, path, stamp, hash }) => list.file(root, path, { stamp, hash }))
}

/** A cached document whose dependencies refer to the new list. */
function moved(
  { members: _, listing: __, summaries: ___, records: ____, ...stored }: StoredDocument,
  { roots, dependencies }: NonNullable<RunNotes['last']>,
  list: DependencyList,
): Omit<StoredDocument, 'members' | 'listing' | 'summaries'> {
  const { files = [], asked = [], pages = [], includes = [], xrefs = [] } = stored.dependencies
  return {
    ...stored,
    inputs: stored.inputs.map(([root, ...rest]) => [list.root(roots[root]!), ...rest]),
    ...(stored.assets && {
      assets: stored.assets.map(([root, ...rest]) => [list.root(roots[root]!), ...rest] as const),
    }),
    dependencies: {
      files: files.map((at) => {
        const [root, path, stamp, hash] = dependencies.files[at]!
        return list.file(roots[root]!, path, { stamp, hash })
      }),
      asked: asked.map((at) => {
        const [root, path, answer] = dependencies.asked[at]!
        return list.asked(roots[root]!, path, answer === 1)
      }),
      pages: pages.map((at) => list.page(...dependencies.pages[at]!)),
      includes: includes.map((at) => {
        const [root, from, url, answer] = dependencies.includes[at]!
        return list.add('includes', [list.root(roots[root]!), from, url, answer], `${from}\0${url}`)
      }),
      xrefs: xrefs.map((at) => {
        const [root, from, uid, answer] = dependencies.xrefs[at]!
        return list.xref(roots[root]!, { from, uid, answer })
      }),
    },
  }
}
