import { VFile } from 'vfile'
import type { BilingualDocument } from '../../model/document.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import type { Labels } from '../../read/read-locales.ts'
import { createRenderContext } from '../../render/create-render-context.ts'
import { renderChanges } from '../../render/review/render-changes.ts'
import { createDocumentPacker, type DocumentPacker } from '../../review/page/pack-documents.ts'
import type { DocumentReview } from '../../review/types/document-review.ts'
import type { RenderedRow } from '../../review/types/review-page.ts'
import { attempt } from '../document/attempt.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { FilePair } from './pair-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

/** The new version of a document. */
interface Version {
  readonly pair: FilePair
  readonly text: string | undefined
  /** The same, if it has been parsed. */
  readonly parsed: BilingualDocument | undefined
}

/** Renders the documents of a review and packs them for its page. */
export interface DocumentRenderer extends Pick<DocumentPacker, 'finish'> {
  /** Adds the document with an index in the review. */
  add(index: number, review: DocumentReview, version: Version): void
}

/** Makes a renderer. */
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
  const packer = createDocumentPacker()

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

  function rowsOf(
    review: DocumentReview,
    { pair: { current }, text, parsed }: Version,
  ): readonly RenderedRow[] {
    const changed = changedKeys(review)
    let rows: readonly RenderedRow[] = []
    if (!current || text === undefined || changed.size === 0) return rows
    const file = new VFile({ path: current.path, cwd: options.cwd, value: text })
    // Without rows, reviewers still see the texts.
    attempt(file, 'rendered', () => {
      rows = renderChanges(parsed ?? parse(current, file), changed, context)
    })
    return rows
  }

  return {
    add: (index, review, version) => packer.add(index, review, rowsOf(review, version)),
    finish: packer.finish,
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
