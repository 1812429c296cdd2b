import type { VFile } from 'vfile'
import { joinDocuments } from '../join/join-documents.ts'
import { createPeers } from '../join/peers.ts'
import { addMessage } from '../model/add-message.ts'
import type { DocumentSummary } from '../model/docset.ts'
import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import type { ResolveFile } from '../model/resolve.ts'
import { wordingsOf } from '../model/wordings.ts'
import { parseDocument } from '../parse/parse-document.ts'
import type { ParseOptions } from '../parse/parse-options.ts'
import type { ParsedBody } from '../parse/parsed-body.ts'
import { createFileLookup } from '../read/create-file-lookup.ts'
import { createResolver } from '../read/create-resolver.ts'
import type { Input, Inputs } from '../read/input.ts'
import { readFile } from '../read/read-file.ts'
import { readAhead } from '../util/read-ahead.ts'
import type { RuleContext } from '../validate/define-rule.ts'
import { type DocumentRules, runDocsetRules, runJoinedRules, runRules } from '../validate/run-rules.ts'
import { attempt } from './attempt.ts'
import { groupInputs, type InputDocset, type InputGroup } from './group-inputs.ts'
import type { CheckOptions, CheckResult } from './options.ts'
import { createRulePlan } from './rule-plan.ts'

/** Number of inputs that are in memory at once: those in work and those read ahead. */
const AHEAD = 8

/** A document that was read and checked, in all its locales. */
export interface Visited {
  /** Path relative to the roots. */
  readonly path: string
  /** Its locales, in the order of the roots; each locale once. */
  readonly members: readonly Member[]
  /** The locales joined; absent in a docset of one locale. */
  readonly joined?: MultilingualDocument
  readonly docset: InputDocset
}

/** A document in one locale. */
export interface Member {
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
  /** What is told of the rules for a document, by its path. */
  readonly rules: Map<string, DocumentRules>
}

/**
 * Reads, parses and checks each document in order, in all its locales at once, and then the documents of each root with each other. A
 * document is let go once `visit` returns.
 *
 * @throws {ConfigurationError} where the settings name an unknown rule.
 */
export async function runDocuments(
  found: Inputs,
  options: CheckOptions & { readonly cwd: string },
  visit: (visited: Visited) => void,
): Promise<CheckResult> {
  const plan = createRulePlan(options)
  const roots = new Map<string, Root>()
  const counts = { documents: 0, units: 0 }
  const files = new Map<Input, VFile>()
  const wordings = new Map<string, string>()
  const groups = groupInputs(found.inputs, options.targetLocale)
  const ahead = Math.max(1, Math.floor(AHEAD / Math.max(1, groups[0]?.docset.roots.size ?? 1)))
  const read = (group: InputGroup) => Promise.all(group.inputs.map((input) => readFile(input, options.cwd)))

  for await (const [group, texts] of readAhead(groups, ahead, read)) {
    const bodies = group.inputs.length > 1 ? new Map<string, ParsedBody>() : undefined
    const members = group.inputs.flatMap((input, at) => parseMember(input, texts[at]!, bodies))
    const [first] = members
    if (first) attempt(first.file, 'checked', () => visitGroup(group, members))
    // The text is what takes most memory, and the messages have their places.
    for (const file of texts) if (file.value !== undefined) file.value = ''
  }

  for (const { summaries, files: byPath, hasFile, rules } of roots.values()) {
    runDocsetRules({ documents: summaries, hasFile }, (path) => byPath.get(path)!, {
      settings: plan.base,
      rulesOf: (path) => rules.get(path)!,
    })
  }
  const inOrder = found.inputs.flatMap((input) => files.get(input) ?? [])
  const others = [...found.problems, ...plan.unused(found.inputs)]
  return { files: [...inOrder, ...others], counts, suppressed: plan.suppressed() }

  function parseMember(input: Input, file: VFile, bodies: Map<string, ParsedBody> | undefined): Member[] {
    options.onProgress?.({ done: files.size, total: found.inputs.length, path: file.path })
    files.set(input, file)
    if (file.value === undefined) return []
    const root = roots.get(input.root) ?? createRoot(input.root)
    roots.set(input.root, root)
    const members: Member[] = []
    attempt(file, 'read as a document', () => {
      const document = parseDocument(file, {
        ...parseOptions(input, root, options),
        ...(bodies && { bodies }),
      })
      counts.documents += 1
      counts.units += Object.keys(document.units).length
      root.summaries.set(input.path, summaryOf(document, plan.wantsWordings ? wordings : undefined))
      root.files.set(input.path, file)
      root.rules.set(input.path, plan.rulesFor(input, document.targetLocale))
      plan.see(input, document)
      members.push({ document, input, file, hasFile: root.hasFile })
    })
    return members
  }

  function visitGroup({ path, docset }: InputGroup, all: readonly Member[]): void {
    const members = withoutDoubles(all)
    if (members.length === 0) return
    const joined = isMultilingual(docset) ? joinDocuments(members.map(({ document }) => document)) : undefined
    const peersOf = joined && members.length > 1 ? createPeers(joined) : undefined
    for (const { document, input, file } of members) {
      const expectedLocale = input.folderLocale ?? options.targetLocale
      const peers = peersOf?.(document.targetLocale)
      const context: RuleContext = {
        ...(expectedLocale !== undefined && { expectedLocale }),
        ...(peers && { peers }),
      }
      runRules(document, file, { ...plan.rulesFor(input, document.targetLocale), ...context })
    }
    if (joined && members.length > 1) {
      const byLocale = new Map(members.map((member) => [member.document.targetLocale, member]))
      runJoinedRules(joined, (locale) => byLocale.get(locale)!.file, {
        settings: plan.base,
        rulesOf: (locale) => plan.rulesFor(byLocale.get(locale)!.input, locale),
        unitsOf: (locale) => byLocale.get(locale)!.document.units,
      })
    }
    visit({ path, members, docset, ...(joined && { joined }) })
  }
}

/** Whether a docset has several locales. */
function isMultilingual({ roots }: InputDocset): boolean {
  return new Set(roots.values()).size > 1
}

/** One document for each locale, none for that of the source; the others get a message. */
function withoutDoubles(members: readonly Member[]): readonly Member[] {
  const taken = new Map<string, Member>()
  for (const member of members) {
    const { sourceLocale, targetLocale } = member.document
    const first = taken.get(targetLocale)
    if (first) reportDouble(member.file, first.input)
    else if (members.length > 1 && targetLocale === sourceLocale) reportSource(member.file, sourceLocale)
    else taken.set(targetLocale, member)
  }
  return [...taken.values()]
}

function reportSource(file: VFile, sourceLocale: string): void {
  addMessage(file, {
    ruleId: 'output-doubled',
    severity: 'error',
    reason: `Nothing is made of this document: its locale, ${sourceLocale}, is that of the source, which the other locales have`,
    note: 'Correct the locale in its front matter, or leave its folder out.',
  })
}

/** Says of a document that another one is in its place. */
export function reportDouble(file: VFile, first: Input): void {
  addMessage(file, {
    ruleId: 'output-doubled',
    severity: 'error',
    reason: `Nothing is made of this document: its output would take the place of that of ${first.absolute}`,
    note: 'Rename one of them, correct the locale in its front matter, or build them to different folders.',
  })
}

function createRoot(path: string): Root {
  return {
    resolve: createResolver(path),
    hasFile: createFileLookup(path),
    includes: new Map(),
    summaries: new Map(),
    files: new Map(),
    rules: new Map(),
  }
}

function parseOptions(input: Input, root: Root, options: CheckOptions): ParseOptions {
  const { sourceLocale } = options
  const targetLocale = input.folderLocale ?? options.targetLocale
  return {
    path: input.path,
    resolve: root.resolve,
    includes: root.includes,
    ...(sourceLocale !== undefined && { sourceLocale }),
    ...(targetLocale !== undefined && { targetLocale }),
  }
}

/**
 * Keeps what the checks across documents need; as a copy, because a part of a text keeps all of it in memory. Links to other sites are
 * not checked, so they are not kept.
 */
function summaryOf(document: BilingualDocument, texts: Map<string, string> | undefined): DocumentSummary {
  const { path, anchors } = document
  const includes = document.includes.flatMap((include) => include.path ?? [])
  const links = document.links.filter(({ url }) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url))
  const summary = structuredClone({ path, anchors: new Set(anchors), links, includes })
  return { ...summary, ...(texts && { wordings: wordingsOf(document, texts) }) }
}
