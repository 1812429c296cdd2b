import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { VFile } from 'vfile'
import type { BilingualDocument } from '../../model/document.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import type { Labels } from '../../read/read-locales.ts'
import { createRenderContext } from '../../render/create-render-context.ts'
import { renderChanges } from '../../render/review/render-changes.ts'
import type { DocumentReview } from '../../review/types/document-review.ts'
import type { RenderedRow } from '../../review/types/review-page.ts'
import { attempt } from '../document/attempt.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { FilePair } from './pair-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

/** Renders the documents of a review, and keeps the results. */
export interface DocumentRenderer {
  /**
   * Renders the changes of the document with an index in the review.
   *
   * @param text text of the new version.
   * @param parsed the same, if it has been parsed.
   */
  add(
    index: number,
    review: DocumentReview,
    version: {
      readonly pair: FilePair
      readonly text: string
      readonly parsed: BilingualDocument | undefined
    },
  ): void
  /** Returns the rows of the document with an index. */
  rowsOf(index: number): readonly RenderedRow[]
}

/** Makes a renderer; compressed, the results of a docset take little memory. */
export function createDocumentRenderer(
  { head }: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  labels: Readonly<Record<string, Labels>>,
): DocumentRenderer {
  const { context } = createRenderContext({
    templates: {},
    labels,
    outputs: new Set(),
    locales: new Set(),
    hasPage: () => false,
    hasFile: () => false,
    version: '',
  })
  const includes = new Map<string, BilingualDocument>()
  const rendered = new Map<number, Buffer>()

  function parse({ path, folderLocale }: NonNullable<FilePair['current']>, file: VFile): BilingualDocument {
    const expected = folderLocale ?? options.targetLocale
    return parseDocument(file, {
      path,
      resolve: head.resolve,
      includes,
      full: false,
      ...(options.sourceLocale !== undefined && { sourceLocale: options.sourceLocale }),
      ...(expected !== undefined && { targetLocale: expected }),
    })
  }

  return {
    add(index, review, { pair: { current }, text, parsed }) {
      const changed = changedKeys(review)
      if (!current || changed.size === 0) return
      const file = new VFile({ path: current.path, cwd: options.cwd, value: text })
      attempt(file, 'rendered', () => {
        const rows = renderChanges(parsed ?? parse(current, file), changed, context)
        rendered.set(index, deflateRawSync(JSON.stringify(rows), { level: 1 }))
      })
    },
    rowsOf(index) {
      const packed = rendered.get(index)
      return packed ? (JSON.parse(inflateRawSync(packed).toString()) as RenderedRow[]) : []
    },
  }
}

/** Numbers of the changed units of a document, among all that the review shows, by key in the new version. */
function changedKeys({ units }: DocumentReview): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  const keys = new Map<string, number>()
  let number = 0
  for (const { newIds, texts } of units) {
    for (const id of newIds) {
      const count = (seen.get(id) ?? 0) + 1
      seen.set(id, count)
      if (texts) keys.set(count === 1 ? id : `${id}~${count}`, number)
    }
    if (texts) number++
  }
  return keys
}
