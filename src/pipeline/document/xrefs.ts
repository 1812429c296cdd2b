import { resolve } from 'node:path'
import type { ResolveXref } from '../../model/xref.ts'
import { createXrefs } from '../../read/xrefs/create-xrefs.ts'
import { detachString } from '../../util/text/detach-string.ts'
import { xrefAnswer } from '../cache/dependencies.ts'
import type { CheckOptions } from '../options.ts'
import type { InputDocset } from './document-inputs.ts'
import type { XrefResult } from './document-result.ts'

/** Makes the resolver of the uids that documents of a root refer to. */
export function xrefsOf(
  docset: Pick<InputDocset, 'roots' | 'pagesIn'>,
  root: string,
  { xrefMaps = [], cwd = '' }: Pick<CheckOptions, 'xrefMaps' | 'cwd'>,
): ResolveXref {
  const pages = docset.pagesIn.get(docset.roots.get(root)) ?? new Set<string>()
  return createXrefs(root, { pages, maps: xrefMaps.map((path) => resolve(cwd, path)) })
}

/** Wraps the function to record its answers, by the file that refers to the uid. */
export function notingXrefs(find: ResolveXref, asked: Map<string, Map<string, string>>): ResolveXref {
  return (from, uid) => {
    const target = find(from, uid)
    const own = asked.get(from) ?? new Map<string, string>()
    // A substring would keep the whole text in memory.
    if (!own.has(uid)) own.set(detachString(uid), xrefAnswer(target))
    asked.set(from, own)
    return target
  }
}

/** Uids that a document and its includes refer to. */
export function xrefResults(
  paths: Iterable<string>,
  asked: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly XrefResult[] {
  return [...new Set(paths)].flatMap((from) =>
    [...(asked.get(from) ?? [])].map(([uid, answer]) => ({ from, uid, answer })),
  )
}
