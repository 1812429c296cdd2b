import { resolve } from 'node:path'
import { statsOf } from '../../read/files/inside.ts'
import { readFile } from '../../read/files/read-file.ts'
import { commitOf } from '../../read/git/run-git.ts'
import type { Input } from '../../read/input.ts'
import { openCommit } from '../../read/snapshots/commit-snapshot.ts'
import { openFolder } from '../../read/snapshots/folder-snapshot.ts'
import { isFolder } from '../../read/snapshots/is-folder.ts'
import type { Snapshot, SnapshotFile, SnapshotText } from '../../read/snapshots/snapshot.ts'
import { reviewDocument } from '../../review/document/review-document.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { Headline, UnitReview } from '../../review/types/unit-review.ts'
import { UserError } from '../../util/user-error.ts'
import { AT_ONCE, type FilePair, pairSnapshots } from '../review/pair-snapshots.ts'
import type { ExportOptions } from './exchange-options.ts'
import { pathBelow } from './path-below.ts'

const PURPOSE = 'lockstep export --only-changed'

/** A unit that is new or has another text than before. */
export interface ChangedUnit {
  /** What changed, for the translator. */
  readonly note: string
  /** Its texts before; absent if it is new. */
  readonly previous?: {
    readonly source: string | null
    readonly target: string | null
    /** Offset of its first delimiter in the text before. */
    readonly offset: number
  }
}

/** What changed in a document: its units by offset. */
export interface DocumentChanges {
  /** Text of the document before; empty if it is new. */
  readonly before: string
  readonly units: ReadonlyMap<number, ChangedUnit>
}

/** What changed in the inputs since an earlier version. */
export interface Changes {
  /** Whether a document has changed at all. */
  isChanged(input: Input): boolean
  /** Changes of a document. */
  of(input: Input, text: string, locale: string): DocumentChanges
}

type Settings = ExportOptions & { readonly cwd: string }

/**
 * Opens an earlier version of the inputs.
 *
 * @param inputs in the order in which their changes are asked for.
 * @throws {UserError} if it cannot be read, or is not a version of the inputs.
 */
export async function openChanges(
  base: string,
  inputs: readonly Input[],
  options: Settings,
): Promise<Changes> {
  const { cwd } = options
  const absolute = resolve(cwd, base)
  const isOfFolder = isFolder(absolute)
  const folder = isOfFolder ? onlyFolder(base, options) : cwd
  const old = isOfFolder ? await openFolder(base, absolute, options) : openRevision(base, options)
  const byPath = new Map<string, Input>()
  for (const input of inputs) {
    const path = pathBelow(folder, input.absolute)
    if (path === undefined)
      throw new UserError(
        `Cannot compare ${input.absolute} with ${base}: it is not in ${folder}`,
        'Run the command in the folder of the repository that holds the inputs, or name a folder.',
      )
    byPath.set(path, input)
  }
  const current = currentSnapshot(folder, byPath, options)
  const roots = [...new Set(inputs.map(({ root }) => root))].map((root) => pathBelow(folder, root) ?? '')
  const isWanted = (path: string) =>
    byPath.has(path) || roots.some((root) => root === '' || path.startsWith(`${root}/`))
  const pairs = pairSnapshots({ base: old, head: current }, isWanted, options.targetLocale ?? 'und')
  const pairOf = new Map(pairs.flatMap((pair) => (pair.current ? [[byPath.get(pair.path)!, pair]] : [])))
  const oldOf = (some: Iterable<Input>) => [...some].flatMap((input) => pairOf.get(input)?.old ?? [])
  const textOf = createTextReader(old, oldOf(inputs))
  const changed = new Set<Input>()
  for (const input of inputs) {
    const { old: before, current: file, join } = pairOf.get(input) ?? {}
    const isEqual =
      before !== undefined &&
      join?.method === 'path' &&
      textOf(before).text === current.read([file!])[0]!.text
    if (!isEqual) changed.add(input)
  }
  const changedTextOf = createTextReader(old, oldOf(changed))
  return {
    isChanged: (input) => changed.has(input),
    of: (input, text, locale) => {
      const pair = pairOf.get(input)
      const before = pair?.old && changedTextOf(pair.old).text
      return { before: before ?? '', units: changedUnits(pair, before, text, locale) }
    },
  }
}

function openRevision(base: string, { cwd, ...settings }: Settings): Snapshot {
  const commit = commitOf(cwd, base, PURPOSE)
  if (commit !== undefined) return openCommit({ name: base, commit, folder: cwd, purpose: PURPOSE }, settings)
  throw new UserError(
    `There is no folder and no git revision ${base}`,
    'Name a folder, or a commit, branch or tag of the repository that the working folder is in.',
  )
}

/** @throws {UserError} unless the inputs are one folder. */
function onlyFolder(base: string, { cwd, inputs }: Settings): string {
  const [input = '', ...others] = inputs
  const folder = resolve(cwd, input)
  if (others.length === 0 && statsOf(folder)?.isDirectory()) return folder
  throw new UserError(
    `Cannot compare ${inputs.join(', ')} with the folder ${base}`,
    `Name one folder of documents, the later version of ${base}; or a git revision.`,
  )
}

/** The inputs as they are now. */
function currentSnapshot(folder: string, byPath: ReadonlyMap<string, Input>, options: Settings): Snapshot {
  return {
    name: 'the inputs',
    folder,
    files: [...byPath].map(([path, { absolute, folderLocale }]) => ({
      path,
      absolute,
      ...(folderLocale !== undefined && { folderLocale }),
    })),
    read: (files) =>
      files.map(({ path }): SnapshotText => {
        const { value } = readFile(byPath.get(path)!, options)
        return value === undefined ? { problem: 'Cannot read this file' } : { text: String(value) }
      }),
    resolve: (_, path) => ({ status: 'missing', path }),
  }
}

/** Returns a function that reads files of a snapshot, several at a time, as long as they are asked for in order. */
function createTextReader(
  snapshot: Snapshot,
  files: readonly SnapshotFile[],
): (file: SnapshotFile) => SnapshotText {
  const places = new Map(files.map((file, at) => [file, at]))
  let batch = new Map<SnapshotFile, SnapshotText>()
  return (file) => {
    if (!batch.has(file)) {
      const at = places.get(file) ?? 0
      const next = files.slice(at, at + AT_ONCE)
      const texts = snapshot.read(next)
      batch = new Map(next.map((each, index) => [each, texts[index]!]))
    }
    return batch.get(file)!
  }
}

/** Headlines of units that a translator need not look at. */
const NOTHING_TO_DO: ReadonlySet<Headline> = new Set(['unchanged', 'moved', 'removed', 'whitespace-only'])

function changedUnits(
  pair: FilePair | undefined,
  before: string | undefined,
  text: string,
  locale: string,
): ReadonlyMap<number, ChangedUnit> {
  const old = before === undefined ? undefined : scanDocument(before)
  const current = scanDocument(text)
  const { path = '', join = { method: 'none' } } = pair ?? {}
  const review = reviewDocument({
    path,
    oldPath: pair?.old?.path ?? null,
    locale,
    join,
    ...(old && { old }),
    current,
  })
  const indexes = new Map(current.units.map(({ start }, at) => [start, at]))
  const starts = new Map((old?.units ?? []).toReversed().map(({ id, start }) => [id, start]))
  const changed = new Map<number, ChangedUnit>()
  for (const unit of review.units) {
    if (NOTHING_TO_DO.has(unit.headline) || unit.offset === undefined || !unit.texts) continue
    const { oldSource, oldTarget } = unit.texts
    const offset = starts.get(unit.oldIds[0] ?? '')
    const change: ChangedUnit = {
      note: noteOf(unit),
      ...(offset !== undefined &&
        oldSource !== null && { previous: { source: oldSource, target: oldTarget, offset } }),
    }
    const first = indexes.get(unit.offset) ?? 0
    // A unit that was split is several units now.
    for (const { start } of current.units.slice(first, first + unit.newIds.length)) changed.set(start, change)
  }
  return changed
}

function noteOf({ source, target, structure }: UnitReview): string {
  if (structure === 'new') return 'New'
  if (structure === 'split') return 'Part of a unit that was split'
  if (structure === 'merged') return 'Merged from several units'
  if (source === 'same') return 'The translation has changed, the source text has not'
  return `The source text has changed${target === 'same' ? ', the translation has not' : ' and the translation, too'}`
}
