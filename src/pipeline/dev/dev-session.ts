/**
 * Keeps a docset in memory for `lockstep dev`.
 *
 * It holds the results of reading each document (findings, summary, dependencies) and the outputs of the few viewed last. A change discards
 * everything that depends on the file; open pages reload, and their documents are made on request. The others are read in the meantime, then all
 * are checked with each other. `cli/serve/` is the server: it answers this machine only, checks the host name, serves only paths that a
 * build would write, and writes nothing.
 */

import { resolve } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { VFile } from 'vfile'
import { siteFilesOf } from '../../model/build/site.ts'
import { restoreFile } from '../../model/findings/stored-message.ts'
import { isSameStamp, stampOf } from '../../read/files/file-state.ts'
import { isInside } from '../../read/files/inside.ts'
import { readFile } from '../../read/files/read-file.ts'
import { type FileChange, watchFiles } from '../../read/files/watch-files.ts'
import { findRedirectionFiles, publishConfigsOf } from '../../read/redirections/read-redirections.ts'
import { findTocs } from '../../read/toc/find-tocs.ts'
import { ASSETS } from '../../render/context.ts'
import { indexSourceOf, renderIndex } from '../../render/index/render-index.ts'
import { memoize } from '../../util/memoize.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { buildPresets } from '../build-presets.ts'
import { xrefAnswer } from '../cache/dependencies.ts'
import { checkDocsets } from '../check/check-docsets.ts'
import { createRulePlan } from '../check/rule-plan.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { AssetFile, DocumentResult } from '../document/document-result.ts'
import type { FinishedDocument } from '../document/finished-document.ts'
import { createContext } from '../document/make-document.ts'
import { createDocumentProcessor } from '../document/process-document.ts'
import { toIndexEntry } from '../document/to-index-entry.ts'
import { xrefsOf } from '../document/xrefs.ts'
import { pluginFiles } from '../plugins/plugin-files.ts'
import { readAsset } from '../read-asset.ts'
import { readLook } from '../read-look.ts'
import { catalogOf } from '../site/catalog.ts'
import { makeSite } from '../site/make-site.ts'
import { createTocs } from '../tocs.ts'
import { dependenciesOf } from './dependencies-of.ts'
import { groupAt, nameOf, readDocset } from './dev-docset.ts'
import { describeDocuments } from './dev-documents.ts'
import type { DevChange, DevFile, DevOptions, DevSession } from './dev-options.ts'
import { createDevSite } from './dev-site.ts'

/**
 * Number of documents whose outputs are kept: people look at few at a time, and making another takes no time.
 */
const KEPT = 16
/** Time in milliseconds between a change and reading the documents that nobody looks at. */
const PAUSE = 250

/** Paths of the lists of documents. */
const REPORT = /^reports\//

/** Whether a file can define uids: a document, a table of contents, an xref map, or a file that names one. */
function mayHoldUids(path: string): boolean {
  return /\.(?:md|markdown|html?|ya?ml|json)$/i.test(path)
}

/** Whether a file can decide the navigation. */
function mayHoldSite(path: string): boolean {
  return /\.(?:ya?ml|json)$|[\\/]toc\.md$/i.test(path)
}

/** Whether a file decides the redirections, or names files that do. */
function mayHoldRedirections(path: string): boolean {
  return /[\\/]\.openpublishing\.[\w.-]+\.json$/i.test(path)
}

/** A document that was read since its last change. */
interface Read {
  readonly result: DocumentResult
  readonly dependencies: ReadonlySet<string>
}

/** Outputs of a document. */
interface Made {
  /** Stamp of each input when it was read; `undefined` if it did not exist. */
  readonly stamps: readonly (string | undefined)[]
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly assets: ReadonlyMap<string, AssetFile>
}

/**
 * Opens a session: reads and renders documents on request, reads the others in the background, and forgets
 * everything that a change affects.
 *
 * @throws {UserError} if there is no input, or the settings, templates or labels are unusable.
 */
export async function openDevSession(options: DevOptions): Promise<DevSession> {
  const cwd = options.cwd === undefined ? process.cwd() : resolve(options.cwd)
  const settings = { ...buildPresets(options), ...options, cwd }
  let docset = await readDocset(options, cwd)
  let look = await readLook(options, cwd)
  let context = createContext({ options, look: look.look })
  let processors = createProcessors()
  const read = new Map<DocumentInputs, Read>()
  const made = new Map<DocumentInputs, Made>()
  /** Results of changed documents, which still name them in navigation until they are read again. */
  const outdated = new Map<DocumentInputs, Read>()
  const site = createDevSite(
    () => describeDocuments(docset, resultOf, options),
    (documents) => makeSite(catalogOf(documents), { ...settings, context, isTaken, tocsOf: readTocs() }),
    () => ({ read: read.size, all: docset.groups.length }),
  )
  /**
   * Files with their messages, including those of the checks across documents; absent until these have run.
   */
  let checked: ReadonlyMap<DocumentInputs, readonly VFile[]> | undefined
  /** Redirections and tables of contents with messages. */
  let others: readonly VFile[] = []
  /** Counts changes: work that began before the latest change is discarded. */
  let epoch = 0
  /** Counts background reads: a new one ends the previous one. */
  let turn = 0
  /** Whether any document refers to uids, so that resolved uids are cached. */
  let asksUids = false
  let work: Promise<void> = Promise.resolve()

  const roots = new Set(docset.found.inputs.map(({ root }) => root))
  const lookFolders = [options.templates, options.labels].flatMap((folder) =>
    folder === undefined ? [] : resolve(cwd, folder),
  )
  const siteFiles = siteFilesOf(options.site ?? {}).map((path) => resolve(cwd, path))
  const watched = [...(options.watched ?? []), ...(await pluginFiles(options))]
  // Files above the roots; those inside are watched with them.
  const redirections = [...roots].flatMap((root) =>
    [...findRedirectionFiles(root), ...publishConfigsOf(root)].filter(
      (path) => !isInside(root, path) && stampOf(path) !== undefined,
    ),
  )
  const folders = options.inputs.map((input) => resolve(cwd, input))
  const pending = new Map<string, FileChange>()
  let taking: Promise<void> = Promise.resolve()
  const watcher = await watchFiles(
    [...roots, ...folders, ...lookFolders, ...siteFiles, ...redirections, ...watched],
    notice,
  )
  readOthers()

  return {
    get,
    findings(path) {
      const group = groupAt(path, docset)
      if (!group) return { files: others, isComplete: checked !== undefined }
      const files = checked?.get(group) ?? filesOf(read.get(group)?.result)
      return { files, isComplete: checked !== undefined }
    },
    size: () => docset.groups.length,
    async close() {
      turn++
      await watcher.close()
    },
  }

  function createProcessors() {
    const plan = createRulePlan(settings)
    const { outputConflicts } = docset
    const make = { look: look.look, context, options, outputConflicts, chapters: new Set<string>() }
    return {
      plan,
      // The index needs the titles of all documents; only requested documents need outputs.
      read: createDocumentProcessor({
        options: settings,
        plan: plan.fork(),
        make: { ...make, context: { ...context, outputs: new Set() } },
      }),
      make: createDocumentProcessor({ options: settings, plan: plan.fork(), make }),
    }
  }

  /** A reader of tables of contents as they are now. */
  function readTocs() {
    return createTocs(findTocs, settings)
  }

  function notice(change: FileChange): void {
    if (pending.size === 0) taking = taking.then(takeChanges)
    pending.set(change.path, change)
  }

  /** Notices changes that the watcher missed, such as in a folder that was removed before it was watched. */
  async function lookAt(path: string): Promise<void> {
    const group = groupAt(path, docset)
    if (!group) return
    const stamps = made.get(group)?.stamps
    for (const [at, { absolute }] of group.inputs.entries()) {
      const stamp = stampOf(absolute)
      const known = stamps?.[at]
      const differs =
        known === undefined ? (stamp === undefined) === !stamps : !isSameStamp(stamp ?? '', known)
      if (differs) notice({ path: absolute, type: stamp === undefined ? 'removed' : 'changed' })
    }
    await taking
  }

  async function get(path: string): Promise<DevFile | undefined> {
    if (path.startsWith(`${ASSETS}/`)) return asset(path)
    await lookAt(path)
    const group = groupAt(path, docset)
    const content = group && (await makeDocument(group)).files.get(path)
    if (content !== undefined)
      return {
        content: path.endsWith('.html') ? site.complete(path, Buffer.from(content).toString()) : content,
      }
    const file = site.file(path)
    if (file !== undefined) return { content: file }
    const index = REPORT.test(path) ? makeIndex().get(path) : undefined
    return index === undefined ? undefined : { content: index }
  }

  function asset(path: string): DevFile | undefined {
    const content = look.assets.get(path)
    if (content) return { content }
    for (const { assets } of made.values()) {
      const file = assets.get(path)
      const bytes = file && readAsset(file, settings)
      if (bytes) return { content: bytes }
    }
    return undefined
  }

  async function makeDocument(group: DocumentInputs): Promise<Made> {
    const known = made.get(group)
    if (known) return known
    const began = epoch
    const texts = await textsOf(group)
    const result = processors.make(group, texts)
    const outputs = result.outputs.flatMap(({ files }) => files)
    const all: Made = {
      // A file that exists but cannot be read is not read again until it changes.
      stamps: texts.map(({ data }, at) => data.state?.stamp ?? stampOf(group.inputs[at]!.absolute)),
      files: new Map(outputs.map(({ path, content }) => [path, content])),
      assets: new Map(result.outputs.flatMap(({ assets }) => assets.map((each) => [each.output, each]))),
    }
    if (began === epoch) {
      made.set(group, all)
      read.set(group, toRead(group, result))
      const [oldest] = made.keys()
      if (made.size > KEPT && oldest) made.delete(oldest)
      // A failed rendering adds messages, so they are counted again.
      if (
        result.members.some(({ file }) =>
          file.messages.some(({ fields }) => fields.ruleId === 'document-failed'),
        ) &&
        checked
      ) {
        checked = undefined
        readOthers()
      }
    }
    return all
  }

  async function textsOf({ inputs }: DocumentInputs): Promise<readonly VFile[]> {
    // Handles pending changes first.
    await setImmediate()
    return inputs.map((input) => readFile(input, settings))
  }

  function makeIndex(): ReadonlyMap<string, string> {
    const documents = describeDocuments(docset, resultOf, options)
    const entries = documents.map(({ group, made: document, kinds }) => {
      const files = checked?.get(group) ?? filesOf(resultOf(group))
      return toIndexEntry(group.path, document, kinds, files, new Set())
    })
    const locales = new Set(entries.flatMap((entry) => Object.keys(entry.locales)))
    const lists = renderIndex(indexSourceOf(entries), { ...context, locales })
    return new Map([...lists].map(({ path, content }) => [path, content]))
  }

  function isTaken(path: string): boolean {
    return groupAt(path, docset) !== undefined
  }

  function resultOf(group: DocumentInputs): DocumentResult | undefined {
    return (read.get(group) ?? outdated.get(group))?.result
  }

  function filesOf(result: DocumentResult | undefined): readonly VFile[] {
    return (result?.members ?? []).map(({ file }) => restoreFile(file, cwd))
  }

  /**
   * Reads all documents not requested yet, one after the other, then checks all of them against each other.
   */
  function readOthers(): void {
    const own = ++turn
    const reading = work.then(async () => {
      // The saved page is usually requested next, and then need not be read here.
      if (own > 1) await setTimeout(PAUSE)
      for (const group of docset.groups) {
        if (own !== turn) return
        if (read.has(group)) continue
        const began = epoch
        const result = processors.read(group, await textsOf(group))
        if (began === epoch && !read.has(group)) read.set(group, toRead(group, result))
        // Requests come first.
        await setImmediate()
      }
      if (own !== turn) return
      const taken = docset.groups.map((group): FinishedDocument => {
        const { result } = read.get(group)!
        return { group, result, files: filesOf(result) }
      })
      const checks = { ...settings, tocsOf: readTocs() }
      others = checkDocsets(taken, processors.plan.fork(), undefined, checks).others
      checked = new Map(taken.map(({ group, files }) => [group, files]))
      announce('findings', () => true)
    })
    // A root may vanish, for example during a checkout; its return is a change, and then everything is read
    // again.
    work = reading.catch(() => {})
  }

  async function takeChanges(): Promise<void> {
    // Editors that replace a file cause several changes at once.
    await setImmediate()
    const changes = [...pending.values()]
    pending.clear()
    if (changes.some(({ path }) => watched.includes(path))) announce('settings', () => true)
    const isOfLook = changes.some(
      ({ path }) => siteFiles.includes(path) || lookFolders.some((folder) => isInside(folder, path)),
    )
    const isOther = changes.some(isOfDocset) && (await findAgain())
    if (isOfLook) await takeLook()
    // Links lead elsewhere, and findings differ.
    const isOfLinks = changes.some(({ path }) => mayHoldRedirections(path))
    if (isOther || isOfLook || isOfLinks) {
      forget(docset.groups, ...(isOfLinks ? [made, read] : [made]))
      processors = createProcessors()
    }
    if (isOther || isOfLook || changes.some(({ path }) => mayHoldSite(path))) {
      site.forget()
      announce('content', () => true)
    }
    takeContents(changes)
    readOthers()
  }

  /** Finds the documents again and returns whether they differ. Keeps the read results of those that stay. */
  async function findAgain(): Promise<boolean> {
    // If all documents are gone, the known ones stay until there are others.
    const found = await readDocset(options, cwd).catch(() => docset)
    const before = new Map(docset.groups.map((group) => [nameOf(group), group]))
    if (found.groups.length === before.size && found.groups.every((group) => before.has(nameOf(group))))
      return false
    const kept = found.groups.flatMap((group): [DocumentInputs, Read][] => {
      const known = read.get(before.get(nameOf(group)) ?? group)
      return known ? [[group, known]] : []
    })
    read.clear()
    outdated.clear()
    for (const [group, known] of kept) read.set(group, known)
    made.clear()
    docset = found
    return true
  }

  async function takeLook(): Promise<void> {
    try {
      const next = await readLook(options, cwd)
      context = createContext({ options, look: next.look })
      look = next
      options.onProblem?.(undefined)
    } catch (error) {
      // A half-written file is read again on the next change.
      options.onProblem?.(reasonOf(error))
    }
  }

  /**
   * Whether a change may add or remove documents: a file that vanishes and returns at once is reported as
   * changed.
   */
  function isOfDocset({ type, path }: FileChange): boolean {
    return type !== 'changed' || !docset.byInput.has(path)
  }

  function takeContents(changes: readonly FileChange[]): void {
    const paths = new Set(changes.map(({ path }) => path))
    const dependent = docset.groups.filter((group) => {
      const dependencies = read.get(group)?.dependencies
      return dependencies && [...paths].some((path) => dependencies.has(path))
    })
    const own = [...paths].flatMap((path) => docset.byInput.get(path) ?? [])
    const areUidsOther = asksUids && changes.some(({ path }) => mayHoldUids(path))
    const referring = areUidsOther ? withOtherUids() : []
    // The processors remember includes, uids and which files exist.
    if (dependent.length > 0 || areUidsOther || changes.some(({ type }) => type !== 'changed'))
      processors = createProcessors()
    const affected = new Set([...own, ...dependent, ...referring])
    if (affected.size === 0) return
    forget([...affected], made, read)
    announce('content', (path) => {
      const group = groupAt(path, docset)
      return group !== undefined && affected.has(group)
    })
  }

  /** The documents with a uid that now resolves differently. */
  function withOtherUids(): readonly DocumentInputs[] {
    const findIn = memoize((root: string) => {
      const { docset: own } = docset.groups.find(({ inputs }) => inputs.some((input) => input.root === root))!
      return xrefsOf(own, root, settings)
    })
    return docset.groups.filter((group) =>
      read.get(group)?.result.members.some(({ document }, at) => {
        const find = document?.xrefs && findIn(group.inputs[at]!.root)
        return document?.xrefs?.some(({ from, uid, answer }) => xrefAnswer(find!(from, uid)) !== answer)
      }),
    )
  }

  function toRead(group: DocumentInputs, result: DocumentResult): Read {
    outdated.delete(group)
    asksUids ||= result.members.some(({ document }) => document?.xrefs)
    return { result: { ...result, outputs: [] }, dependencies: dependenciesOf(group, result) }
  }

  function forget(groups: readonly DocumentInputs[], ...maps: readonly Map<DocumentInputs, unknown>[]): void {
    epoch++
    checked = undefined
    site.review()
    for (const group of groups) {
      const known = read.get(group)
      if (known) outdated.set(group, known)
      for (const map of maps) map.delete(group)
    }
  }

  function announce(type: DevChange['type'], concerns: DevChange['concerns']): void {
    options.onChange({ type, concerns })
  }
}
