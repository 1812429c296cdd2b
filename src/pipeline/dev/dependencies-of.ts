import { join } from 'node:path'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'

/**
 * Absolute paths of the files that a document includes or shows, whether or not they exist; its inputs are
 * left out.
 */
export function dependenciesOf(
  { inputs }: DocumentInputs,
  { members, outputs }: DocumentResult,
): ReadonlySet<string> {
  const paths = inputs.flatMap(({ root }, at) => {
    const { document } = members[at]!
    const included = (document?.includes ?? []).flatMap(({ path }) => path ?? [])
    return [...included, ...Object.keys(document?.asked ?? {})].map((path) => join(root, path))
  })
  const assets = outputs.flatMap((batch) => batch.assets.map(({ root, path }) => join(root, path)))
  return new Set([...paths, ...assets])
}
