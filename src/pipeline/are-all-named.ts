import { resolve } from 'node:path'
import type { Input } from '../read/input.ts'
import type { CheckOptions } from './options.ts'

/** Whether only single documents were asked for. */
export function areAllNamed(
  inputs: readonly Input[],
  { inputs: told, cwd }: Pick<CheckOptions, 'inputs'> & { readonly cwd: string },
): boolean {
  const documents = new Set(inputs.map(({ absolute }) => absolute))
  return told.every((input) => documents.has(resolve(cwd, input)))
}
