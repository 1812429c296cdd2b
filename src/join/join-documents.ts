/**
 * Joins the translations of one document.
 *
 * The base is the document of the newest hand-off (among equals, the one with the most sound units, so that a damaged one does not win). Its skeleton
 * becomes the common one; its units get their ordinals as keys. Units of the same hand-off join by ordinal if their source texts are equal.
 * The rest is aligned (`align/`): texts that occur once on each side, equal neighbours of joined units (only if the forward and the backward
 * pass agree), then, between joined pieces, equal concatenations and similar texts in order. Ambiguous units are left alone.
 */

import type { BilingualDocument, FullTree } from '../model/document.ts'
import type {
  JoinedTarget,
  LocaleEdition,
  MultilingualDocument,
  MultilingualUnit,
  UnjoinedUnit,
} from '../model/multilingual.ts'
import type { TranslationUnit } from '../model/unit.ts'
import { canonicalKeys, fileOf } from './canonical-keys.ts'
import { chooseBase, isSameHandoff, revisionOf } from './handoffs.ts'
import { isSameTree } from './is-same-tree.ts'
import { joinUnits } from './join-units.ts'
import { type Rename, renameInOutline, renameInParts, renameInTables, renameInTree } from './rename-units.ts'

/**
 * Joins the translations of one document into one model. It never guesses silently: each unit records how it
 * was joined, and the model keeps units that could not be joined with the reason.
 *
 * @param documents the same document in different target locales (at least one), in the order for the result;
 * all with the same path and source locale.
 */
export function joinDocuments(documents: readonly BilingualDocument[]): MultilingualDocument {
  const base = chooseBase(documents)
  const keys = { units: canonicalKeys(base.units), includedUnits: canonicalKeys(base.includedUnits) }
  const rename: Rename = (key) => keys.units.get(key) ?? keys.includedUnits.get(key)
  const tree = renameInTree(base.skeleton.tree, rename)
  const editions = [base, ...documents.filter((document) => document !== base)].map((document) =>
    joinEdition(document, base, { rename, tree }),
  )
  const { outline, tables, skeleton, sourceLocale, targetLocale } = base
  const full = Object.assign({}, ...editions.map((edition) => edition.full)) as Record<string, FullTree>
  const shared = editions.filter(({ isShared }) => isShared).map(({ locale }) => locale)
  const toUnits = (units: BilingualDocument['units'], names: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      Object.entries(units).map(([key, unit]) => [
        names.get(key)!,
        joinedUnit(names.get(key)!, unit, editions),
      ]),
    )
  return {
    type: 'multilingual-document',
    version: 2,
    path: base.path,
    format: base.format,
    sourceLocale,
    base: targetLocale,
    title: base.title.source,
    locales: Object.fromEntries(editions.map(({ locale, edition }) => [locale, edition])),
    units: toUnits(base.units, keys.units),
    order: base.order.map((key) => keys.units.get(key)!),
    includedUnits: toUnits(base.includedUnits, keys.includedUnits),
    skeleton: {
      parts: renameInParts(skeleton.parts, rename),
      tree,
      sharedBy: shared.sort(),
      ...(Object.keys(full).length > 0 && { full }),
    },
    outline: renameInOutline(outline, rename),
    tables: renameInTables(tables, rename),
    includes: base.includes,
    anchors: base.anchors,
  }
}

/** One translation, prepared for the joined model. */
interface JoinedEdition {
  readonly locale: string
  readonly edition: LocaleEdition
  readonly targets: ReadonlyMap<string, JoinedTarget>
  readonly isShared: boolean
  /** Fully parsed content by locale. */
  readonly full: Readonly<Record<string, FullTree>>
}

function joinEdition(
  document: BilingualDocument,
  base: BilingualDocument,
  common: { readonly rename: Rename; readonly tree: BilingualDocument['skeleton']['tree'] },
): JoinedEdition {
  const { targetLocale: locale, handoff, metadata, title, links, skeleton } = document
  const revision = revisionOf(handoff, base.handoff)
  const { targets, unjoined } =
    document === base ? ownTargets(base, common.rename) : joinWithBase(document, base, common.rename)
  const rename = document === base ? common.rename : renameByJoin(targets)
  const isShared = document === base || isSameTree(common.tree, skeleton.tree, rename)
  const { source, target } = skeleton.full ?? {}
  const full = (name: string, tree: FullTree | undefined) => tree && { [name]: renameFull(tree, rename) }
  const { outline, tables } = document
  return {
    locale,
    targets,
    isShared,
    edition: {
      title: title.target,
      metadata,
      handoff,
      revision,
      lines: document.lines,
      links,
      unjoined,
      missing: missingOf(base, targets, common.rename),
      ...(!isShared && { own: { parts: skeleton.parts, tree: skeleton.tree, outline, tables } }),
    },
    full: {
      ...(document === base && full(document.sourceLocale, source)),
      // The full text of an older revision would not match the base's structure.
      ...((isShared || revision === 'newest') && full(locale, target)),
    },
  }
}

function ownTargets(
  base: BilingualDocument,
  rename: Rename,
): Pick<JoinedEdition, 'targets'> & { unjoined: readonly UnjoinedUnit[] } {
  const units = [
    ...Object.values(base.units),
    ...Object.entries(base.includedUnits).map(([key, unit]) => ({ ...unit, key })),
  ]
  const targets = units.map(({ key, id, target }): [string, JoinedTarget] => [
    rename(key)!,
    { units: [{ key, id, target }], join: 'base' },
  ])
  return { targets: new Map(targets), unjoined: [] }
}

/** Joins units file by file: the document's own, then those of each included file. */
function joinWithBase(
  document: BilingualDocument,
  base: BilingualDocument,
  rename: Rename,
): Pick<JoinedEdition, 'targets'> & { unjoined: readonly UnjoinedUnit[] } {
  const ownKeys = canonicalKeys(document.units)
  const ours = inOrder(base.units).map((unit) => [rename(unit.key)!, unit] as const)
  const theirs = inOrder(document.units).map((unit) => [ownKeys.get(unit.key)!, unit] as const)
  const sameHandoff = isSameHandoff(document.handoff, base.handoff)
  const joined = [joinUnits({ base: ours, locale: theirs, sameHandoff })]
  const included = byFile(base.includedUnits)
  for (const [file, units] of byFile(document.includedUnits)) {
    const here = (included.get(file) ?? []).map((unit) => [rename(unit.key)!, unit] as const)
    const { targets, unjoined } = joinUnits({
      base: here,
      locale: units.map((unit) => [unit.key, unit]),
      sameHandoff: false,
    })
    const include = file.slice(0, -1)
    joined.push({ targets, unjoined: unjoined.map((each) => ({ ...each, include })) })
  }
  return {
    targets: new Map(joined.flatMap(({ targets }) => [...targets])),
    unjoined: joined.flatMap(({ unjoined }) => unjoined),
  }
}

/** Units in the order of the input: JavaScript objects list integer-like keys first. */
function inOrder(units: BilingualDocument['units']): readonly TranslationUnit[] {
  return Object.values(units).sort((a, b) => a.place[0] - b.place[0])
}

/** Included units with their full keys, by file. */
function byFile(units: BilingualDocument['includedUnits']): ReadonlyMap<string, TranslationUnit[]> {
  const files = new Map<string, TranslationUnit[]>()
  for (const [key, unit] of Object.entries(units)) {
    const file = fileOf(key)
    files.set(file, [...(files.get(file) ?? []), { ...unit, key }])
  }
  return files
}

/** Renames a locale's units to the units that they were joined with. */
function renameByJoin(targets: ReadonlyMap<string, JoinedTarget>): Rename {
  const names = new Map<string, string>()
  for (const [key, { units }] of targets) for (const unit of units) names.set(unit.key, key)
  return (key) => names.get(key)
}

function renameFull({ tree, because }: FullTree, rename: Rename): FullTree {
  return { tree: renameInTree(tree, rename), because: because.map((key) => rename(key) ?? key) }
}

/** Keys of units with source text that a locale does not translate. */
function missingOf(
  base: BilingualDocument,
  targets: ReadonlyMap<string, JoinedTarget>,
  rename: Rename,
): string[] {
  const units = [...Object.entries(base.units), ...Object.entries(base.includedUnits)]
  return units.flatMap(([key, { source, structural }]) => {
    if (structural || !source?.text) return []
    const joined = targets.get(rename(key)!)
    const isThere = joined?.continues !== undefined || joined?.units.some(({ target }) => target !== null)
    return isThere ? [] : [rename(key)!]
  })
}

function joinedUnit(
  key: string,
  unit: TranslationUnit,
  editions: readonly JoinedEdition[],
): MultilingualUnit {
  const { source, syntax, context, structural } = unit
  const targets = editions.flatMap(({ locale, targets: all }) => {
    const target = all.get(key)
    return target ? [[locale, target] as const] : []
  })
  return {
    key,
    source,
    syntax,
    context,
    ...(structural && { structural }),
    targets: Object.fromEntries(targets),
  }
}
