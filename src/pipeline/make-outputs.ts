import { localeOf, type OutputFile, type OutputKind } from '../render/context.ts'
import { renderJson } from '../render/json.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { listAssets } from '../render/page/assets.ts'
import { renderPage } from '../render/page.ts'
import { renderRunbook } from '../render/runbook.ts'
import { renderTables } from '../render/table.ts'
import { renderMultilingualTables } from '../render/table-multilingual.ts'
import { attempt } from './attempt.ts'
import type { AssetFile, OutputBatch } from './group-result.ts'
import type { BuildOptions } from './options.ts'
import type { Rendition } from './renditions.ts'
import type { Member, Visited } from './visited.ts'

/** What is made of a file that is only there to be included by others: what other programs need. */
const FRAGMENT_OUTPUTS: ReadonlySet<OutputKind> = new Set<OutputKind>(['json', 'markdown'])

/** What outputs are made with. */
export interface OutputOptions extends Pick<BuildOptions, 'bilingualRunbooks'> {
  /** Kinds that are wanted. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Index of the input that a member comes from. */
  readonly indexOf: (member: Member) => number
}

/** Renders what is wanted of one document in all its locales. An output that fails becomes a message and does not stop the others. */
export function makeOutputs(
  visited: Visited,
  renditions: readonly Rendition[],
  options: OutputOptions,
): readonly OutputBatch[] {
  const batches: OutputBatch[] = []
  const isFragment = visited.members.every(({ input }) => input.fragment)
  const isWanted = (kind: OutputKind) =>
    options.outputs.has(kind) && (!isFragment || FRAGMENT_OUTPUTS.has(kind))

  for (const rendition of renditions) {
    const locale = localeOf(rendition.document, rendition.side)
    for (const [kind, render] of renderersOf(rendition, options)) {
      if (isWanted(kind)) make(rendition, kind, [locale], render)
    }
  }
  const [first] = renditions
  if (first && isWanted('table') && visited.joined)
    make(first, 'table', [], () => renderMultilingualTables(renditions.filter(({ isCommon }) => isCommon)))
  if (first && isWanted('json')) {
    const locales = renditions.map(({ document, side }) => localeOf(document, side))
    make(first, 'json', locales, () => [renderJson(visited.joined ?? first.document)])
  }
  return batches

  function make(
    rendition: Rendition,
    kind: OutputKind,
    locales: readonly string[],
    render: () => readonly OutputFile[],
  ): void {
    attempt(rendition.member.file, `made into ${OUTPUT_WORDS[kind]}`, () => {
      const files = render()
      if (files.length === 0) return
      const assets = kind === 'page' || kind === 'runbook' ? assetsOf(rendition, visited) : []
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
  { document, side, context, member, isUntranslated }: Rendition,
  { bilingualRunbooks = false }: OutputOptions,
): readonly [OutputKind, () => readonly OutputFile[]][] {
  const kinds = bilingualRunbooks && side === 'target' && !isUntranslated ? [false, true] : [false]
  return [
    ['page', () => [renderPage(document, side, context)]],
    ['table', () => renderTables(document, side, context)],
    [
      'runbook',
      () => kinds.flatMap((bilingual) => renderRunbook(document, side, context, { bilingual }) ?? []),
    ],
    // The text as it was written, so of the input itself; of what is not translated there is none.
    ['markdown', () => (isUntranslated ? [] : [renderMarkdown(member.document, side)])],
  ]
}

/** The images and downloads that a page or a runbook needs. */
function assetsOf({ document, context, member }: Rendition, { members }: Visited): readonly AssetFile[] {
  return listAssets(document, context).map(({ path, locale, output }) => {
    const { input } = members.find((each) => each.document.targetLocale === locale) ?? member
    return { root: input.root, path, output }
  })
}
