import type { ReturnedUnit } from '../../exchange/exchange-file.ts'
import { codeDifference, codedAgain, type DocumentSides } from '../../exchange/import/coded-again.ts'
import type { Match } from '../../exchange/import/match-units.ts'
import { areEqual, type Spelling, spellTarget } from '../../exchange/import/spell-target.ts'
import { inOneLine, withoutLineBreaks } from '../../exchange/import/without-line-breaks.ts'
import { stampOfTarget } from '../../exchange/stamp-of.ts'
import { type CodedText, codesOf, markupOf, plainOf } from '../../model/coded-text.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import type { CodedUnit, createUnitCoder } from '../../parse/codes/code-unit.ts'
import type { ImportOutcome, ImportSettings } from './exchange-import.ts'

/** A unit of a document that translations can come back to. */
export interface OpenUnit {
  readonly id: string
  readonly unit: TranslationUnit
  readonly source: CodedText
  readonly coded: CodedUnit
  /** Why its target cannot be replaced. */
  readonly locked: string | undefined
  /** Number of marks without a partner in a markup. */
  readonly looseMarks: (markup: string) => number
}

/** What becomes of a translation that came back. */
export interface ImportDecision {
  readonly outcome: ImportOutcome
  readonly reason?: string
  /** The target to write, as markup; absent if there is nothing to write. */
  readonly markup?: string
  /** Another spelling of it. */
  readonly otherwise?: string
  /** The same as text and codes. */
  readonly coded?: CodedText
}

type UnitCoder = ReturnType<typeof createUnitCoder>

/** Characters that no text of a document can have: XML and terminals do not know them either (Unicode, general category Cc). */
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/
const DELIMITER = /<\/?span\b[^<>]*(?:ttu-id|stu-id|sxs-)|data-[ts]tu-id/i

const UNCHANGED: ImportDecision = { outcome: 'unchanged' }

/** Decides what becomes of a translation: three-way between what was exported, what came back, and the document today. */
export function decideImport(
  returned: ReturnedUnit,
  match: Match<OpenUnit> | undefined,
  code: UnitCoder,
  settings: ImportSettings,
): ImportDecision {
  const { target, source, stamp, isUntouched } = returned
  const own = stampOfReturned(target)
  if (isUntouched || own === stamp?.target) return UNCHANGED
  if (!match)
    return {
      outcome: 'missing',
      reason:
        stamp || source
          ? 'the document has no unit with this source'
          : 'the file has neither the source nor the stamps that it was exported with',
    }
  const { unit, by } = match
  const { coded: current, locked } = unit
  if (own === stampOfTarget(current.target) || isRewrapped(target, current)) return UNCHANGED
  if (target === null || isBlank(target)) return { outcome: 'refused', reason: 'the translation is empty' }
  if (locked !== undefined) return { outcome: 'refused', reason: locked }
  const written = write(target, unit, code, settings)
  if ('problem' in written) return { outcome: 'refused', reason: written.problem }
  const { isTyped, ...spelled } = written
  const accepted = { outcome: 'accepted', ...(isTyped && { reason: 'its codes came back as text' }) } as const
  return { ...(doubtOf(by, stamp, current, settings) ?? accepted), ...spelled }
}

/** A target as it is written into the document. */
interface WrittenTarget extends Spelling {
  readonly coded: CodedText
  /** Whether its codes came back as text. */
  readonly isTyped: boolean
}

/** Writes a target as markup, or says why it cannot be written. */
function write(
  target: NonNullable<ReturnedUnit['target']>,
  unit: OpenUnit,
  code: UnitCoder,
  { allowCodeChanges }: ImportSettings,
): WrittenTarget | { readonly problem: string } {
  const sides = { source: unit.source, target: unit.coded.target }
  const typed = withTypedCodes(target, unit, code)
  const read = typed ? { coded: typed } : codedAgain(target, sides)
  if ('problem' in read) return read
  const { coded } = read
  const problem =
    problemOfText(coded) ?? (typed || allowCodeChanges ? undefined : problemOfCodes(coded, sides))
  if (problem !== undefined) return { problem }
  const spelling = typed ? { markup: markupOf(typed) } : spell(coded, unit, code)
  if (!spelling) return { problem: 'no spelling of it reads the same in this place' }
  return { ...spelling, coded, isTyped: typed !== undefined }
}

/** Why a target that can be written is not: the document is not what it was exported from, or may not be. */
function doubtOf(
  by: Match<OpenUnit>['by'],
  stamp: ReturnedUnit['stamp'],
  { target }: CodedUnit,
  { acceptSimilar }: ImportSettings,
): ImportDecision | undefined {
  if (!acceptSimilar) {
    if (by === 'changed') return { outcome: 'conflict', reason: 'the source has changed since the export' }
    if (by === 'similar') return { outcome: 'proposed', reason: 'the source is only similar' }
    if (!stamp && target && plainOf(target).trim() !== '')
      return { outcome: 'proposed', reason: 'the file does not say what translation it was exported with' }
  }
  if (stamp && stamp.target !== stampOfTarget(target))
    return { outcome: 'conflict', reason: 'the translation in the document has changed since the export' }
  return undefined
}

/** How the codes of a target differ from those of the source, unless they are those of the target that it replaces. */
function problemOfCodes(coded: CodedText, { source, target }: DocumentSides): string | undefined {
  if (target && codeDifference(coded, target) === undefined) return undefined
  const difference = codeDifference(coded, source)
  return difference && `its codes are not those of the source: ${difference}`
}

function isBlank(target: NonNullable<ReturnedUnit['target']>): boolean {
  return target.every((part) => typeof part !== 'string' || part.trim() === '')
}

/** Whether a target differs from that of the document in its line breaks only, which are spaces to readers. */
function isRewrapped(returned: ReturnedUnit['target'], { target, place }: CodedUnit): boolean {
  if (!returned || !target || place === 'verbatim') return false
  const lines = returned.map((part) => (typeof part === 'string' ? withoutLineBreaks(part) : part))
  return stampOfReturned(lines) === stampOfTarget(inOneLine(target))
}

function stampOfReturned(target: ReturnedUnit['target']): string {
  return stampOfTarget(
    target?.map((part) =>
      typeof part === 'string'
        ? { type: 'text' as const, text: part, markup: part }
        : { type: part.type, id: Number(part.id), kind: 'tag' as const, markup: '' },
    ) ?? null,
  )
}

/** A target that came back without any code, read as markup, if that has exactly the codes of the source, which are not none. */
function withTypedCodes(
  target: NonNullable<ReturnedUnit['target']>,
  unit: OpenUnit,
  code: UnitCoder,
): CodedText | undefined {
  if (!target.every((part) => typeof part === 'string')) return undefined
  const markup = target.join('')
  if (codesOf(unit.source).length === 0 || /\n[ \t]*\n/.test(markup)) return undefined
  const read = reads(markup, unit, code)
  return markupOf(read) === markup && codeDifference(read, unit.source) === undefined ? read : undefined
}

function reads(markup: string, { unit }: OpenUnit, code: UnitCoder): CodedText {
  const { source, place } = unit
  const target = { markup, text: '', place, ...(source?.content && { content: source.content }) }
  return code({ ...unit, target }).target ?? []
}

function spell(coded: CodedText, unit: OpenUnit, code: UnitCoder): Spelling | undefined {
  const { source, target, place, startsLine } = unit.coded
  const allowed = unit.looseMarks(target ? markupOf(target) : '')
  return spellTarget(coded, {
    source: source ?? [],
    target,
    place,
    startsLine,
    reads: (markup) =>
      place === 'markdown' && unit.looseMarks(markup) > allowed ? undefined : reads(markup, unit, code),
  })
}

function problemOfText(coded: CodedText): string | undefined {
  const text = plainOf(coded)
  const control = CONTROL.exec(text)?.[0]
  if (control !== undefined)
    return `it has the control character U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  if (/\n[ \t]*\n/.test(text)) return 'it has a blank line, which would end the paragraph'
  return DELIMITER.test(text) ? 'it has a delimiter of units' : undefined
}

/** Whether a unit, read again, is what was to be written. */
export function readsAs(coded: CodedText, unit: TranslationUnit, code: UnitCoder): boolean {
  const { target } = code(unit)
  return target !== null && areEqual(inOneLine(target), inOneLine(coded))
}
