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
import type { RenderedRow } from '../../review/types/review-page.ts'
import { compare } from '../../util/data/compare.ts'
import { UserError } from '../../util/user-error.ts'
import { isTypographic } from '../../validate/rules/index.ts'
import { createFindingsReader } from './compare-findings.ts'
import type { Snapshots } from './open-snapshots.ts'
import { AT_ONCE, type FilePair, localeOf, pairSnapshots, selectPaths } from './pair-snapshots.ts'
import type { DocumentRenderer } from './render-documents.ts'
import type { ReviewOptions } from './review-options.ts'

/** A pair with the texts that could be read. */
export interface ReadPair extends FilePair {
  readonly oldText?: string
  readonly text?: string
  readonly problem?: string
}

/** What comparing a pair gave, as plain data. */
export interface PairOutcome {
  readonly locale: string
  /** Absent for equal versions, and those that are unreadable or not in a locale that is reviewed. */
  readonly review?: DocumentReview
  /** Source texts of the old version, likewise. */
  readonly plains?: readonly string[]
  /** Its changed parts as rendered, for a page. */
  readonly rows?: readonly RenderedRow[]
}

/** Outcomes of pairs that were compared elsewhere. */
export interface ReviewedPairs {
  /** The outcome of the next pair. */
  outcomeOf(pair: ReadPair): PairOutcome
  close(): void
}

/** Whether the versions of a document are equal. */
function isEqualPair(pair: ReadPair): boolean {
  const { join, oldText, text, problem } = pair
  return join.method === 'path' && (oldText === text || hasSameId(pair)) && problem === undefined
}

/** Compares the pairs of two snapshots one by one; each pair of texts is released before the next one is read. */
function createPairReviewer(
  snapshots: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  renderer?: Pick<DocumentRenderer, 'rowsOf'>,
): (pair: ReadPair) => PairOutcome {
  const { targetLocale = 'und', locales: wanted } = options
  let parsed: BilingualDocument | undefined
  const addFindings =
    options.findings === false
      ? undefined
      : createFindingsReader(snapshots, options, (document) => {
          parsed = document
        })
  return (pair) => {
    const { path, join, oldText, text, problem } = pair
    const old = oldText === undefined ? undefined : scanDocument(oldText)
    const current = text === undefined ? undefined : text === oldText ? old : scanDocument(text)
    const front = (current ?? old)?.front
    const locale = localeOf((pair.current ?? pair.old)!, front?.contentLocale, targetLocale)
    if (problem !== undefined || isEqualPair(pair) || (wanted && !wanted.includes(locale))) return { locale }
    const compared = reviewDocument({
      path,
      oldPath: pair.old?.path ?? null,
      locale,
      join,
      ...(old && { old }),
      ...(current && { current }),
    })
    const review = addFindings ? addFindings(compared, { old, current }, pair) : compared
    const rows = renderer?.rowsOf(review, { pair, text, parsed })
    parsed = undefined
    return {
      locale,
      review,
      ...(old && { plains: old.units.map(({ plain }) => plain) }),
      ...(rows && { rows }),
    }
  }
}

/** Compares some of the pairs of two snapshots. */
export function* reviewPairs(
  snapshots: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  isOwn: (path: string) => boolean,
  renderer?: Pick<DocumentRenderer, 'rowsOf'>,
): Generator<readonly [ReadPair, PairOutcome]> {
  const { targetLocale = 'und', locales } = options
  const pairs = pairSnapshots(snapshots, selectPaths(options.globs), targetLocale)
  const outcomeOf = createPairReviewer(snapshots, options, renderer)
  const own = pairs.filter(({ path }) => isOwn(path))
  let done = 0
  for (const pair of readPairs(snapshots, own, locales !== undefined)) {
    options.onProgress?.({ done: done++, total: own.length, path: pair.path })
    yield [pair, outcomeOf(pair)]
  }
}

/**
 * Compares two snapshots, document by document.
 *
 * @param made the outcomes of all pairs, if they were compared elsewhere.
 */
export function reviewSnapshots(
  snapshots: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  renderer?: DocumentRenderer,
  made?: ReviewedPairs,
): Review {
  const { targetLocale = 'und', sourceLocale = 'en-US', locales: wanted } = options
  const pairs = pairSnapshots(snapshots, selectPaths(options.globs), targetLocale)
  const isWantedLocale = (locale: string) => !wanted || wanted.includes(locale)
  const effort = createEffortCounter(options.weights)
  const outcomeOf = made?.outcomeOf ?? createPairReviewer(snapshots, options, renderer)
  const documents: DocumentReview[] = []
  const locales = new Set<string>()
  /** Languages of all documents that the globs select. */
  const known = new Set<string>()
  const counts = { total: 0, equal: 0 }
  let selected = 0
  let done = 0
  for (const pair of readPairs(snapshots, pairs, wanted !== undefined)) {
    options.onProgress?.({ done: done++, total: pairs.length, path: pair.path })
    const { path, join, problem } = pair
    const { locale, review, plains, rows } = outcomeOf(pair)
    known.add(locale)
    // An unreadable document can be in any language.
    if (problem === undefined && !isWantedLocale(locale)) continue
    selected++
    if (pair.current) counts.total++
    if (isEqualPair(pair)) {
      counts.equal++
      continue
    }
    locales.add(locale)
    if (problem !== undefined) {
      const oldPath = pair.old?.path ?? null
      documents.push({ path, oldPath, locale, join, facts: [], units: [], problem })
      continue
    }
    effort.add(review!, plains)
    if (rows) renderer?.add(documents.length, review!, rows)
    documents.push(review!)
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
    counts: countReview(documents, { ...counts, hasFindings: options.findings !== false }),
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
