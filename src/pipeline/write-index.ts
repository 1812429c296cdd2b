import type { BuildState, StoredOutput } from '../model/build-state.ts'
import type { RenderContext } from '../render/context.ts'
import type { IndexEntry } from '../render/index/index-entry.ts'
import { renderIndex } from '../render/site-index.ts'
import { hashOf } from '../util/hash-of.ts'
import type { Writer } from '../write/create-writer.ts'
import type { LastRun } from './run-cache.ts'

/** Owner of what belongs to no document, as messages name it. */
export const ITSELF = 'Lockstep itself'

/** Writes the lists of documents, unless they are as the last build wrote them; a document of that name keeps its place. */
export function writeIndex(
  {
    entries,
    shelf,
  }: { readonly entries: readonly IndexEntry[]; readonly shelf: Parameters<typeof renderIndex>[2] },
  context: RenderContext,
  writer: Writer,
  last: LastRun | undefined,
): BuildState['index'] {
  const hash = hashOf(
    JSON.stringify([entries, shelf], (_, value) => (value instanceof Set ? [...value] : value)),
  )
  const before = last?.state.index
  const canStay = before?.hash === hash && before.outputs.every(([path]) => !writer.has(path))
  if (canStay && last?.isThere(before.outputs)) {
    for (const [path, stamp] of before.outputs) writer.keep(path, stamp, ITSELF)
    return before
  }
  const outputs: StoredOutput[] = []
  for (const { path, content } of renderIndex(entries, context, shelf)) {
    if (writer.has(path)) continue
    writer.write(path, content, ITSELF)
    outputs.push([path, writer.stampOf(path)])
  }
  return { hash, outputs }
}
