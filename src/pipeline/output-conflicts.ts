import type { Input } from '../read/input.ts'
import { stem } from '../render/context.ts'

/**
 * Finds inputs whose outputs would overwrite those of another (`a.md` and `a.html`; with clean URLs also `a.md` and
 * `a/index.md`): by path, the input that comes first.
 */
export function findOutputConflicts(
  inputs: readonly Input[],
  { cleanUrls }: { readonly cleanUrls?: boolean } = {},
): ReadonlyMap<string, Input> {
  const taken = new Map<string, Input>()
  const outputConflicts = new Map<string, Input>()
  for (const input of inputs) {
    const own = stem(input.path)
    const place = cleanUrls ? own.replace(/\/index$/, '') : own
    const first = taken.get(place)
    if (!first) taken.set(place, input)
    else if (first.path !== input.path) outputConflicts.set(input.path, first)
  }
  return outputConflicts
}
