import { join } from 'node:path'
import type { InputGroup } from '../document/group-inputs.ts'
import type { GroupResult } from '../document/group-result.ts'

/** Absolute paths of the files that a document depends on besides its inputs: those that it includes and shows, also if they are missing. */
export function dependenciesOf(
  { inputs }: InputGroup,
  { members, outputs }: GroupResult,
): ReadonlySet<string> {
  const paths = inputs.flatMap(({ root }, at) => {
    const { document } = members[at]!
    const included = (document?.includes ?? []).flatMap(({ path }) => path ?? [])
    return [...included, ...Object.keys(document?.asked ?? {})].map((path) => join(root, path))
  })
  const assets = outputs.flatMap((batch) => batch.assets.map(({ root, path }) => join(root, path)))
  return new Set([...paths, ...assets])
}
