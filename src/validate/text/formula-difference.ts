import type { Segment } from '../../model/unit.ts'
import { asWritten } from './as-written.ts'
import { formulasOfModel, replaceFormulas } from './formulas.ts'
import { textWithoutCode } from './prose-text.ts'

/** Formulas on one side only, as written. */
export interface FormulaDifference {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

const NONE: FormulaDifference = { missing: [], extra: [] }

/**
 * Compares the formulas on the two sides of a unit, ignoring their order and number, words in them, and what shows nothing: white space and
 * Markdown’s escapes. A mark at the end belongs to the sentence.
 */
export function formulaDifference(source: Segment, target: Segment): FormulaDifference {
  const { text } = source
  if ((!text.includes('$') && !text.includes('\\begin')) || text === target.text) return NONE
  const [expected, actual] = [formulasOf(source), formulasOf(target)]
  if (expected.length === 0) return NONE
  return { missing: without(expected, actual), extra: without(actual, expected) }
}

function without(these: readonly string[], those: readonly string[]): readonly string[] {
  const known = new Set(those.map(comparable))
  return [...new Set(these)].filter((formula) => !known.has(comparable(formula)))
}

/** The formulas of a segment: those of the model, and those that its text shows. */
function formulasOf(segment: Segment): readonly string[] {
  const written = asWritten(segment) as Segment
  const formulas = [...formulasOfModel(written)]
  replaceFormulas(textWithoutCode(written), (formula) => {
    formulas.push(formula)
    return ''
  })
  return formulas
}

/** A formula without what can differ. */
function comparable(formula: string): string {
  return (
    formula
      .replace(/^\$+|\$+$/g, '')
      .replace(/\\(text\w*)\s*\{[^{}]*\}/g, '\\$1{}')
      .replace(/\\\\+\s*/g, '\u0001')
      .replace(/\\(?=[^A-Za-z\s])/g, '')
      // A space ends a command, and one after a backslash separates it from its name.
      .replace(/(\\[A-Za-z]+) +(?=[A-Za-z])/g, '$1\u0002')
      .replace(/\\ +(?=[a-z]{2})/g, '\\\u0002')
      .replace(/\s+/g, '')
      .replace(/[.,;:、。，；：]+$/, '')
  )
}
