import { resolve } from 'node:path'
import type { Shard } from '../../model/build/shard.ts'
import { readReviewAssets } from '../../read/read-review-assets.ts'
import { createTranslate } from '../../render/i18n/create-translate.ts'
import { directionOf } from '../../render/i18n/direction-of.ts'
import { FALLBACK_LOCALE } from '../../render/i18n/locale-chain.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { writeReport } from '../../write/write-report.ts'
import { readLabels } from '../plugins/read-labels.ts'
import { changeDecisionFile, decideReview, decisionFolder } from './decide-review.ts'
import type { WrittenDecisions } from './decision-files.ts'
import { openSnapshots } from './open-snapshots.ts'
import { createDocumentRenderer } from './render-documents.ts'
import type { ReviewOptions, ReviewResult } from './review-options.ts'
import { openReviewShards, type ReviewShardResult, writeReviewShard } from './review-shards.ts'
import { reviewPairs, reviewSnapshots } from './review-snapshots.ts'

/**
 * Compares the documents of a part of a docset, for {@link runReview} with `shards`.
 *
 * @param folder absolute path of the folder of the shard.
 */
export async function makeReviewShard(
  options: ReviewOptions & { readonly cwd: string },
  shard: Shard,
  folder: string,
): Promise<ReviewShardResult> {
  const snapshots = await openSnapshots(options)
  const labels = readLabels(options.labels, options, options.cwd)
  return writeReviewShard(snapshots, options, shard, folder, (noted, isOwn) =>
    reviewPairs(
      noted,
      options,
      isOwn,
      options.page ? createDocumentRenderer(noted, options, labels) : undefined,
    ),
  )
}

/** Compares two versions of a docset. */
export async function runReview(options: ReviewOptions & { readonly cwd: string }): Promise<ReviewResult> {
  const snapshots = await openSnapshots(options)
  const labels = readLabels(options.labels, options, options.cwd)
  const renderer = options.page ? createDocumentRenderer(snapshots, options, labels) : undefined
  const made = options.shards && (await openReviewShards(options.shards, snapshots, options))
  let undecided: ReturnType<typeof reviewSnapshots>
  try {
    undecided = reviewSnapshots(snapshots, options, renderer, made)
  } finally {
    made?.close()
  }
  const written: WrittenDecisions = new Map()
  const decide = () => decideReview(undecided, snapshots, options)
  const { review, decisions } = decide()
  const [only, another] = review.locales
  const language = options.language ?? (another === undefined ? only : undefined) ?? FALLBACK_LOCALE
  const { translate } = createTranslate(labels)
  return {
    review,
    folder: snapshots.head.folder,
    decisions,
    decide,
    project: hashOf(decisionFolder(options)).slice(0, 16),
    change: (locale, changes) => changeDecisionFile(locale, changes, options, written),
    ...(renderer && {
      page: {
        ...readReviewAssets(options.templates && resolve(options.cwd, options.templates)),
        language,
        directionOf,
        documents: renderer.finish(),
        decisions,
      },
    }),
    label: (key, values) => translate(language, key, values),
    write: (path, report) => writeReport(resolve(options.cwd, path), report),
  }
}
