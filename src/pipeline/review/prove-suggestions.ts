/**
 * Proves suggestions before they are written.
 *
 * The changed text is parsed again: the unit must say what was suggested, and everything else what it said before. If several suggestions do
 * not work together, halves are tried.
 */

import { VFile } from 'vfile'
import { scanSxs } from '../../bitext/scan-sxs.ts'
import { unbalancedTags } from '../../bitext/unbalanced-tags.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { applyFixes, type Fix } from '../../model/findings/fix.ts'
import { linesOf, toPosition } from '../../model/place.ts'
import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import type { PlacedRefusal, SuggestionEdit } from '../../review/decisions/suggestion-edits.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import { foldSpace } from '../../util/text/fold-space.ts'

/** A document to change. */
export interface Changeable {
  readonly path: string
  readonly text: string
  /** BCP 47 tag of the target side. */
  readonly locale: string
}

/** A document with the suggestions that are proved, and the others. */
export interface ProvedSuggestions {
  readonly text: string
  readonly written: readonly SuggestionEdit[]
  readonly refused: readonly PlacedRefusal[]
}

/** What a document says apart from the targets of some units. */
interface Said {
  readonly byStart: ReadonlyMap<number, TranslationUnit>
  /** Units in document order. */
  readonly units: readonly TranslationUnit[]
  /** The rest, comparable. */
  readonly rest: string
}

/** What is wrong with a changed text. */
interface Problems {
  /** `undefined` if nothing is. */
  readonly reason: string | undefined
  /** Edits whose units do not say what was suggested, and why. */
  readonly wrong: ReadonlyMap<SuggestionEdit, string>
}

/** How often suggestions that are all wrong are halved, in case some are so because of others only: each time the document is parsed. */
const MOST_HALVINGS = 50

/** Replaces as many targets of a document as can be proved. */
export function proveSuggestions(
  { path, text, locale }: Changeable,
  edits: readonly SuggestionEdit[],
): ProvedSuggestions {
  const before = read(text)
  const lines = linesOf(text)
  const starts = scanDocument(text).units.map(({ start }) => start)
  const refused: PlacedRefusal[] = []
  let good: ProvedSuggestions = { text, written: [], refused }
  /** Why edits were first found wrong, by offset. */
  const reasons = new Map<number, string>()
  let halvings = 0
  take(edits)
  refused.sort((a, b) => a.offset - b.offset)
  return good

  function take(part: readonly SuggestionEdit[]): void {
    if (part.length === 0) return
    const written = [...good.written, ...part]
    const changed = applyFixes(text, written.map(toFix)).text
    const { reason, wrong } = problemsOf(changed, written)
    if (reason === undefined) {
      good = { text: changed, written, refused }
      return
    }
    for (const edit of part) if (!reasons.has(edit.start)) reasons.set(edit.start, wrong.get(edit) ?? reason)
    const [bad, others] = [part.filter((edit) => wrong.has(edit)), part.filter((edit) => !wrong.has(edit))]
    if (bad.length > 0 && others.length > 0) {
      take(others)
      take(bad)
    } else if (
      (bad.length > 0 || part.length === 1) &&
      part.some(({ otherwise }) => otherwise !== undefined)
    ) {
      take(part.map(({ otherwise, ...edit }) => ({ ...edit, suggestion: otherwise ?? edit.suggestion })))
    } else if (part.length === 1 || (bad.length > 0 && ++halvings > MOST_HALVINGS)) {
      for (const { start, suggestion } of part)
        refused.push({ offset: start, suggestion, reason: reasons.get(start) ?? reason })
    } else {
      const half = Math.ceil(part.length / 2)
      take(part.slice(0, half))
      take(part.slice(half))
    }
  }

  function toFix(edit: SuggestionEdit): Fix {
    return { place: toPosition({ lines }, [edit.start, edit.end]), text: formOf(edit) }
  }

  /** A suggestion as the document writes such a text. */
  function formOf({ start, end, suggestion, unit, reads }: SuggestionEdit): string {
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
    const isOneLine = !/[\r\n]/.test(text.slice(start, end)) && !/\n[ \t]*\r?\n/.test(suggestion)
    const broken = reads
      ? suggestion
      : suggestion.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, isOneLine ? ' ' : lineEnd)
    const isInPipes = unitOf(before, unit)?.context.cell !== undefined && /^[ \t>]*\|/.test(lineAt(start))
    // A pipe would end the cell.
    return isInPipes ? broken.replace(/\\[\s\S]|\|/g, (found) => (found === '|' ? '\\|' : found)) : broken
  }

  function lineAt(offset: number): string {
    return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  }

  function unitOf({ byStart }: Said, unit: number): TranslationUnit | undefined {
    return byStart.get(starts[unit]!)
  }

  /** Why a changed text does not say what it should, and which edits do not themselves. */
  function problemsOf(changed: string, written: readonly SuggestionEdit[]): Problems {
    const after = read(changed)
    const wrong = new Map<SuggestionEdit, string>()
    if (after.units.length !== before.units.length) return { reason: 'it would add or end units', wrong }
    const isWritten = new Map(written.map((edit) => [unitOf(before, edit.unit), edit]))
    let reason: string | undefined
    for (const [at, old] of before.units.entries()) {
      const unit = after.units[at]!
      const edit = isWritten.get(old)
      const targets = edit ? [] : [old.target, unit.target]
      if (old.key !== unit.key || !areSame(old.source, unit.source) || !areSame(targets[0], targets[1]))
        reason ??= 'other texts would read differently'
      const problem = edit && old.key === unit.key ? problemOfTarget(old, unit, edit, changed) : undefined
      if (edit && problem !== undefined) wrong.set(edit, problem)
      reason ??= problem
    }
    return {
      reason: reason ?? (after.rest === before.rest ? undefined : 'it would change the structure around it'),
      wrong,
    }
  }

  function problemOfTarget(
    old: TranslationUnit,
    unit: TranslationUnit,
    edit: SuggestionEdit,
    changed: string,
  ): string | undefined {
    const { target, source } = unit
    if (!edit.reads && looseTags(edit.suggestion) > looseTags(old.target?.markup ?? ''))
      return 'it has a tag without its partner'
    if (!target || !(edit.reads ? edit.reads(unit, changed) : target.text === saysAlone(old, source, edit)))
      return `it would read “${target?.text ?? ''}” there`
    const hazards = (segment: Segment | null) => segment?.structure?.length ?? 0
    if (hazards(target) > hazards(old.target))
      return `its markup is not complete: ${target.structure?.at(-1)?.actual ?? target.markup}`
    if (target.written && !old.target?.written)
      return 'it has marks that would be read as damaged markup of the source'
    return undefined
  }

  /** The text of a suggestion by itself, beside the source that it translates. */
  function saysAlone({ syntax }: TranslationUnit, source: Segment | null, edit: SuggestionEdit): string {
    const { suggestion, start } = edit
    if (syntax === 'text') return foldSpace(suggestion)
    const id = 'alone-101'
    const both = `<span data-ttu-id="${id}">${suggestion}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source?.markup ?? ''}</span></span>`
    const isAtStart = /^[\s>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*<span[^<>]*>$/.test(lineAt(start))
    const [name, alone] =
      syntax === 'html' ? ['a.html', `<p>${both}</p>\n`] : ['a.md', `${isAtStart ? '' : 'x '}${both}\n`]
    const { units, order } = parse(alone, name)
    return units[order[0] ?? '']?.target?.text ?? ''
  }

  function read(input: string): Said {
    const document = parse(input, path)
    const units = document.order.map((key) => document.units[key]!)
    const { skeleton, metadata, outline, anchors, strays, order } = document
    const literals = scanSxs(input).flatMap((piece) =>
      piece.type === 'text' ? input.slice(piece.start, piece.end) : [],
    )
    const marks = units.map(({ defects, context, syntax, structural }) => [
      defects,
      context,
      syntax,
      structural,
    ])
    return {
      units,
      byStart: new Map(units.map((unit) => [unit.place[0], unit])),
      rest: JSON.stringify([
        literals,
        skeleton.tree,
        metadata.problems.length,
        Object.keys(metadata.entries),
        outline.length,
        anchors,
        strays.length,
        order,
        marks,
      ]),
    }
  }

  function parse(input: string, name: string): BilingualDocument {
    return parseDocument(new VFile(input), { path: name, targetLocale: locale, full: false })
  }
}

/** Whether two segments say the same, wherever they are. */
function areSame(a: Segment | null | undefined, b: Segment | null | undefined): boolean {
  if (!a || !b) return a === b
  return (
    a.markup === b.markup &&
    a.text === b.text &&
    (a.content === b.content || JSON.stringify(a.content) === JSON.stringify(b.content))
  )
}

/** Number of tags without a partner; spans included, of which delimiters are made. */
function looseTags(markup: string): number {
  let [open, loose] = [0, 0]
  for (const [tag] of markup.matchAll(/<\/?span\b[^<>]*>/gi)) {
    if (!tag.startsWith('</')) open++
    else if (open > 0) open--
    else loose++
  }
  return loose + open + unbalancedTags(markup).filter(({ name }) => name !== 'span').length
}
