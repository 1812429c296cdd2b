import type { BilingualDocument } from '../../model/document.ts'
import type { SnapshotFile } from '../../read/snapshots/snapshot.ts'
import { reviewDocument } from '../../review/document/review-document.ts'
import { createEffortCounter } from '../../review/order/count-effort.ts'
import { countReview } from '../../review/order/count-units.ts'
import { groupItems } from '../../review/order/group-items.ts'
import { makeItems } from '../../review/order/make-items.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { DocumentReview } from '../../review/types/document-review.ts'
import type { Review } from '../../review/types/review.ts'
import { compare } from '../../util/data/compare.ts'
import { UserError } from '../../util/user-error.ts'
import { isTypographic } from '../../validate/rules/index.ts'
import { createFindingsReader } from './compare-findings.ts'
import type { Snapshots } from './open-snapshots.ts'
import { AT_ONCE, type FilePair, localeOf, pairSnapshots, selectPaths } from './pair-snapshots.ts'
import type { DocumentRenderer } from './render-documents.ts'
import type { ReviewOptions } from './review-options.ts'

/** A pair with the texts that could be read. */
interface ReadPair extends FilePair {
  readonly oldText?: string
  readonly text?: string
  readonly problem?: string
}

/** Compares two snapshots, document by document; each pair of texts is released before the next one is read. */
export function reviewSnapshots(
  snapshots: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  renderer?: DocumentRenderer,
): Review {
  const { targetLocale = 'und', sourceLocale = 'en-US', locales: wanted } = options
  const isWanted = selectPaths(options.globs)
  const pairs = pairSnapshots(snapshots, isWanted, targetLocale)
  const isWantedLocale = (locale: string) => !wanted || wanted.includes(locale)
  const effort = createEffortCounter(options.weights)
  let parsed: BilingualDocument | undefined
  const addFindings =
    options.findings === false
      ? undefined
      : createFindingsReader(snapshots, options, (document) => {
          parsed = document
        })
  const documents: DocumentReview[] = []
  const locales = new Set<string>()
  /** Languages of all documents that the globs select. */
  const known = new Set<string>()
  const counts = { total: 0, equal: 0 }
  let selected = 0
  let done = 0
  for (const pair of readPairs(snapshots, pairs, wanted !== undefined)) {
    options.onProgress?.({ done: done++, total: pairs.length, path: pair.path })
    const { path, join, oldText, text, problem } = pair
    const old = oldText === undefined ? undefined : scanDocument(oldText)
    const isEqual = join.method === 'path' && (oldText === text || hasSameId(pair)) && problem === undefined
    const current = text === undefined ? undefined : text === oldText ? old : scanDocument(text)
    const front = (current ?? old)?.front
    const locale = localeOf((pair.current ?? pair.old)!, front?.contentLocale, targetLocale)
    known.add(locale)
    // An unreadable document can be in any language.
    if (problem === undefined && !isWantedLocale(locale)) continue
    selected++
    if (pair.current) counts.total++
    if (isEqual) {
      counts.equal++
      continue
    }
    locales.add(locale)
    const oldPath = pair.old?.path ?? null
    if (problem !== undefined) {
      documents.push({ path, oldPath, locale, join, facts: [], units: [], problem })
      continue
    }
    const compared = reviewDocument({
      path,
      oldPath,
      locale,
      join,
      ...(old && { old }),
      ...(current && { current }),
    })
    const review = addFindings ? addFindings(compared, { old, current }, pair) : compared
    effort.add(review, old)
    renderer?.add(documents.length, review, { pair, text, parsed })
    parsed = undefined
    documents.push(review)
  }
  if (selected === 0) throw nothingSelected(snapshots, options, known)
  return {
    type: 'review',
    version: 1,
    base: snapshots.base.name,
    head: snapshots.head.name,
    sourceLocale,
    locales: [...locales].sort(compare),
    documents,
    ...groupItems(makeItems(documents, isTypographic), documents),
    counts: countReview(documents, { ...counts, hasFindings: addFindings !== undefined }),
    effort: effort.count(),
  }
}

function nothingSelected(
  { base, head }: Snapshots,
  { globs = [], locales = [] }: ReviewOptions,
  known: ReadonlySet<string>,
): UserError {
  const what = globs.length > 0 ? `match ${globs.join(', ')}` : 'are'
  if (known.size === 0)
    return new UserError(
      `No documents ${what} in ${base.name} and ${head.name}`,
      'Name a folder or a glob of documents.',
    )
  return new UserError(
    `No documents in ${base.name} and ${head.name} are translations into ${locales.join(', ')}`,
    `There are translations into ${[...known].sort(compare).join(', ')}.`,
  )
}

/**
 * Reads pairs in order, several at a time; those whose bytes are known to be equal only if their languages matter.
 */
function* readPairs(
  { base, head }: Snapshots,
  pairs: readonly FilePair[],
  readsEqual: boolean,
): Generator<ReadPair> {
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const batch = pairs.slice(at, at + AT_ONCE)
    const isOpen = (pair: FilePair) => readsEqual || !hasSameId(pair)
    const files = (side: 'old' | 'current') => batch.filter(isOpen).flatMap((pair) => pair[side] ?? [])
    const textsOf = (list: readonly SnapshotFile[], read: typeof base.read) => {
      const texts = read(list)
      return new Map(list.map((file, index) => [file, texts[index]!]))
    }
    const olds = textsOf(files('old'), base.read)
    const currents = textsOf(files('current'), head.read)
    for (const pair of batch) {
      const old = pair.old && olds.get(pair.old)
      const current = pair.current && currents.get(pair.current)
      const problem = current?.problem ?? old?.problem
      yield {
        ...pair,
        ...(old?.text !== undefined && { oldText: old.text }),
        ...(current?.text !== undefined && { text: current.text }),
        ...(problem !== undefined && { problem }),
      }
    }
  }
}

function hasSameId({ old, current }: FilePair): boolean {
  return old?.id !== undefined && old.id === current?.id
}
