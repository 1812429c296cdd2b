import { VFile } from 'vfile'
import type { BilingualDocument } from '../../model/document.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import type { Labels } from '../../read/read-locales.ts'
import { createRenderContext } from '../../render/create-render-context.ts'
import type { RemovedUnit, UnitOrder } from '../../render/review/mark-removed.ts'
import { renderChanges } from '../../render/review/render-changes.ts'
import { createDocumentPacker, type DocumentPacker } from '../../review/page/pack-documents.ts'
import type { DocumentReview } from '../../review/types/document-review.ts'
import type { RenderedRow } from '../../review/types/review-page.ts'
import type { UnitPlace } from '../../review/types/unit-review.ts'
import { attempt } from '../document/attempt.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { FilePair } from './pair-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

/** What a unit was in, by its place. */
const KINDS: Readonly<Record<UnitPlace, RemovedUnit['kind']>> = {
  heading: 'text',
  text: 'text',
  'list-item': 'item',
  step: 'item',
  'table-cell': 'cell',
  'table-head': 'cell',
}

/** The new version of a document. */
interface Version {
  readonly pair: FilePair
  readonly text: string | undefined
  /** The same, if it has been parsed. */
  readonly parsed: BilingualDocument | undefined
}

/** Renders the documents of a review and packs them for its page. */
export interface DocumentRenderer extends DocumentPacker {
  /** Renders the changed parts of a document. */
  rowsOf(review: DocumentReview, version: Version): readonly RenderedRow[]
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
    const { changed, order } = changesOf(review)
    let rows: readonly RenderedRow[] = []
    if (!current || text === undefined || order.length === 0) return rows
    const file = new VFile({ path: current.path, cwd: options.cwd, value: text })
    // Without rows, reviewers still see the texts.
    attempt(file, 'rendered', () => {
      rows = renderChanges(parsed ?? parse(current, file), changed, order, context)
    })
    return rows
  }

  return { ...packer, rowsOf }
}

/**
 * Numbers of the changed units of a document, among all that the review shows, by key in the new version; and all units in
 * order, or none if nothing changed.
 */
function changesOf({ units }: DocumentReview): {
  readonly changed: ReadonlyMap<string, number>
  readonly order: UnitOrder
} {
  const seen = new Map<string, number>()
  const changed = new Map<string, number>()
  const order: UnitOrder[number][] = []
  let number = 0
  for (const { newIds, texts, place } of units) {
    for (const id of newIds) {
      const count = (seen.get(id) ?? 0) + 1
      seen.set(id, count)
      const key = count === 1 ? id : `${id}~${count}`
      order.push(key)
      if (texts) changed.set(key, number)
    }
    if (texts && newIds.length === 0) order.push({ number, kind: KINDS[place ?? 'text'] })
    if (texts) number++
  }
  return { changed, order: number === 0 ? [] : order }
}
