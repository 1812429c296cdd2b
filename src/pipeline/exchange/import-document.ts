import type { ReturnedUnit } from '../../exchange/exchange-file.ts'
import { matchUnits } from '../../exchange/import/match-units.ts'
import { plainOf } from '../../model/coded-text.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { positionOf } from '../../model/place.ts'
import { createUnitCoder, parserOf } from '../../parse/codes/code-unit.ts'
import { looseMarks } from '../../parse/codes/loose-marks.ts'
import type { SuggestionEdit } from '../../review/decisions/suggestion-edits.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import { proveSuggestions } from '../review/prove-suggestions.ts'
import type { ImportedUnit, ImportSettings } from './exchange-import.ts'
import { decideImport, type ImportDecision, type OpenUnit, readsAs } from './import-unit.ts'
import { createLocks } from './why-locked.ts'

/** A returned unit and the file that it came in, for people. */
export interface Returned {
  readonly file: string
  readonly unit: ReturnedUnit
}

/** A document that translations came back for. */
export interface ImportTarget {
  readonly document: BilingualDocument
  /** Its text. */
  readonly text: string
  /** Path for people. */
  readonly path: string
  /** Whether its docset has formulas, if it says so. */
  readonly formulas: boolean | undefined
}

/** What became of the translations for a document. */
export interface ImportedDocument {
  /** With the accepted translations. */
  readonly text: string
  readonly units: readonly ImportedUnit[]
  /** Translations that are written, or would be but for what the document is today; with the index of their unit in the scan. */
  readonly edits: readonly { readonly edit: SuggestionEdit; readonly outcome: ImportedUnit['outcome'] }[]
}

/** Puts translations that came back into the text of a document, proved one by one. */
export function importInto(
  { document, text, path, formulas }: ImportTarget,
  returned: readonly Returned[],
  settings: ImportSettings,
): ImportedDocument {
  const code = createUnitCoder(text, formulas)
  const parser = parserOf(text, formulas)
  const open = openUnits(document, text, code, (markup) => looseMarks(markup, parser))
  const matches = matchUnits(
    returned.map(({ unit }) => unit),
    open,
  )
  const indexes = new Map(scanDocument(text).units.map(({ start }, at) => [start, at]))
  const decided = withoutDoubles(
    returned.map((each, at) => ({
      ...each,
      match: matches[at]?.unit,
      decision: decideImport(each.unit, matches[at], code, settings),
    })),
  )
  const edits = new Map<SuggestionEdit, Decided>()
  for (const each of decided) {
    const { decision, match } = each
    const { markup, otherwise, coded } = decision
    const index = match && indexes.get(match.unit.place[0])
    if (markup === undefined || !coded || !match?.unit.target || index === undefined) continue
    const [start, end] = match.unit.target.place
    edits.set(
      {
        unit: index,
        start,
        end,
        suggestion: markup,
        ...(otherwise !== undefined && { otherwise }),
        decisions: [],
        reads: (unit, input) => readsAs(coded, unit, createUnitCoder(input, formulas)),
      },
      each,
    )
  }
  const accepted = [...edits].flatMap(([edit, { decision }]) => (decision.outcome === 'accepted' ? edit : []))
  const proved = proveSuggestions(
    { path: document.path, text, locale: document.targetLocale },
    accepted.sort((a, b) => a.start - b.start),
  )
  const written = new Map(proved.written.map(({ unit, suggestion }) => [unit, suggestion]))
  const reasons = new Map(proved.refused.map(({ offset, reason }) => [offset, reason]))
  const outcomes = new Map<Decided, ImportDecision>()
  for (const edit of accepted)
    if (!written.has(edit.unit))
      outcomes.set(edits.get(edit)!, {
        outcome: 'refused',
        reason: reasons.get(edit.start) ?? 'it does not work together with the other translations',
      })
  return {
    text: proved.text,
    units: decided.map((each) => toImported(each, outcomes.get(each) ?? each.decision)),
    edits: [...edits].map(([edit, each]) => ({
      edit: { ...edit, suggestion: written.get(edit.unit) ?? edit.suggestion },
      outcome: (outcomes.get(each) ?? each.decision).outcome,
    })),
  }

  function toImported(
    { file, unit, match, decision }: Decided,
    { outcome, reason }: ImportDecision,
  ): ImportedUnit {
    const { line, column, id, target } = unit
    const place = match?.unit.target?.place
    const at = place && positionOf(document, place[0])
    return {
      outcome,
      file,
      line,
      column,
      id,
      ...(match && { document: path }),
      ...(at && { documentLine: at.line, documentColumn: at.column }),
      ...(reason !== undefined && { reason }),
      text: decision.coded
        ? plainOf(decision.coded)
        : (target ?? []).filter((part) => typeof part === 'string').join(''),
    }
  }
}

interface Decided extends Returned {
  readonly match: OpenUnit | undefined
  readonly decision: ImportDecision
}

/** The units that can have been exported: those with a source. */
function openUnits(
  document: BilingualDocument,
  text: string,
  code: ReturnType<typeof createUnitCoder>,
  looseMarks: OpenUnit['looseMarks'],
): readonly OpenUnit[] {
  const lockOf = createLocks(document, text)
  return document.order.flatMap((id) => {
    const unit = document.units[id]!
    if (unit.structural || !unit.source) return []
    const coded = code(unit)
    return coded.source ? { id, unit, source: coded.source, coded, locked: lockOf(unit), looseMarks } : []
  })
}

/** Refuses translations of a unit that contradict each other. */
function withoutDoubles(all: readonly Decided[]): readonly Decided[] {
  const texts = new Map<OpenUnit, string>()
  const doubled = new Set<OpenUnit>()
  for (const { match, decision } of all) {
    if (!match || decision.markup === undefined) continue
    const known = texts.get(match)
    if (known !== undefined && known !== decision.markup) doubled.add(match)
    texts.set(match, decision.markup)
  }
  const taken = new Set<OpenUnit>()
  return all.map((each) => {
    const { match, decision } = each
    if (!match || decision.markup === undefined) return each
    if (doubled.has(match))
      return {
        ...each,
        decision: { outcome: 'refused', reason: 'there are several translations of it, which differ' },
      }
    if (taken.has(match)) return { ...each, decision: { outcome: 'unchanged' } }
    taken.add(match)
    return each
  })
}
