import {
  BUILD_STATE_VERSION,
  type BuildState,
  type StoredFacts,
  type StoredGroup,
  type StoredMember,
  type StoredOutput,
  type StoredState,
  type StoredText,
} from '../../model/build/build-state.ts'
import { storeMessage } from '../../model/findings/stored-message.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { Input } from '../../read/input.ts'
import type { InputGroup } from '../document/group-inputs.ts'
import type { AskedFiles, AssetFile, GroupResult } from '../document/group-result.ts'
import type { CheckedGroup } from '../document/taken-group.ts'
import { docsetName, type GroupTexts, pagesOf } from './cached-groups.ts'
import { FactList, isPlainInclude } from './dependencies.ts'
import { faceOf } from './interface-hash.ts'

/** What came of one document, and what was made of it. */
export interface GroupNote extends CheckedGroup {
  /** What the index tells of it: see `listingOf`. */
  readonly listing: Uint8Array
  readonly outputs: readonly StoredOutput[]
  readonly assets: readonly StampedAsset[]
}

/** A file that was copied, and what it was like before that; empty where there was none. */
export type StampedAsset = AssetFile & FileState

/** What came of a run as a whole. */
export interface RunNotes extends Omit<BuildState, 'version' | 'roots' | 'facts' | 'groups' | 'asked'> {
  readonly groups: readonly GroupNote[]
  /** What the checks across documents asked for: by root, whether there is a file. */
  readonly asked: AskedFiles
  readonly doubles: ReadonlyMap<string, Input>
  /** The facts of the last run, as they are now; what is known refers to them. */
  readonly last?: { readonly roots: readonly string[]; readonly facts: StoredFacts } | undefined
}

/** Makes the state that a run leaves. What failed is not in it, so it is tried again. */
export function toStoredState({ groups, asked, doubles, last, ...rest }: RunNotes): StoredState {
  const list = new FactList()
  const texts: Uint8Array[] = []
  let end = 0
  const keep = (text: Uint8Array): StoredText => {
    texts.push(text)
    end += text.length
    return [end - text.length, text.length]
  }
  const stored = groups.filter(isSound).map((note) => ({
    ...(note.known ? moved(note.known.stored, last!, list) : toStored(note, list, doubles)),
    members: note.result.members.map((_, at) => toMember(note, at)),
    listing: keep(note.listing),
    summaries: keep(note.known?.summaries ?? Buffer.from(JSON.stringify(textsOf(note)))),
  }))
  const askedFacts = [...asked].flatMap(([root, answers]) =>
    [...answers].map(([path, answer]) => list.asked(root, path, answer)),
  )
  const state = {
    version: BUILD_STATE_VERSION,
    ...rest,
    asked: askedFacts,
    roots: list.roots,
    facts: list.facts,
    groups: stored,
  } as const
  return { state, texts: Buffer.concat(texts) }
}

function textsOf({ result: { members, chapters } }: GroupNote): GroupTexts {
  return { summaries: members.map(({ document }) => document!.summary), chapters }
}

function isSound({ result, files }: GroupNote): boolean {
  return (
    result.members.every(({ document }) => document) &&
    !files.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'document-failed'))
  )
}

function toMember({ result, files, own, later }: GroupNote, at: number): StoredMember {
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
  { group, result, outputs, assets }: GroupNote,
  list: FactList,
  doubles: ReadonlyMap<string, Input>,
): Omit<StoredGroup, 'members' | 'listing' | 'summaries'> {
  const { path, docset, inputs } = group
  const name = docsetName(docset)
  const pages = pagesOf(docset, doubles)
  const double = doubles.get(path)?.absolute
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
    ...(double !== undefined && { double }),
    facts: {
      files: [...new Set([...filesOf(group, result, list), ...assetFacts(assets, list)])],
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
    face: faceOf(result),
    outputs,
    ...(assets.length > 0 && {
      assets: assets.map((asset) => [list.root(asset.root), asset.path, asset.output] as const),
    }),
    ...(isNoted && { suppressions: result.suppressions }),
    ...(result.runbookNames.length > 0 && { runbookNames: result.runbookNames }),
  }
}

/** The texts that were read: the inputs and what they include. */
function filesOf({ inputs }: InputGroup, { members }: GroupResult, list: FactList): readonly number[] {
  return inputs.flatMap(({ root, path }, at) => {
    const { state, document } = members[at]!
    const own = state ? [list.file(root, path, state)] : []
    const included = document!.includes.flatMap((include) =>
      include.state && include.path !== null ? list.file(root, include.path, include.state) : [],
    )
    return [...own, ...included]
  })
}

/** Images are copied, not read, so there is a hash of them only where their stamp says nothing. */
function assetFacts(assets: readonly StampedAsset[], list: FactList): readonly number[] {
  return assets.map(({ root, path, stamp, hash }) => list.file(root, path, { stamp, hash }))
}

/** A group that was known, its facts in another list. */
function moved(
  { members: _, listing: __, summaries: ___, ...stored }: StoredGroup,
  { roots, facts }: NonNullable<RunNotes['last']>,
  list: FactList,
): Omit<StoredGroup, 'members' | 'listing' | 'summaries'> {
  const { files = [], asked = [], pages = [], includes = [], xrefs = [] } = stored.facts
  return {
    ...stored,
    inputs: stored.inputs.map(([root, ...rest]) => [list.root(roots[root]!), ...rest]),
    ...(stored.assets && {
      assets: stored.assets.map(([root, ...rest]) => [list.root(roots[root]!), ...rest] as const),
    }),
    facts: {
      files: files.map((at) => {
        const [root, path, stamp, hash] = facts.files[at]!
        return list.file(roots[root]!, path, { stamp, hash })
      }),
      asked: asked.map((at) => {
        const [root, path, answer] = facts.asked[at]!
        return list.asked(roots[root]!, path, answer === 1)
      }),
      pages: pages.map((at) => list.page(...facts.pages[at]!)),
      includes: includes.map((at) => {
        const [root, from, url, answer] = facts.includes[at]!
        return list.add('includes', [list.root(roots[root]!), from, url, answer], `${from}\0${url}`)
      }),
      xrefs: xrefs.map((at) => {
        const [root, from, uid, answer] = facts.xrefs[at]!
        return list.xref(roots[root]!, { from, uid, answer })
      }),
    },
  }
}
