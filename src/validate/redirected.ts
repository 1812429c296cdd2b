import type { Docset } from '../model/build/docset.ts'
import { collectRedirections, followRedirection } from '../model/build/redirection.ts'
import { pathLookup } from './engine/docset-paths.ts'

/** Returns a function that finds whether a redirection leads from a path to a document or another site. */
export function createRedirected(docset: Docset): (path: string) => boolean {
  const redirections = collectRedirections(docset.redirections ?? [])
  const space = { pageAt: pathLookup(docset), documentsAt: docset.documentsAt ?? (() => []) }
  return (path) => /^(?:page|elsewhere)$/.test(followRedirection(path, redirections, space)?.type ?? '')
}
