import type { Element } from 'hast'
import type { Position } from 'unist'
import { foldSpace } from '../util/text/fold-space.ts'
import type { OmissionReason } from './types.ts'

/**
 * Role of a part of a document in its runbook:
 *
 * - `stages`: a check list per stage; `steps`: a procedure; `prerequisites`; `results`: expected results;
 *   `failure`: why work fails, and what to do then;
 * - `part`: stays in its step, note or table; `reference`: stays unchanged, beside the steps;
 * - `left-out`: is not in the runbook.
 */
export type RunbookRole =
  | 'stages'
  | 'steps'
  | 'prerequisites'
  | 'results'
  | 'failure'
  | 'part'
  | 'reference'
  | 'left-out'

/** Decision on a part of a document, and the reason. */
export interface RunbookDecision {
  readonly type: 'decision'
  readonly part: 'table' | 'list' | 'section'
  /** Key in settings: anchor of the nearest heading, with `-2`, … from the second part on. */
  readonly key: string
  readonly became: RunbookRole
  /** Deciding header, sentence or share of imperatives, in English. */
  readonly reason: string
  /** Whether a setting decided. */
  readonly overridden: boolean
  /** Headings above it, in the source language, outermost first. */
  readonly headings: readonly string[]
  /** Place of its first unit, if it has one. */
  readonly place?: Position
  /** Path of the included file that contains the place; absent if it is in the document itself. */
  readonly include?: string
}

/** Decision on an element. */
export interface Verdict extends Pick<RunbookDecision, 'became' | 'reason'> {
  readonly overridden?: boolean
  /** Why a section is left out. */
  readonly cause?: OmissionReason
  /** Says why text that stays in sight is not steps, for a document without a runbook. */
  readonly whyNoSteps?: () => string
}

/** Records the decision on an element. */
export type TakeNote = (element: Element, verdict: Verdict) => void

/** Result of reading an element as something: a value or `null`, and the reason. */
export interface Reading<Value> {
  readonly value: Value | null
  readonly reason: string
}

/** Quotes a text, shortened so that a reason stays on one line. */
export function inQuotes(text: string): string {
  const letters = [...foldSpace(text)]
  return `“${letters.length > 80 ? `${letters.slice(0, 79).join('').trimEnd()}…` : letters.join('')}”`
}
