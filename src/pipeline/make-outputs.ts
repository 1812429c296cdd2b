import type { VFile } from 'vfile'
import { readRootFile } from '../read/read-root-file.ts'
import type { OutputFile, OutputKind } from '../render/context.ts'
import { renderJson } from '../render/json.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { listAssets } from '../render/page/assets.ts'
import { renderPage } from '../render/page.ts'
import { renderRunbook } from '../render/runbook.ts'
import { renderTables } from '../render/table.ts'
import { renderMultilingualTables } from '../render/table-multilingual.ts'
import type { Writer } from '../write/create-writer.ts'
import { attempt } from './attempt.ts'
import type { BuildOptions } from './options.ts'
import type { Rendition } from './renditions.ts'
import type { Visited } from './run-documents.ts'

/** What is made of a file that is only there to be included by others: what other programs need. */
const FRAGMENT_OUTPUTS: ReadonlySet<OutputKind> = new Set<OutputKind>(['json', 'markdown'])

/** What outputs are made with. */
export interface OutputOptions extends Pick<BuildOptions, 'bilingualRunbooks'> {
  readonly writer: Writer
  /** Kinds that are wanted. */
  readonly outputs: ReadonlySet<OutputKind>
  /** Takes the path of each runbook that was written, and the file that takes its messages. */
  readonly runbooks: Map<string, VFile>
}

/**
 * Renders and writes what is wanted of one document in all its locales. An output that fails becomes a message and does not stop the
 * others.
 *
 * @returns the kinds that were made of each rendition.
 */
export function makeOutputs(
  visited: Visited,
  renditions: readonly Rendition[],
  options: OutputOptions,
): ReadonlyMap<Rendition, ReadonlySet<OutputKind>> {
  const made = new Map(renditions.map((rendition) => [rendition, new Set<OutputKind>()]))
  const isFragment = visited.members.every(({ input }) => input.fragment)
  const isWanted = (kind: OutputKind) =>
    options.outputs.has(kind) && (!isFragment || FRAGMENT_OUTPUTS.has(kind))

  for (const rendition of renditions) {
    for (const [kind, render] of renderersOf(rendition, options)) {
      if (isWanted(kind) && write(rendition, kind, render)) made.get(rendition)!.add(kind)
    }
    if (made.get(rendition)!.has('page')) copyAssets(rendition, visited, options.writer)
  }
  const [first] = renditions
  if (first && isWanted('table') && visited.joined)
    write(first, 'table', () => renderMultilingualTables(renditions.filter(({ isCommon }) => isCommon)))
  if (
    first &&
    isWanted('json') &&
    write(first, 'json', () => [renderJson(visited.joined ?? first.document)])
  ) {
    for (const kinds of made.values()) kinds.add('json')
  }
  return made

  function write({ member }: Rendition, kind: OutputKind, render: () => readonly OutputFile[]): boolean {
    let count = 0
    attempt(member.file, `made into ${WORDS[kind]}`, () => {
      for (const { path, content } of render()) {
        options.writer.write(path, content, member.input.absolute)
        if (kind === 'runbook') options.runbooks.set(path, member.file)
        count++
      }
    })
    return count > 0
  }
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

/** Copies the images and downloads that a page needs, each once. */
function copyAssets({ document, context, member }: Rendition, { members }: Visited, writer: Writer): void {
  for (const { path, locale, output } of listAssets(document, context)) {
    if (writer.has(output)) continue
    const { input } = members.find((each) => each.document.targetLocale === locale) ?? member
    attempt(member.file, `given ${path}`, () => {
      const content = readRootFile(input.root, path)
      if (content) writer.write(output, content, path)
    })
  }
}
