import type { Input, Inputs } from './input.ts'
import { type ReadInputsOptions, readInputs } from './read-inputs.ts'

/** The inputs of a run, and which of them are asked about. */
export interface Scope {
  /** Files, folders and globs that the inputs were found with. */
  readonly args: readonly string[]
  readonly found: Inputs
  /** The inputs to report on, if the others are there only because links, titles and other locales of these lead to them. */
  readonly only?: ReadonlySet<Input>
}

/**
 * Finds the documents of arguments as {@link readInputs} does. If they are all part of a larger docset, its documents are
 * the inputs, and those of the arguments are the ones asked about.
 *
 * @param within files, folders and globs of the docset, if known.
 * @throws {UserError} if an argument finds nothing.
 */
export async function readScope(
  args: readonly string[],
  within: readonly string[] | undefined,
  options: ReadInputsOptions,
): Promise<Scope> {
  const named = await readInputs(args, options)
  if (within === undefined) return { args, found: named }
  const whole = await readInputs(within, options)
  const asked = new Set(named.inputs.map(({ absolute }) => absolute))
  const only = new Set(whole.inputs.filter(({ absolute }) => asked.has(absolute)))
  if (only.size < asked.size || only.size === whole.inputs.length) return { args, found: named }
  return { args: within, found: { inputs: whole.inputs, problems: named.problems }, only }
}
