import { findPagefind } from '../../read/program/find-pagefind.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import { UserError } from '../../util/user-error.ts'
import type { BuildOptions } from '../options.ts'

/** Kinds of output that can be made, and by which version of Pagefind. */
export interface InstalledSearch {
  readonly settings: { readonly only: readonly OutputKind[]; readonly pagefind?: string }
  /** Name of the missing package or program, for people; absent if nothing is missing or nothing is needed. */
  readonly missing?: string
}

/**
 * Leaves `search` out of the kinds to make if Pagefind is not installed.
 *
 * @throws {UserError} if pages are not made, which the index leads to.
 */
export function installedSearch({ only }: Required<Pick<BuildOptions, 'only'>>): InstalledSearch {
  if (!only.includes('search')) return { settings: { only } }
  if (!only.includes('page'))
    throw new UserError(
      'Cannot make `search` without `page`: the results are pages',
      'Add `page` to the kinds of output.',
    )
  const found = findPagefind()
  if ('version' in found) return { settings: { only, pagefind: found.version } }
  return { settings: { only: only.filter((kind) => kind !== 'search') }, missing: found.missing }
}
