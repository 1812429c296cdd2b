import { resolve } from 'node:path'
import type { Input } from '../read/input.ts'
import type { CheckOptions } from './options.ts'

/** Whether every argument names a single document, rather than a folder or glob. */
export function areAllNamed(
  inputs: readonly Input[],
  { inputs: named, cwd }: Pick<CheckOptions, 'inputs'> & { readonly cwd: string },
): boolean {
  const documents = new Set(inputs.map(({ absolute }) => absolute))
  return named.every((input) => documents.has(resolve(cwd, input)))
}
