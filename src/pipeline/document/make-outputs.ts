import type { BilingualDocument } from '../../model/document.ts'
import { localeOf, type OutputFile, type OutputKind } from '../../render/context.ts'
import { renderJson, renderRunbookJson } from '../../render/json.ts'
import { renderMarkdown } from '../../render/markdown.ts'
import { listAssets } from '../../render/page/assets.ts'
import { renderPage } from '../../render/page/render-page.ts'
import { renderRunbooks } from '../../render/runbook/render-runbook.ts'
import { renderTables } from '../../render/tables/render-tables.ts'
import { renderMultilingualTables } from '../../render/tables/table-multilingual.ts'
import { deriveRunbook, type Runbook } from '../../runbook/derive-runbook.ts'
import { frontMatterRunbookSetting, layerRunbookSetting } from '../../runbook/settings.ts'
import { makeChapters } from '../books/make-chapters.ts'
import type { BuildOptions } from '../options.ts'
import type { RunbookPlan } from '../runbook-plan.ts'
import { attempt } from './attempt.ts'
import type { AssetFile, ChapterDraft, OutputBatch } from './document-result.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import type { Rendition } from './renditions.ts'

/** What is made of a file that is only there to be included by others: what other programs need. */
const FRAGMENT_OUTPUTS: ReadonlySet<OutputKind> = new Set<OutputKind>(['json', 'markdown'])

/** What outputs are made with. */
export interface OutputOptions extends Pick<BuildOptions, 'onStage'> {
  /** Kinds that are wanted. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Index of the input that a member comes from. */
  readonly indexOf: (member: Member) => number
  /** What the configuration says of a document's runbook. */
  readonly runbookSettingFor: RunbookPlan['settingFor']
  /** Whether its runbooks are chapters of books too. */
  readonly isChapter: boolean
}

/** What was made of one document. */
interface MadeOutputs {
  readonly outputs: readonly OutputBatch[]
  readonly chapters: readonly ChapterDraft[]
}

/** Renders what is wanted of one document in all its locales. An output that fails becomes a message and does not stop the others. */
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
      ...(isFragment ? [] : runbookJson()),
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

/** What each kind of output is called. */
export const OUTPUT_WORDS: Readonly<Record<OutputKind, string>> = {
  page: 'pages',
  table: 'tables',
  runbook: 'runbooks',
  json: 'JSON',
  markdown: 'Markdown',
}

/** What makes each kind of output. */
function renderersOf(
  rendition: Rendition,
  runbookOf: (rendition: Rendition) => Runbook | null,
): readonly [OutputKind, () => readonly OutputFile[]][] {
  const { document, side, context, member, isUntranslated } = rendition
  const pageContext = () =>
    context.outputs.has('runbook') ? { ...context, hasRunbook: runbookOf(rendition) !== null } : context
  return [
    ['page', () => [renderPage(document, side, pageContext())]],
    ['table', () => renderTables(document, side, context)],
    ['runbook', () => renderRunbooks(document, side, context, runbookOf(rendition))],
    // The text as it was written, so of the input itself; of what is not translated there is none.
    ['markdown', () => (isUntranslated ? [] : [renderMarkdown(member.document, side)])],
  ]
}

/**
 * Gives the runbook of a rendition; both sides of a document share one. Front matter that decides something of it counts for all
 * locales of the document, its own first.
 */
function createRunbooks(
  { members }: ParsedDocument,
  { runbookSettingFor }: OutputOptions,
): (rendition: Rendition) => Runbook | null {
  const told = members.map(({ document }) => frontMatterRunbookSetting(document.metadata))
  const common = told.find((setting) => setting !== undefined)
  const derived = new Map<BilingualDocument, Runbook | null>()
  return ({ document, member }) => {
    const cached = derived.get(document)
    if (cached !== undefined) return cached
    const configured = runbookSettingFor(member.input, document.targetLocale)
    const runbook = deriveRunbook(document, layerRunbookSetting(configured, common))
    derived.set(document, runbook)
    return runbook
  }
}

/** The images and downloads that a page or a runbook needs. */
function assetsOf(
  { document, context, member }: Rendition,
  { members }: ParsedDocument,
): readonly AssetFile[] {
  return listAssets(document, context).map(({ path, locale, output }) => {
    const { input } = members.find((each) => each.document.targetLocale === locale) ?? member
    return { root: input.root, path, output }
  })
}
