import type { AlignmentReason } from '../../align/alignment.ts'
import { longestIncreasing } from '../../util/data/longest-increasing.ts'
import { detachString } from '../../util/text/detach-string.ts'
import type { JoinedUnits } from '../join/join-units.ts'
import type { UnitPair } from '../join/unit-pair.ts'
import type { ScannedDocument, ScannedUnit } from '../scan/scanned-document.ts'
import { countWords } from '../text/count-words.ts'
import { plainText } from '../text/plain-text.ts'
import { sourceSigns, targetSigns } from '../text/risk-signs.ts'
import { textChange, withoutSpace } from '../text/text-change.ts'
import { together } from '../text/together.ts'
import type {
  Headline,
  RiskSign,
  StructureChange,
  TargetChange,
  TextChange,
  UnitReview,
  UnitTexts,
} from '../types/unit-review.ts'
import { headlineOf } from './headline.ts'
import { createPlaces, type PlaceFinder } from './unit-places.ts'

/** Describes every unit of both versions: in the new order, removed ones after the unit that they followed. */
export function reviewUnits(
  old: ScannedDocument | undefined,
  current: ScannedDocument | undefined,
  { pairs, removed, added }: JoinedUnits,
): readonly UnitReview[] {
  const places = { old: old && createPlaces(old), current: current && createPlaces(current) }
  const kept = longestIncreasing(pairs.map((pair) => pair.old[0]!))
  const units: UnitReview[] = []
  const removedAfter = groupRemoved(removed, pairs)
  const addRemoved = (after: number) => {
    for (const index of removedAfter.get(after) ?? [])
      units.push(single('removed', old!, index, places.old!, removed.get(index)!))
  }
  addRemoved(-1)
  let next = 0
  for (let at = 0; at < (current?.units.length ?? 0); at++) {
    const reason = added.get(at)
    if (reason !== undefined) units.push(single('new', current!, at, places.current!, reason))
    const pair = pairs[next]
    if (pair?.current[0] !== at) continue
    units.push(joined(old!.units, current!.units, pair, !kept.has(next), places.current!))
    for (const index of pair.old) addRemoved(index)
    next++
  }
  return units
}

/** Removed units by the joined old unit that they followed; -1 at the start. */
function groupRemoved(
  removed: JoinedUnits['removed'],
  pairs: readonly UnitPair[],
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  if (removed.size === 0) return groups
  const stays = new Set(pairs.flatMap((pair) => pair.old))
  let before = -1
  let passed = 0
  for (const index of [...removed.keys()].sort((a, b) => a - b)) {
    for (; passed < index; passed++) if (stays.has(passed)) before = passed
    const group = groups.get(before)
    if (group) group.push(index)
    else groups.set(before, [index])
  }
  return groups
}

function single(
  structure: 'new' | 'removed',
  document: ScannedDocument,
  index: number,
  places: PlaceFinder,
  reason: AlignmentReason,
): UnitReview {
  const unit = document.units[index]!
  const texts: UnitTexts =
    structure === 'new'
      ? { oldSource: null, newSource: copy(unit.source), oldTarget: null, newTarget: copy(unit.target) }
      : { oldSource: copy(unit.source), newSource: null, oldTarget: copy(unit.target), newTarget: null }
  return {
    headline: structure,
    newIds: structure === 'new' ? [detachString(unit.id)] : [],
    oldIds: structure === 'new' ? [] : [detachString(unit.id)],
    source: unit.source === null ? 'same' : 'text',
    target: unit.target === null ? 'same' : 'text',
    structure,
    moved: false,
    join: { method: 'none', reason },
    words: countWords(unit.plain),
    ...places(index),
    texts,
  }
}

function joined(
  olds: readonly ScannedUnit[],
  currents: readonly ScannedUnit[],
  pair: UnitPair,
  moved: boolean,
  places: PlaceFinder,
): UnitReview {
  const [before, after] = [pair.old.map((at) => olds[at]!), pair.current.map((at) => currents[at]!)]
  const structure = structureOf(before.length, after.length)
  const texts: UnitTexts = {
    oldSource: together(before, 'source'),
    newSource: together(after, 'source'),
    oldTarget: together(before, 'target'),
    newTarget: together(after, 'target'),
  }
  const source = changeOf(texts.oldSource, texts.newSource, structure)
  const target = targetChange(texts, structure)
  const headline = headlineOf({ source, target, structure, moved })
  const facts = {
    headline,
    newIds: after.map(({ id }) => detachString(id)),
    oldIds: before.map(({ id }) => detachString(id)),
    source,
    target,
    structure,
    moved,
    join: pair.join,
    words: after.reduce((sum, { plain }) => sum + countWords(plain), 0),
  }
  if (headline === 'unchanged') return facts
  const signs = signsOf(headline, texts, source, target)
  return {
    ...facts,
    ...places(pair.current[0]!),
    texts: copyOf(texts),
    ...(signs.length > 0 && { signs }),
  }
}

function structureOf(before: number, after: number): StructureChange {
  if (before === 1 && after === 1) return 'one-to-one'
  return after > before ? 'split' : 'merged'
}

function changeOf(before: string | null, after: string | null, structure: StructureChange): TextChange {
  if (before === after) return 'same'
  if (before === null || after === null) return 'text'
  // Splitting and merging changes the white space between sentences.
  if (structure !== 'one-to-one' && withoutSpace(before) === withoutSpace(after)) return 'same'
  return textChange(before, after)
}

function targetChange(texts: UnitTexts, structure: StructureChange): TargetChange {
  const { oldSource, newSource, oldTarget, newTarget } = texts
  const change = changeOf(oldTarget, newTarget, structure)
  if (change === 'same' || newTarget === null || newSource === null) return change
  if (!/\p{L}/u.test(newTarget) || !isCopy(newTarget, newSource)) return change
  const wasSource = oldTarget !== null && oldSource !== null && lettersOf(oldSource) === lettersOf(oldTarget)
  return wasSource ? change : 'became-source'
}

/** The letters of a text: a name is no translation, whatever its numbers, marks and case. */
function lettersOf(markup: string): string {
  return plainText(markup)
    .replace(/\P{L}+/gu, '')
    .toLowerCase()
}

/** Whether a target has the words of its source; translations have addresses and markup of their own. */
function isCopy(target: string, source: string): boolean {
  return target === source || withoutSpace(plainText(target)) === withoutSpace(plainText(source))
}

function signsOf(
  headline: Headline,
  { oldSource, newSource, oldTarget, newTarget }: UnitTexts,
  source: TextChange,
  target: TargetChange,
): readonly RiskSign[] {
  if (oldSource === null || newSource === null || oldTarget === null || newTarget === null) return []
  const texts = { oldSource, newSource, oldTarget, newTarget }
  if (headline === 'retranslated') return targetSigns(texts)
  if (source === 'same' || source === 'whitespace' || source === 'markup') return []
  return sourceSigns(texts, target !== 'text' && target !== 'became-source')
}

/** Texts in memory of their own, equal ones once. */
function copyOf({ oldSource, newSource, oldTarget, newTarget }: UnitTexts): UnitTexts {
  const [source, target] = [copy(newSource), copy(newTarget)]
  return {
    oldSource: oldSource === newSource ? source : copy(oldSource),
    newSource: source,
    oldTarget: oldTarget === newTarget ? target : copy(oldTarget),
    newTarget: target,
  }
}

function copy(text: string | null): string | null {
  return text === null ? null : detachString(text)
}
