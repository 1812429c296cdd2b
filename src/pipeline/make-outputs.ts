import type { BilingualDocument } from '../model/document.ts'
import type { Side } from '../model/unit.ts'
import { readRootFile } from '../read/read-root-file.ts'
import type { OutputFile, OutputKind, RenderContext } from '../render/context.ts'
import { renderJson } from '../render/json.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { listAssets } from '../render/page/assets.ts'
import { renderPage } from '../render/page.ts'
import { renderRunbook } from '../render/runbook.ts'
import { renderTables } from '../render/table.ts'
import type { Writer } from '../write/create-writer.ts'
import { attempt } from './attempt.ts'
import type { BuildOptions } from './options.ts'
import type { Visited } from './run-documents.ts'

/** What is made of a file that is only there to be included by others: what other programs need. */
const FRAGMENT_OUTPUTS: ReadonlySet<OutputKind> = new Set<OutputKind>(['json', 'markdown'])

/**
 * Renders and writes what is wanted of one document. An output that fails becomes a message and does not stop the others.
 *
 * @returns the kinds that were made.
 */
export function makeOutputs(
  { document, input, file }: Visited,
  sides: readonly Side[],
  context: RenderContext,
  writer: Writer,
  options: Pick<BuildOptions, 'bilingualRunbooks'>,
): ReadonlySet<OutputKind> {
  const made = new Set<OutputKind>()
  for (const [kind, render] of renderersOf(document, sides, context, options)) {
    if (!context.outputs.has(kind) || (input.fragment && !FRAGMENT_OUTPUTS.has(kind))) continue
    attempt(file, `made into ${WORDS[kind]}`, () => {
      for (const { path, content } of render()) {
        writer.write(path, content, input.absolute)
        made.add(kind)
      }
    })
  }
  if (made.has('page')) copyAssets({ document, input, file }, context, writer)
  return made
}

const WORDS: Readonly<Record<OutputKind, string>> = {
  page: 'pages',
  table: 'tables',
  runbook: 'runbooks',
  json: 'JSON',
  markdown: 'Markdown',
}

/** What makes each kind of output. */
function renderersOf(
  document: BilingualDocument,
  sides: readonly Side[],
  context: RenderContext,
  { bilingualRunbooks = false }: Pick<BuildOptions, 'bilingualRunbooks'>,
): readonly [OutputKind, () => readonly OutputFile[]][] {
  const runbooks: [Side, boolean][] = sides.map((side) => [side, false])
  if (bilingualRunbooks && sides.includes('target')) runbooks.push(['target', true])
  return [
    ['page', () => sides.map((side) => renderPage(document, side, context))],
    ['table', () => renderTables(document, context)],
    [
      'runbook',
      () =>
        runbooks.flatMap(([side, bilingual]) => renderRunbook(document, side, context, { bilingual }) ?? []),
    ],
    ['json', () => [renderJson(document)]],
    ['markdown', () => sides.map((side) => renderMarkdown(document, side))],
  ]
}

/** Copies the images and downloads that the pages of a document need, each once. */
function copyAssets(
  { document, input, file }: Omit<Visited, 'hasFile'>,
  context: RenderContext,
  writer: Writer,
): void {
  for (const { path, output } of listAssets(document, context)) {
    if (writer.has(output)) continue
    attempt(file, `given ${path}`, () => {
      const content = readRootFile(input.root, path)
      if (content) writer.write(output, content, path)
    })
  }
}
