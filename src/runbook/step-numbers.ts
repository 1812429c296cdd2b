import { slotsIn } from './content.ts'
import { workOf } from './item-steps.ts'
import { flattenSteps } from './map-steps.ts'
import type { Runbook, Step } from './types.ts'

/** Lists the numbers of all steps and actions of a runbook as texts name them: `3`, and `3b` for the second sub-step of step 3. */
export function numbersOfSteps(runbook: Pick<Runbook, 'sections'>): ReadonlySet<string> {
  return new Set(stepsOf(runbook).map(({ number }) => spokenNumber(number)))
}

/** The numbers of the steps and actions of a runbook by the keys of the units in them, notes included. */
export function stepsByUnit(runbook: Pick<Runbook, 'sections'>): ReadonlyMap<string, string> {
  const steps = new Map<string, string>()
  for (const { number, notes, parts } of stepsOf(runbook)) {
    const contents = parts.flatMap((part) => ('content' in part ? part.content : []))
    for (const key of slotsIn([...notes, ...contents])) if (!steps.has(key)) steps.set(key, number)
  }
  return steps
}

function stepsOf({ sections }: Pick<Runbook, 'sections'>): readonly Step[] {
  return sections.flatMap((section) => (section.type === 'context' ? [] : flattenSteps(workOf(section))))
}

/**
 * A step’s number as texts name it: sub-steps have letters, those below numbers again: `1b` for `1.2`, `1b.3` for
 * `1.2.3`. Sub-steps that no number names, beside others with numbers, are `1-i` for `1.i`.
 */
export function spokenNumber(number: string): string {
  const [step = '', sub, ...below] = number.split('.')
  const own = sub === undefined ? '' : /^\d/.test(sub) ? lettersOf(Number(sub)) : `-${sub}`
  return [step + own, ...below].join('.')
}

/** The number of a step that a text names: the inverse of {@link spokenNumber} for steps and sub-steps. */
export function numberOfSpoken(name: string): string {
  const letter = /[a-z]$/.exec(name)?.[0]
  return letter === undefined ? name : `${name.slice(0, -1)}.${letter.charCodeAt(0) - 96}`
}

const ROMAN = [
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

/** A small number in Roman numerals: `iv`. */
export function toRoman(count: number): string {
  const [numeral, value] = ROMAN.find(([, each]) => each <= count) ?? ['', 0]
  return value === 0 ? '' : numeral + toRoman(count - value)
}

/** `a` to `z`, then `aa`, `ab`, …, counted from 1. */
export function lettersOf(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return count <= 26 ? letter : lettersOf(Math.floor((count - 1) / 26)) + letter
}
