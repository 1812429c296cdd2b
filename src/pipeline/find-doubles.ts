import type { Input } from '../read/input.ts'
import { stem } from '../render/context.ts'

/** Inputs whose outputs would take the place of those of an input before them; by input, that other one. */
export function findDoubles(inputs: readonly Input[]): Map<Input, Input> {
  const taken = new Map<string, Input>()
  const doubles = new Map<Input, Input>()
  for (const input of inputs) {
    const place = stem(input.path)
    const first = taken.get(place)
    if (first) doubles.set(input, first)
    else taken.set(place, input)
  }
  return doubles
}
