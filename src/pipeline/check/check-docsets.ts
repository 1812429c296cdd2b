import { VFile } from 'vfile'
import type { DocumentSummary } from '../../model/build/docset.ts'
import { byPlace } from '../../model/findings/by-place.ts'
import { restoreFile } from '../../model/findings/stored-message.ts'
import { type TranslationMemory, toTranslationMemory } from '../../model/translation-memory.ts'
import { openRootFiles, type RootSettings } from '../../read/files/root-files.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { append } from '../../util/data/append.ts'
import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import { ruleCrashed } from '../../validate/engine/rule-url.ts'
import { runDocsetRules } from '../../validate/engine/run-rules.ts'
import { interfaceHash } from '../cache/interface-hash.ts'
import type { LastRun } from '../cache/run-cache.ts'
import type { AskedFiles, MemberResult } from '../document/document-result.ts'
import type { FinishedDocument } from '../document/finished-document.ts'
import { createPublishedLinks } from '../document/published-links.ts'
import { createRedirections } from '../redirections.ts'
import type { TocsOf } from '../tocs.ts'
import type { RulePlan } from './rule-plan.ts'

/** Settings of the checks. */
export interface DocsetSettings extends RootSettings {
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** See `CheckOptions`. */
  readonly publishedPath?: string
  readonly tocsOf: TocsOf
}

/** Results of the checks besides the messages of documents. */
interface DocsetChecks {
  /** The files that the checks looked for. */
  readonly asked: AskedFiles
  /** Files of redirections and tables of contents with messages. */
  readonly others: readonly VFile[]
}

/** A document and the file that receives its messages. */
interface Entry {
  readonly input: Input
  readonly file: VFile
  readonly document: NonNullable<MemberResult['document']>
}

/**
 * Checks the documents of each root against each other. If no change affects the links of other documents, rules about links check only
 * changed documents, and their findings in the others come from the cache.
 */
export function checkDocsets(
  taken: readonly FinishedDocument[],
  plan: RulePlan,
  last: LastRun | undefined,
  settings: DocsetSettings,
): DocsetChecks {
  const isPartial = last !== undefined && isUnchangedForOthers(taken, plan, last)
  const asked = new Map<string, Map<string, boolean>>(isPartial ? askedBefore(last) : [])
  const texts = new Map<string, string>()
  const { filesOf } = createRedirections()
  const publishedLinksOf = createPublishedLinks(settings.publishedPath)
  const others = new Map<string, VFile>()
  for (const [root, entries] of entriesByRoot(taken)) {
    const answers = asked.get(root) ?? new Map<string, boolean>()
    asked.set(root, answers)
    const { has, closed } = openRootFiles(root, settings)
    const lookUp = memoize(has)
    const docset = {
      documents: new Map(
        [...entries].map(([path, { document }]) => [path, new Summary(path, document, texts)]),
      ),
      hasFile: (path: string) => {
        const answer = lookUp(path)
        answers.set(path, answer)
        return answer
      },
      closed,
      redirections: filesOf(root),
      tocs: settings.tocsOf(root).files,
      documentsAt: publishedLinksOf(root).documentsAt,
    }
    const files = new Map(
      [...docset.redirections, ...docset.tocs].map(({ path, absolute }) => [
        path,
        otherFile(absolute, settings.cwd),
      ]),
    )
    const changed = taken.filter(({ cached }) => !cached).map(({ group }) => group.path)
    runDocsetRules(docset, (path) => entries.get(path)?.file ?? files.get(path)!, {
      rules: plan.rules,
      settings: plan.base,
      rulesOf: (path) => {
        const entry = entries.get(path)
        return entry ? plan.rulesFor(entry.input, entry.document.locale) : { settings: plan.base }
      },
      ...(isPartial && { only: new Set(changed) }),
    })
    for (const file of files.values()) collect(file)
  }
  if (isPartial) {
    const ofLinks = new Set<unknown>(plan.rules.filter((rule) => rule.checksLinksOnly).map(({ id }) => id))
    for (const group of taken) restoreLater(group, ofLinks)
  }
  return { asked, others: [...others.values()].sort((a, b) => compare(a.path, b.path)) }

  /** Adds the messages of a file to those from other roots, each once. */
  function collect(file: VFile): void {
    const known = others.get(file.path)
    if (!known && file.messages.length > 0) others.set(file.path, file)
    const seen = new Set(known?.messages.map((message) => `${message.line} ${message.reason}`))
    for (const message of file.messages)
      if (!seen.has(`${message.line} ${message.reason}`)) known?.messages.push(message)
  }
}

/** A file that receives messages but is no document. */
function otherFile(absolute: string, cwd: string): VFile {
  const file = new VFile({ path: pathForPeople(absolute, cwd), cwd })
  file.data.isDocument = false
  return file
}

/** Whether the cached findings of unchanged documents still hold. */
function isUnchangedForOthers(taken: readonly FinishedDocument[], plan: RulePlan, last: LastRun): boolean {
  return (
    plan.suppressions.size === 0 &&
    last.isAskedSame &&
    last.hasSameDocuments &&
    taken.every(({ cached, group, result }) =>
      cached
        ? !cached.later.some((later) => later.some(({ fields }) => fields.ruleId === ruleCrashed))
        : result.members.every(({ document }) => document) &&
          last.last(group)?.interface === interfaceHash(result),
    )
  )
}

function askedBefore({ state: { roots, dependencies, asked } }: LastRun): [string, Map<string, boolean>][] {
  return roots.map((root, number) => {
    const own = asked.map((at) => dependencies.asked[at]!).filter(([of]) => of === number)
    return [root, new Map(own.map(([, path, answer]) => [path, answer === 1]))]
  })
}

function entriesByRoot(taken: readonly FinishedDocument[]): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const roots = new Map<string, Map<string, Entry>>()
  for (const { group, result, files } of taken) {
    for (const [at, input] of group.inputs.entries()) {
      const { document } = result.members[at]!
      if (!document) continue
      const entries = roots.get(input.root) ?? new Map<string, Entry>()
      roots.set(input.root, entries.set(input.path, { input, file: files[at]!, document }))
    }
  }
  return roots
}

/** The rules' view of a document; read on access, because there can be many documents, and most are not needed. */
class Summary implements DocumentSummary {
  readonly path: string
  readonly #document: Entry['document']
  readonly #texts: Map<string, string>
  #translationMemory: TranslationMemory | undefined

  constructor(path: string, document: Entry['document'], texts: Map<string, string>) {
    this.path = path
    this.#document = document
    this.#texts = texts
  }

  get targetLocale() {
    return this.#document.locale
  }

  get lines() {
    return this.#document.summary.lines
  }

  get anchors() {
    return anchorsIn(this.#document.summary.anchors)
  }

  get links() {
    return this.#document.summary.links
  }

  get includes() {
    return this.#document.summary.includes
  }

  get title() {
    return this.#document.summary.title
  }

  get translationMemory() {
    const stored = this.#document.summary.translationMemory
    this.#translationMemory ??= stored && toTranslationMemory(stored, this.#texts)
    return this.#translationMemory
  }
}

const anchorSets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A list of anchors as a set, as long as the list is in memory. */
function anchorsIn(anchors: readonly string[]): ReadonlySet<string> {
  const known = anchorSets.get(anchors) ?? new Set(anchors)
  anchorSets.set(anchors, known)
  return known
}

/**
 * Adds the cached findings of the checks across documents that were not done again.
 *
 * @param ofLinks ids of the rules whose findings hold until links, titles or anchors change.
 */
function restoreLater({ cached, files }: FinishedDocument, ofLinks: ReadonlySet<unknown>): void {
  for (const [at, all] of (cached?.later ?? []).entries()) {
    const later = all.filter(({ fields }) => ofLinks.has(fields.ruleId))
    if (later.length === 0) continue
    const file = files[at]!
    append(file.messages, restoreFile({ path: file.path, messages: later }, file.cwd).messages)
    file.messages.sort(byPlace)
  }
}
