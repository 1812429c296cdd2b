import type { StoredGroup, StoredOutput, StoredState } from '../model/build-state.ts'
import type { StoredMessage } from '../model/stored-message.ts'
import { stampOfOutput } from '../read/file-state.ts'
import type { Input } from '../read/input.ts'
import type { OutputKind } from '../render/context.ts'
import { hashOf } from '../util/hash-of.ts'
import { memoize } from '../util/memoize.ts'
import type { SuppressionTally } from '../validate/suppressions.ts'
import { checkFacts, dependsOnChanged, type FactChanges, type PagesIn } from './facts.ts'
import type { InputDocset, InputGroup } from './group-inputs.ts'
import type { AssetFile, ChapterDraft, GroupResult, MadeDocument, StoredSummary } from './group-result.ts'
import type { MadeKinds } from './write-outputs.ts'

/** A document for which nothing has changed. */
export interface KnownGroup {
  readonly stored: StoredGroup
  /** What came of it, without outputs: they are there. */
  readonly result: GroupResult
  readonly kinds: MadeKinds
  /** What was copied for it; its stamps are facts, which have not changed. */
  readonly assets: readonly AssetFile[]
  /** For each input, what the checks across documents found in it. */
  readonly later: readonly (readonly StoredMessage[])[]
}

/** What the last run left, compared with what is there now. */
export interface KnownGroups {
  readonly changes: FactChanges
  /** What is known of a document; `undefined` where something has changed that it depends on, or that was made of it. */
  known(group: InputGroup): KnownGroup | undefined
  /** What the last run knew of it, changed or not. */
  last(group: InputGroup): StoredGroup | undefined
  /** Whether outputs are as they were written. */
  isThere(outputs: readonly StoredOutput[]): boolean
}

/** What the present run has found before it reads a document. */
export interface Surroundings {
  readonly groups: readonly InputGroup[]
  /** Paths whose outputs would take the place of those of another input: that one. */
  readonly doubles: ReadonlyMap<string, Input>
  /** Absolute path of the output folder; absent where nothing is written. */
  readonly out?: string | undefined
}

/** Compares the state of the last run with the present. */
export function compareWithState({ state, texts }: StoredState, around: Surroundings): KnownGroups {
  const { groups, doubles, out } = around
  const docsets = new Map(groups.map(({ docset }) => [docsetName(docset), docset]))
  const changes = checkFacts(state.facts, state.roots, (name, path) => {
    const docset = docsets.get(name)
    return docset ? pagesOf(docset, doubles)(name, path) : ''
  })
  const byName = new Map(state.groups.map((group) => [nameOf(group.docset, group.path), group]))
  const last = ({ docset, path }: InputGroup) => byName.get(nameOf(docsetName(docset), path))
  const isThere = (outputs: readonly StoredOutput[]) =>
    out === undefined || outputs.every(([path, stamp]) => stampOfOutput(`${out}/${path}`) === stamp)

  const known = (group: InputGroup): KnownGroup | undefined => {
    const stored = last(group)
    const isSame =
      stored &&
      hasInputs(stored, group, state.roots) &&
      stored.double === doubles.get(group.path)?.absolute &&
      !dependsOnChanged(stored.facts, changes) &&
      isThere(stored.outputs)
    return isSame ? toKnown(stored, state.roots, texts) : undefined
  }
  return { changes, last, isThere, known: memoize(known) }
}

function nameOf(docset: string, path: string): string {
  return `${docset} ${path}`
}

/** What a docset is known by: its roots and their locales. */
export const docsetName: (docset: InputDocset) => string = memoize((docset: InputDocset) =>
  hashOf(JSON.stringify([...docset.roots])).slice(0, 16),
)

/** Makes what tells in which locales a path is a page of a docset. */
export function pagesOf(
  { pagesIn }: Pick<InputDocset, 'pagesIn'>,
  doubles: ReadonlyMap<string, unknown>,
): PagesIn {
  return (_, path) =>
    doubles.has(path)
      ? ''
      : [...pagesIn].flatMap(([locale, pages]) => (pages.has(path) ? (locale ?? '-') : [])).join(' ')
}

function hasInputs({ inputs }: StoredGroup, group: InputGroup, roots: readonly string[]): boolean {
  return (
    inputs.length === group.inputs.length &&
    group.inputs.every(({ root, fragment, folderLocale = null }, at) => {
      const [number, wasFragment, locale] = inputs[at]!
      return roots[number] === root && fragment === (wasFragment === 1) && folderLocale === locale
    })
  )
}

/** What the texts of a state hold of a group. */
export interface GroupTexts {
  readonly summaries: readonly StoredSummary[]
  readonly chapters: readonly ChapterDraft[]
}

function toKnown(stored: StoredGroup, roots: readonly string[], texts: Uint8Array): KnownGroup {
  // Most runs need none of them.
  const kept = memoize((_: 'all') => JSON.parse(Buffer.from(textOf(stored, texts)).toString()) as GroupTexts)
  const { made } = stored
  return {
    stored,
    result: {
      path: stored.path,
      members: stored.members.map(({ path, messages, document: [locale, units] }, at) => ({
        file: { path, messages },
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
      ...(made && { made: made.document as MadeDocument }),
      suppressions: (stored.suppressions as SuppressionTally | undefined) ?? NONE,
      runbookNames: stored.runbookNames ?? [],
    },
    kinds: new Map(
      Object.entries(made?.kinds ?? {}).map(([locale, kinds]) => [locale, new Set(kinds as OutputKind[])]),
    ),
    assets: stored.assets.map(([root, path, output]) => ({ root: roots[root]!, path, output })),
    later: stored.members.map(({ later = [] }) => later),
  }
}

/** The summaries of a group as they are stored. */
export function textOf({ summaries: [start, length] }: StoredGroup, texts: Uint8Array): Uint8Array {
  return texts.subarray(start, start + length)
}

const NONE: SuppressionTally = { count: 0, used: [], reached: [], seen: [] }
