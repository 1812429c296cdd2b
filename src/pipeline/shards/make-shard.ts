/**
 * Splits a run over machines.
 *
 * Documents, each in all its locales, are independent of each other: threads already make them apart and hand over plain data. A shard is such a
 * thread on another machine. It finds all inputs, because links, pages and locales depend on their paths; processes the documents whose path's
 * hash falls to it; and writes their results, contents included, to one file (`write/write-shard.ts`), so that a shard is one upload and is read
 * from front to back. A merge is an ordinary run whose documents come from these files in place of threads (`open-shards.ts`), so it has the same
 * result by the same argument: everything that compares documents, completes pages or writes is done there, in order. A property test
 * compares both.
 *
 * Results know no absolute path (`portable-result.ts`), and neither do the hashes that a merge compares with its own: program, settings, files that the
 * settings name, and paths of inputs. The files that a document was made from are compared by content when its turn comes (`changed-since.ts`); stamps
 * only save reading them on the same machine. A shard is described by a file that is written last, and each document has a hash.
 */

import { SHARD_VERSION, type Shard, type ShardKind, type ShardPlan } from '../../model/build/shard.ts'
import { createShardWriter } from '../../write/write-shard.ts'
import { createBookMaker } from '../books/make-books.ts'
import { createRulePlan } from '../check/rule-plan.ts'
import { createDocumentCounter } from '../count-documents.ts'
import type { MakeSettings } from '../document/make-document.ts'
import { createDocumentsProcessor } from '../document/process-documents.ts'
import type { BuildOptions, CheckOptions } from '../options.ts'
import { readLook } from '../read-look.ts'
import type { Run } from '../run-documents.ts'
import { assertPlanned } from './plan-shards.ts'
import { toPortable } from './portable-result.ts'
import { programName } from './shard-differences.ts'
import { shardKeys } from './shard-keys.ts'
import { shardOf } from './shard-of.ts'
import type { ShardResult } from './shard-options.ts'

/**
 * Reads, checks and makes the documents of a shard, and writes their results for a merge. Documents are independent of each other, so
 * their results are those that one run of all would have.
 *
 * @param folder absolute path of the folder of the shard.
 * @param plan what the shard has to be. Default: whatever this machine makes.
 * @throws as `build` and `check` do; {@link UserError} if it would be something else, before anything is made.
 */
export async function makeShard(
  run: Run,
  kind: ShardKind,
  options: (BuildOptions | CheckOptions) & { readonly cwd: string },
  { number, of }: Shard,
  folder: string,
  plan?: ShardPlan,
): Promise<ShardResult> {
  const { found, groups } = run
  const own = groups.filter(({ path }) => shardOf(path, of) === number)
  const keys = await shardKeys(run, options)
  const description = { version: SHARD_VERSION, kind, number, of, program: programName(), keys } as const
  if (plan) assertPlanned(plan, description, own, options.cwd)
  const make =
    kind === 'build' ? await makeSettings(run, options as BuildOptions & { cwd: string }) : undefined
  const counter = kind === 'status' ? createDocumentCounter(options) : undefined
  const indexes = new Map(groups.map((group, index) => [group, index]))
  const processDocuments = createDocumentsProcessor({
    options,
    plan: createRulePlan(options).fork(),
    inputs: found.inputs,
    visit: counter?.visit,
    ...(make && { make }),
    indexOf: (group) => indexes.get(group)!,
  })
  const total = own.reduce((sum, { inputs }) => sum + inputs.length, 0)
  const counts = { documents: 0, units: 0 }
  let done = 0
  const writer = createShardWriter(folder)
  try {
    for await (const [group, result] of processDocuments(own)) {
      for (const { file, document } of result.members) {
        options.onProgress?.({ done: done++, total, path: file.path })
        counts.documents += document ? 1 : 0
        counts.units += document?.units ?? 0
      }
      const whole = counter ? { ...result, status: counter.take() } : result
      const portable = toPortable(group, whole, options.cwd)
      writer.append(JSON.stringify(portable.result), portable.contents)
    }
    const header = writer.finish({ ...description, groups: own.length })
    return { header, ...counts }
  } finally {
    writer.close()
  }
}

async function makeSettings(
  { found, tocPathsOf, outputConflicts }: Run,
  options: BuildOptions & { readonly cwd: string },
): Promise<MakeSettings> {
  const { look } = await readLook(options, options.cwd)
  const { paths } = createBookMaker(found.inputs, { ...options, tocPathsOf })
  return { options, look, outputConflicts, chapters: paths }
}
