import type { ExchangeFile, ExchangeNote, ExchangeUnit } from '../../exchange/exchange-file.ts'
import { stampOf } from '../../exchange/stamp-of.ts'
import { plainOf } from '../../model/coded-text.ts'
import type { BilingualDocument, Handoff } from '../../model/document.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { createUnitCoder } from '../../parse/codes/code-unit.ts'
import type { ChangedUnit, DocumentChanges } from './changed-units.ts'
import type { LeftOutUnits } from './exchange-options.ts'
import { createPlaceNotes } from './place-notes.ts'
import type { UnitFindings } from './unit-findings.ts'
import { createLocks } from './why-locked.ts'

/** A document to export, and what is known about its units. */
export interface DocumentToExport {
  readonly document: BilingualDocument
  /** Its text. */
  readonly input: string
  /** Whether its docset has formulas, if it says so. */
  readonly formulas: boolean | undefined
  /** Offsets of units that reviewers approved. */
  readonly approved: ReadonlySet<number>
  /** Findings by key. */
  readonly findings: ReadonlyMap<string, UnitFindings>
  /** Whether units with findings are exported only if they are wanted. Default: all units are wanted. */
  readonly isWanted?: ((findings: UnitFindings | undefined) => boolean) | undefined
  /** Absent if all units are exported. */
  readonly changes?: DocumentChanges | undefined
  /** Whether to export translations by a machine. */
  readonly machine: boolean
  /** Numbers of the steps of its runbook by the keys of their units. */
  readonly steps: ReadonlyMap<string, string>
}

/** Units of a document, and the number of those left out. */
export interface CollectedUnits {
  readonly units: readonly ExchangeUnit[]
  readonly leftOut: LeftOutUnits
}

const MACHINE: ExchangeNote = { category: 'translation', text: 'Translated by a machine' }

/** Collects the units of a document for a translation tool, in document order; those of files that it includes belong to these. */
export function unitsToExport(exported: DocumentToExport): CollectedUnits {
  const { document, input, formulas, approved, findings, isWanted, changes, machine, steps } = exported
  const leftOut = { textless: 0, sourceless: 0, unchanged: 0, machine: 0, sound: 0 }
  const wanted = unitsOf(document).filter((unit) => {
    const reason = reasonToLeaveOut(unit)
    if (reason) leftOut[reason]++
    return !reason
  })
  const code = createUnitCoder(input, formulas)
  const codeOld = changes && createUnitCoder(changes.before, formulas)
  const lockOf = createLocks(document, input)
  const placeNotes = createPlaceNotes(document, steps)
  const units: ExchangeUnit[] = []
  for (const unit of wanted) {
    const { key, place } = unit
    const state = stateOf(document.handoff, unit, approved.has(place[0]))
    const { source, target } = code(unit)
    if (source === null || plainOf(source).trim() === '') {
      leftOut.textless++
      continue
    }
    const change = changes?.units.get(place[0])
    const lock = lockOf(unit)
    const previous = change && previousOf(unit, change)
    units.push({
      id: key,
      source,
      target,
      state,
      ...(lock !== undefined && {
        locked: `Read only: its translation cannot be written back, because ${lock}.`,
      }),
      notes: [
        ...placeNotes(unit),
        ...(change ? [{ category: 'translation', text: change.note } as const] : []),
        ...(state === 'machine' ? [MACHINE] : []),
        ...(findings.get(key)?.notes ?? []),
      ],
      stamp: stampOf(source, target),
      ...(previous && { previous }),
    })
  }
  return { units, leftOut }

  function reasonToLeaveOut(unit: TranslationUnit): keyof LeftOutUnits | undefined {
    const { source, structural, place, key } = unit
    if (source === null) return 'sourceless'
    if (structural) return 'textless'
    if (changes && !changes.units.has(place[0])) return 'unchanged'
    if (isWanted && !isWanted(findings.get(key))) return 'sound'
    const isMachine = () => stateOf(document.handoff, unit, approved.has(place[0])) === 'machine'
    return !machine && isMachine() ? 'machine' : undefined
  }

  function previousOf(
    { syntax, context }: TranslationUnit,
    { previous }: ChangedUnit,
  ): ExchangeUnit['previous'] {
    if (!codeOld || !previous || previous.source === null) return undefined
    const { offset } = previous
    const side = (markup: string) => ({ markup, text: '', place: [offset, offset] as const })
    const { source, target } = codeOld({
      syntax,
      context,
      place: [offset, offset],
      source: side(previous.source),
      target: previous.target === null ? null : side(previous.target),
    })
    return source ? { source, target } : undefined
  }
}

function stateOf(
  { translationType }: Handoff,
  { target }: TranslationUnit,
  isApproved: boolean,
): ExchangeUnit['state'] {
  if (target === null || target.markup.trim() === '') return 'missing'
  if (isApproved) return 'approved'
  return translationType?.trim().toUpperCase() === 'MT' ? 'machine' : 'translated'
}

/** Keys of front matter by the facts of a hand-off. */
const HANDOFF_KEYS = {
  sourceHash: 'ms.openlocfilehash',
  sourceCommit: 'ms.sourcegitcommit',
  translationType: 'ms.translationtype',
  contentLocale: 'ms.contentlocale',
  lastHandoff: 'ms.lasthandoff',
  fileId: 'ms.locfileid',
  date: 'ms.date',
} as const satisfies Readonly<Record<keyof Handoff, string>>

/** The hand-off of a document as its front matter names it. */
export function handoffFacts(handoff: Handoff): ExchangeFile['handoff'] {
  return Object.fromEntries(
    Object.entries(HANDOFF_KEYS).flatMap(([fact, key]) => {
      const value = handoff[fact as keyof Handoff]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
