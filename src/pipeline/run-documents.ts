import type { VFile } from 'vfile'
import type { DocumentSummary } from '../model/docset.ts'
import type { BilingualDocument } from '../model/document.ts'
import type { ResolveFile } from '../model/resolve.ts'
import { parseDocument } from '../parse/parse-document.ts'
import type { ParseOptions } from '../parse/parse-options.ts'
import { createFileLookup } from '../read/create-file-lookup.ts'
import { createResolver } from '../read/create-resolver.ts'
import type { Input, Inputs } from '../read/input.ts'
import { readFile } from '../read/read-file.ts'
import { readAhead } from '../util/read-ahead.ts'
import { assertRuleSettings } from '../validate/rule-settings.ts'
import { rules } from '../validate/rules/index.ts'
import { runDocsetRules, runRules } from '../validate/run-rules.ts'
import { attempt } from './attempt.ts'
import type { CheckOptions, CheckResult } from './options.ts'

/** Number of inputs that are in memory at once: the one in work and those read ahead. */
const AHEAD = 8

/** A document that was read and checked by itself. */
export interface Visited {
  readonly document: BilingualDocument
  readonly input: Input
  /** Takes messages. */
  readonly file: VFile
  /** Whether a file exists inside the document's root. */
  readonly hasFile: (path: string) => boolean
}

/** What the documents that share a root have in common. */
interface Root {
  readonly resolve: ResolveFile
  readonly hasFile: (path: string) => boolean
  /** Included documents by path, so that each is read once. */
  readonly includes: Map<string, BilingualDocument>
  /** By path of the document. */
  readonly summaries: Map<string, DocumentSummary>
  readonly files: Map<string, VFile>
}

/**
 * Reads, parses and checks each document in order, and then the documents of each root with each other. A document is let go once
 * `visit` returns.
 *
 * @throws {ConfigurationError} where the settings name an unknown rule.
 */
export async function runDocuments(
  found: Inputs,
  options: CheckOptions & { readonly cwd: string },
  visit: (visited: Visited) => void,
): Promise<CheckResult> {
  const settings = options.rules ?? {}
  assertRuleSettings(settings, rules)
  const roots = new Map<string, Root>()
  const counts = { documents: 0, units: 0 }
  const files: VFile[] = []

  for await (const [input, file] of readAhead(found.inputs, AHEAD, (item) => readFile(item, options.cwd))) {
    options.onProgress?.({ done: files.length, total: found.inputs.length, path: file.path })
    files.push(file)
    if (file.value === undefined) continue
    const root = roots.get(input.root) ?? createRoot(input.root)
    roots.set(input.root, root)
    attempt(file, 'read as a document', () => {
      const document = parseDocument(file, parseOptions(input, root, options))
      counts.documents += 1
      counts.units += Object.keys(document.units).length
      root.summaries.set(input.path, summaryOf(document))
      root.files.set(input.path, file)
      const expectedLocale = options.targetLocale ?? input.folderLocale
      runRules(document, file, { settings, ...(expectedLocale !== undefined && { expectedLocale }) })
      visit({ document, input, file, hasFile: root.hasFile })
    })
    // The text is what takes most memory, and the messages have their places.
    file.value = ''
  }

  for (const { summaries, files: byPath, hasFile } of roots.values()) {
    runDocsetRules({ documents: summaries, hasFile }, (path) => byPath.get(path)!, { settings })
  }
  return { files: [...files, ...found.problems], counts }
}

function createRoot(path: string): Root {
  return {
    resolve: createResolver(path),
    hasFile: createFileLookup(path),
    includes: new Map(),
    summaries: new Map(),
    files: new Map(),
  }
}

function parseOptions(input: Input, root: Root, options: CheckOptions): ParseOptions {
  const { sourceLocale, targetLocale = input.folderLocale } = options
  return {
    path: input.path,
    resolve: root.resolve,
    includes: root.includes,
    ...(sourceLocale !== undefined && { sourceLocale }),
    ...(targetLocale !== undefined && { targetLocale }),
  }
}

/** Keeps what the checks across documents need; as a copy, because a part of a text keeps all of it in memory. */
function summaryOf({ path, anchors, links, includes }: BilingualDocument): DocumentSummary {
  const included = includes.flatMap((include) => include.path ?? [])
  return structuredClone({ path, anchors: new Set(anchors), links, includes: included })
}
