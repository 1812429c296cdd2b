import type { BilingualDocument } from '../../model/document.ts'
import {
  dataPath,
  editionTools,
  type MadeFile,
  type Output,
  type WholeDocument,
} from '../../render/output.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import { listAssets } from '../../render/page/assets.ts'
import { deriveRunbook, type Runbook } from '../../runbook/derive-runbook.ts'
import { frontMatterRunbookSetting, layerRunbookSetting } from '../../runbook/settings.ts'
import { isObject } from '../../util/data/is-object.ts'
import { refusePromise } from '../../util/refuse-promise.ts'
import { makeChapters } from '../books/make-chapters.ts'
import type { BuildOptions } from '../options.ts'
import { assertOwnPath } from '../plugins/assert-own-path.ts'
import type { RunbookPlan } from '../runbook-plan.ts'
import { attempt } from './attempt.ts'
import { builtInOutputs, type OwnEdition, wordsOf } from './built-in-outputs.ts'
import type { AssetFile, OutputBatch, UnplacedChapter } from './document-result.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import type { Rendition } from './renditions.ts'

/** Options for making outputs. */
export interface OutputOptions extends Pick<BuildOptions, 'onStage'> {
  /** Kinds to make. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Outputs of plugins, under the names of their kinds. */
  readonly ofPlugins: readonly Output[]
  /** Index of the input that a member comes from. */
  readonly indexOf: (member: Member) => number
  /** The configuration's setting for a document's runbook. */
  readonly runbookSettingFor: RunbookPlan['settingFor']
  /** Whether its runbooks also become chapters of books. */
  readonly isChapter: boolean
}

/** Outputs and chapters of one document. */
interface MadeOutputs {
  readonly outputs: readonly OutputBatch[]
  readonly chapters: readonly UnplacedChapter[]
}

/**
 * Renders one document in all its locales. An output that fails becomes a message and does not stop the
 * others.
 */
export function makeOutputs(
  parsed: ParsedDocument,
  renditions: readonly Rendition[],
  options: OutputOptions,
): MadeOutputs {
  const batches: OutputBatch[] = []
  const isFragment = parsed.members.every(({ input }) => input.fragment)
  const runbookOf = createRunbooks(parsed, options)
  const hasRunbook = options.outputs.has('runbook') && !isFragment
  const all: readonly Output<string, OwnEdition>[] = [...builtInOutputs(hasRunbook), ...options.ofPlugins]
  const outputs = all.filter(
    ({ name, forIncludes }) => options.outputs.has(name as OutputKind) && (!isFragment || forIncludes),
  )
  const editions = renditions.map(
    (rendition): OwnEdition => ({
      ...rendition,
      ...editionTools(rendition),
      written: rendition.isUntranslated ? null : rendition.member.document,
      runbook: () => runbookOf(rendition),
    }),
  )
  for (const edition of editions)
    for (const output of outputs)
      if (output.render) make(output, edition, [edition.locale], () => output.render!(edition))
  const [first] = editions
  if (first) {
    const { path, joined } = parsed
    const whole: WholeDocument<OwnEdition> = {
      path,
      ...(joined && { joined }),
      editions,
      outputPath: (suffix) => dataPath(path, suffix),
    }
    const locales = editions.map(({ locale }) => locale)
    // The files of one language decide which locales have the output.
    for (const output of outputs)
      if (output.renderAll) make(output, first, output.render ? [] : locales, () => output.renderAll!(whole))
  }
  const isInBook = options.isChapter && hasRunbook
  return { outputs: batches, chapters: isInBook ? makeChapters(renditions, runbookOf, options.indexOf) : [] }

  function make(
    output: Output<string, OwnEdition>,
    edition: OwnEdition,
    locales: readonly string[],
    render: () => readonly MadeFile[],
  ): void {
    const kind = output.name as OutputKind
    attempt(edition.member.file, `made into ${wordsOf(kind)}`, () => {
      options.onStage?.(`render ${kind}`)
      const files = render()
      if (options.ofPlugins.includes(output)) assertFiles(files, parsed)
      if (files.length === 0) return
      const assets = output.usesAssets ? assetsOf(edition, parsed) : []
      batches.push({ kind, member: options.indexOf(edition.member), locales, files, assets })
    })
  }
}

/** Checks what a plugin returned, whose code may not be typed. */
function assertFiles(files: unknown, parsed: ParsedDocument): void {
  refusePromise(files)
  if (!Array.isArray(files) || !files.every(isMadeFile))
    throw new Error('it did not return a list of files, each with a `path` and a `content` (text or bytes)')
  for (const { path } of files) assertOwnPath(path, parsed)
}

function isMadeFile(file: unknown): file is MadeFile {
  return (
    isObject(file) &&
    typeof file.path === 'string' &&
    (typeof file.content === 'string' || file.content instanceof Uint8Array)
  )
}

/**
 * Returns a function that derives the runbook of a rendition. Both sides of a document share one, and so do locales with equal settings and
 * source texts. If a locale's front matter has runbook settings, they apply to all locales of the document, after the locale's own.
 */
function createRunbooks(
  { members }: ParsedDocument,
  { runbookSettingFor }: OutputOptions,
): (rendition: Rendition) => Runbook | null {
  const settings = members.map(({ document }) => frontMatterRunbookSetting(document.metadata))
  const common = settings.find((setting) => setting !== undefined)
  const derived: { document: BilingualDocument; setting: string; runbook: Runbook | null }[] = []
  return ({ document, member }) => {
    const own = derived.find((each) => each.document === document)
    if (own) return own.runbook
    const configured = layerRunbookSetting(runbookSettingFor(member.input, document.targetLocale), common)
    const setting = JSON.stringify(
      layerRunbookSetting(configured, frontMatterRunbookSetting(document.metadata)),
    )
    const same = derived.find((each) => each.setting === setting && hasSameSource(each.document, document))
    const runbook = same ? same.runbook : deriveRunbook(document, configured)
    derived.push({ document, setting, runbook })
    return runbook
  }
}

/** Whether two documents, as editions of one, share their skeleton and all texts of the source side. */
function hasSameSource(one: BilingualDocument, other: BilingualDocument): boolean {
  const units = (key: 'units' | 'includedUnits') =>
    Object.entries(one[key]).every(
      ([name, { source }]) => source !== null && source === other[key][name]?.source,
    )
  return one.skeleton.tree === other.skeleton.tree && units('units') && units('includedUnits')
}

/** The images and downloads that a page or runbook needs. */
function assetsOf(
  { document, context, member }: Pick<Rendition, 'document' | 'context' | 'member'>,
  { members }: ParsedDocument,
): readonly AssetFile[] {
  return listAssets(document, context).map(({ path, locale, output }) => {
    const { input } = members.find((each) => each.document.targetLocale === locale) ?? member
    return { root: input.root, path, output }
  })
}
