import handlebars from 'handlebars'
import { reasonOf } from '../../util/reason-of.ts'

/** A fault of a template, whatever document it shows: its message begins with its file, line and column. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

/** A fault in a template, before its file is known. */
export interface TemplateFault {
  readonly reason: string
  /** From 1, if known. */
  readonly line?: number
  readonly column?: number
}

/**
 * What is wrong with a template of which Handlebars says so: its syntax, a name that the data lacks, a partial or helper that does
 * not exist. `undefined` for errors of helpers, which can come from the document.
 */
export function faultOf(error: unknown): TemplateFault | undefined {
  if (!(error instanceof Error)) return undefined
  const [, line, excerpt] = /^Parse error on line (\d+):\n(.*)\n/.exec(error.message) ?? []
  if (line !== undefined)
    return { reason: `it is not valid Handlebars near “${excerpt}”`, line: Number(line) }
  if (!(error instanceof handlebars.Exception)) return undefined
  const { lineNumber, column } = error as { lineNumber?: number; column?: number }
  const reason = reasonOf(error)
    .replace(/ in \[object Object\]/, '')
    .replace(/ - \d+:\d+$/, '')
  if (lineNumber === undefined) return { reason }
  return { reason, line: lineNumber, ...(column !== undefined && { column: column + 1 }) }
}

/** Describes a fault after its place: `mine/page.hbs:3:5: "x" not defined`. */
export function describeFault(path: string, { reason, line, column }: TemplateFault): string {
  return `${[path, line, column].filter((part) => part !== undefined).join(':')}: ${reason}`
}
