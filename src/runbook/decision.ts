import type { Element } from 'hast'
import type { Position } from 'unist'
import { foldSpace } from '../util/fold-space.ts'

/**
 * What a part of a document becomes in its runbook:
 *
 * - `stages`: one check list per stage; `steps`: a procedure; `prerequisites`: what is needed before; `results`: how
 *   to tell success;
 * - `part`: stays in the step, note or table that it stands in; `reference`: stays what it is, beside them;
 * - `left-out`: is not in the runbook.
 */
export type RunbookRole = 'stages' | 'steps' | 'prerequisites' | 'results' | 'part' | 'reference' | 'left-out'

/** What a part of a document became in its runbook, and why. */
export interface RunbookDecision {
  readonly type: 'decision'
  readonly part: 'table' | 'list' | 'section'
  /** How settings name it: the anchor of the heading that it stands under, with `-2`, … for the second one. */
  readonly key: string
  readonly became: RunbookRole
  /** The header, sentence or share of imperatives that decided, in English. */
  readonly reason: string
  /** Whether a setting decided. */
  readonly overridden: boolean
  /** The headings that it stands under, in the source language, outermost first. */
  readonly headings: readonly string[]
  /** Where it begins, as far as that is known. */
  readonly place?: Position
  /** Path of the included file that the place is in; absent where it is the document itself. */
  readonly include?: string
}

/** What was decided of an element. */
export interface Verdict extends Pick<RunbookDecision, 'became' | 'reason'> {
  readonly overridden?: boolean
}

/** Takes note of what was decided of an element. */
export type TakeNote = (element: Element, verdict: Verdict) => void

/** What came of reading an element as something: that, or `null`, and why. */
export interface Reading<Value> {
  readonly value: Value | null
  readonly reason: string
}

/** A text in quotation marks, shortened so that a reason stays on one line. */
export function inQuotes(text: string): string {
  const letters = [...foldSpace(text)]
  return `“${letters.length > 80 ? `${letters.slice(0, 79).join('').trimEnd()}…` : letters.join('')}”`
}
