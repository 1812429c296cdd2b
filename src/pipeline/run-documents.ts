import type { VFile } from 'vfile'
import type { DocumentSummary } from '../model/docset.ts'
import { restoreFile } from '../model/stored-message.ts'
import { toWordings } from '../model/wordings.ts'
import { createFileLookup } from '../read/create-file-lookup.ts'
import type { Input, Inputs } from '../read/input.ts'
import { type DocumentRules, runDocsetRules } from '../validate/run-rules.ts'
import { groupInputs, type InputGroup } from './group-inputs.ts'
import type { GroupResult, StoredSummary } from './group-result.ts'
import type { MakeSettings } from './make-group.ts'
import type { CheckOptions, CheckResult } from './options.ts'
import { processGroups } from './process-groups.ts'
import { createRulePlan } from './rule-plan.ts'
import type { Visited } from './visited.ts'

/** What a run does besides checking. */
export interface RunSteps {
  /** How outputs are made; without it none are. */
  readonly make?: MakeSettings
  /** Is shown each document while its models and texts are at hand. */
  readonly visit?: ((visited: Visited) => void) | undefined
  /** Takes what came of each document; the files take more messages. */
  readonly take?: (result: GroupResult, group: InputGroup, files: readonly VFile[]) => void
}

/** What the documents that share a root have in common. */
interface Root {
  /** By path of the document. */
  readonly summaries: Map<string, DocumentSummary>
  readonly files: Map<string, VFile>
  /** What is told of the rules for a document, by its path. */
  readonly rules: Map<string, DocumentRules>
}

/**
 * Reads, parses and checks each document in order, in all its locales at once, and then the documents of each root with each other. A
 * document is let go once that is done.
 *
 * @throws {ConfigurationError} where the settings name an unknown rule.
 */
export async function runDocuments(
  found: Inputs,
  options: CheckOptions & { readonly cwd: string },
  { make, visit, take }: RunSteps = {},
): Promise<CheckResult> {
  const plan = createRulePlan(options)
  const roots = new Map<string, Root>()
  const counts = { documents: 0, units: 0 }
  const files = new Map<Input, VFile>()
  const wordings = new Map<string, string>()
  const groups = groupInputs(found.inputs, options.targetLocale)
  const indexes = new Map(groups.map((group, index) => [group, index]))
  const settings = { options, plan: plan.fork(), inputs: found.inputs, visit, ...(make && { make }) }

  for await (const [group, result] of processGroups(groups, {
    ...settings,
    indexOf: (each) => indexes.get(each)!,
  })) {
    let done = files.size
    for (const { file } of result.members)
      options.onProgress?.({ done: done++, total: found.inputs.length, path: file.path })
    takeResult(group, result)
  }

  for (const [root, { summaries, files: byPath, rules }] of roots) {
    const docset = { documents: summaries, hasFile: createFileLookup(root) }
    runDocsetRules(docset, (path) => byPath.get(path)!, {
      settings: plan.base,
      rulesOf: (path) => rules.get(path)!,
    })
  }
  const inOrder = found.inputs.flatMap((input) => files.get(input) ?? [])
  const others = [...found.problems, ...plan.unused(found.inputs)]
  return { files: [...inOrder, ...others], counts, suppressed: plan.suppressions.count }

  function takeResult(group: InputGroup, result: GroupResult): void {
    const own = result.members.map(({ file }) => restoreFile(file, options.cwd))
    for (const [at, input] of group.inputs.entries()) {
      files.set(input, own[at]!)
      const { document } = result.members[at]!
      if (!document) continue
      counts.documents += 1
      counts.units += document.units
      const root = roots.get(input.root) ?? { summaries: new Map(), files: new Map(), rules: new Map() }
      roots.set(input.root, root)
      root.summaries.set(input.path, toSummary(input.path, document.summary))
      root.files.set(input.path, own[at]!)
      root.rules.set(input.path, plan.rulesFor(input, document.locale))
    }
    plan.suppressions.add(result.suppressions)
    plan.runbooks.add(result.runbookNames)
    take?.(result, group, own)
  }

  function toSummary(
    path: string,
    { anchors, links, includes, wordings: own }: StoredSummary,
  ): DocumentSummary {
    return {
      path,
      anchors: new Set(anchors),
      links,
      includes,
      ...(own && { wordings: toWordings(own, wordings) }),
    }
  }
}
