import type { BilingualDocument } from '../../model/document.ts'
import { localeOf, type OutputFile, type OutputKind } from '../../render/context.ts'
import { fillSkeleton } from '../../render/fill-skeleton.ts'
import { renderJson, renderRunbookJson } from '../../render/json.ts'
import { renderMarkdown } from '../../render/markdown.ts'
import { listAssets } from '../../render/page/assets.ts'
import { createPageScope } from '../../render/page/page-scope.ts'
import { layOutPage } from '../../render/page/render-page.ts'
import { renderRunbooks } from '../../render/runbook/render-runbook.ts'
import { renderSearchRecord } from '../../render/search/search-record.ts'
import { renderTables } from '../../render/tables/render-tables.ts'
import { renderMultilingualTables } from '../../render/tables/table-multilingual.ts'
import { deriveRunbook, type Runbook } from '../../runbook/derive-runbook.ts'
import { frontMatterRunbookSetting, layerRunbookSetting } from '../../runbook/settings.ts'
import { memoize } from '../../util/memoize.ts'
import { makeChapters } from '../books/make-chapters.ts'
import type { BuildOptions } from '../options.ts'
import type { RunbookPlan } from '../runbook-plan.ts'
import { attempt } from './attempt.ts'
import type { AssetFile, OutputBatch, UnplacedChapter } from './document-result.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import type { Rendition } from './renditions.ts'

/** Outputs of files that only serve as includes: those for other programs. */
const FRAGMENT_OUTPUTS: ReadonlySet<OutputKind> = new Set<OutputKind>(['json', 'markdown'])

/** Options for making outputs. */
export interface OutputOptions extends Pick<BuildOptions, 'onStage'> {
  /** Kinds to make. */
  readonly outputs: ReadonlySet<OutputKind>
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
  const isWanted = (kind: OutputKind) =>
    options.outputs.has(kind) && (!isFragment || FRAGMENT_OUTPUTS.has(kind))

  const runbookOf = createRunbooks(parsed, options)
  for (const rendition of renditions) {
    const locale = localeOf(rendition.document, rendition.side)
    for (const [kind, render] of renderersOf(rendition, runbookOf)) {
      if (isWanted(kind)) make(rendition, kind, [locale], render)
    }
  }
  const [first] = renditions
  if (first && isWanted('table') && parsed.joined)
    make(first, 'table', [], () => renderMultilingualTables(renditions.filter(({ isCommon }) => isCommon)))
  if (first && isWanted('json')) {
    const locales = renditions.map(({ document, side }) => localeOf(document, side))
    make(first, 'json', locales, () => [
      renderJson(parsed.joined ?? first.document),
      ...(isWanted('runbook') && !isFragment ? runbookJson() : []),
    ])
  }
  const isInBook = options.isChapter && isWanted('runbook')
  return { outputs: batches, chapters: isInBook ? makeChapters(renditions, runbookOf, options.indexOf) : [] }

  /** Of several locales, the runbook that names the units as they are joined. */
  function runbookJson(): readonly OutputFile[] {
    const common = renditions.find(({ isCommon }) => isCommon)
    const runbook = common && runbookOf(common)
    return runbook ? [renderRunbookJson(common.document, runbook)] : []
  }

  function make(
    rendition: Rendition,
    kind: OutputKind,
    locales: readonly string[],
    render: () => readonly OutputFile[],
  ): void {
    attempt(rendition.member.file, `made into ${OUTPUT_WORDS[kind]}`, () => {
      options.onStage?.(`render ${kind}`)
      const files = render()
      if (files.length === 0) return
      const assets = kind === 'page' || kind === 'runbook' ? assetsOf(rendition, parsed) : []
      batches.push({ kind, member: options.indexOf(rendition.member), locales, files, assets })
    })
  }
}

/** Name of each kind of output in messages. */
export const OUTPUT_WORDS: Readonly<Record<OutputKind, string>> = {
  page: 'pages',
  table: 'tables',
  runbook: 'runbooks',
  json: 'JSON',
  markdown: 'Markdown',
  search: 'a record for search',
}

/** Renderers by kind of output. */
function renderersOf(
  rendition: Rendition,
  runbookOf: (rendition: Rendition) => Runbook | null,
): readonly [OutputKind, () => readonly OutputFile[]][] {
  const { document, side, context, member, isUntranslated } = rendition
  const pageContext = () =>
    context.outputs.has('runbook') ? { ...context, hasRunbook: runbookOf(rendition) !== null } : context
  const filled = memoize((_: 'once') => fillSkeleton(document, side))
  const pageScope = () => createPageScope(document, side, pageContext())
  return [
    // Before the page, which changes the tree.
    ['search', () => [renderSearchRecord(filled('once'), pageScope())]],
    ['page', () => [layOutPage(filled('once'), pageScope())]],
    ['table', () => renderTables(document, side, context)],
    ['runbook', () => renderRunbooks(document, side, context, runbookOf(rendition))],
    // The text as written, so from the input itself; a fallback has none of its own.
    ['markdown', () => (isUntranslated ? [] : [renderMarkdown(member.document, side)])],
  ]
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
  { document, context, member }: Rendition,
  { members }: ParsedDocument,
): readonly AssetFile[] {
  return listAssets(document, context).map(({ path, locale, output }) => {
    const { input } = members.find((each) => each.document.targetLocale === locale) ?? member
    return { root: input.root, path, output }
  })
}
