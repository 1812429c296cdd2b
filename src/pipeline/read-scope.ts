import { resolve } from 'node:path'
import { statsOf } from '../read/files/inside.ts'
import type { Input, Inputs } from '../read/input.ts'
import { pathForPeople } from '../read/path-for-people.ts'
import { readInputs } from '../read/read-inputs.ts'
import { UserError } from '../util/user-error.ts'
import { areAllNamed } from './are-all-named.ts'
import type { CheckRunOptions } from './options.ts'

/** The inputs of a run, and which of them are asked about. */
export interface Scope {
  /** Files, folders and globs that the inputs were found with. */
  readonly args: readonly string[]
  readonly found: Inputs
  /** The inputs to report on, if the others are there only because links, titles and other locales of these lead to them. */
  readonly only?: ReadonlySet<Input>
}

/**
 * Finds the documents of the inputs. If they are a part of a larger docset, its documents are all read, and those of the inputs
 * are the ones asked about.
 *
 * @throws {UserError} if an input finds nothing, or is not below the root that is named.
 */
export async function readScope(options: CheckRunOptions & { readonly cwd: string }): Promise<Scope> {
  const { inputs: args, cwd } = options
  const found = await readInputs(args, { cwd })
  const docset = docsetOf(found.inputs, options)
  if (!docset) return { args, found }
  const whole = await readInputs(docset, { cwd })
  const inWhole = new Map(whole.inputs.map((input) => [input.absolute, input]))
  const outside = found.inputs.find(({ absolute }) => !inWhole.has(absolute))
  if (outside && options.root !== undefined)
    throw new UserError(
      `Unexpected input ${pathForPeople(outside.absolute, cwd)}, which is not below ${options.root}, expected a part of that docset`,
      'Name a folder above it with --root, or leave --root out.',
    )
  if (outside || found.inputs.length === whole.inputs.length) return { args, found }
  const only = new Set(found.inputs.map(({ absolute }) => inWhole.get(absolute)!))
  return { args: docset, found: { inputs: whole.inputs, problems: found.problems }, only }
}

/** Files, folders and globs of the docset that inputs can be a part of; `undefined` if they are a docset of their own. */
function docsetOf(
  inputs: readonly Input[],
  options: CheckRunOptions & { readonly cwd: string },
): readonly string[] | undefined {
  const { root, within, cwd } = options
  if (root !== undefined) return [root]
  // Folders and globs can be a docset.
  if (!within || !areAllNamed(inputs, options)) return undefined
  const isThere = (input: string) => statsOf(resolve(cwd, input)) !== undefined || /[*?{[]/.test(input)
  return within.every(isThere) ? within : undefined
}
