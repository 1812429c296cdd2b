import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Side } from '../../src/model/unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { build, check, status } from '../../src/pipeline.ts'
import type { OutputFile } from '../../src/render/context.ts'
import { renderPage } from '../../src/render/page/render-page.ts'
import { renderBook, renderChapter } from '../../src/render/runbook/book.ts'
import { renderRunbooks } from '../../src/render/runbook/render-runbook.ts'
import { renderTables } from '../../src/render/tables/render-tables.ts'
import { HTML_SCRIPT } from '../../src/report/html/html-script.ts'
import { reporters } from '../../src/report/reporters.ts'
import { statusFormats } from '../../src/report/status/formats.ts'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { makeContext } from '../render/fixtures.ts'
import { contentsOf } from '../support/contents-of.ts'
import { harmOf } from '../support/harm.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { hostileDocset, MARKUP_VECTORS, URL_VECTORS } from './vectors.ts'

const FILES = hostileDocset()

/** What of the outputs would run, by path. */
function harmIn(outputs: readonly OutputFile[]): readonly string[] {
  return outputs
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ path, content }) => harmOf(content).map((harm) => `${path}: ${harm}`))
}

it('is told from what does not', () => {
  const found = MARKUP_VECTORS.filter((vector) => harmOf(vector).length > 0)
  expect(found.length).toBeGreaterThan(75)
  expect(harmOf('<a href="java\nscript:alert(1)">x</a>')).toHaveLength(1)
  expect(harmOf('<p><a href="./javascript:x">x</a><img src="a.png"><b title="onclick=1">x</b></p>')).toEqual(
    [],
  )
})

/** What of the outputs of one or several documents would run, by all that they are made of: parsers mostly give the same. */
const known = new Map<string, readonly string[]>()
function harmOnce(parts: readonly unknown[], render: () => readonly OutputFile[]): readonly string[] {
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  const harm = known.get(key) ?? harmIn(render())
  known.set(key, harm)
  return harm
}

describe.each(['remark', undefined] as const)('of documents read by %s', (parser) => {
  const context = makeContext({
    hasPage: (path) => FILES[path] !== undefined,
    hasFile: () => true,
    bilingualRunbooks: 'under',
  })
  const paths = Object.keys(FILES).filter((path) => !path.includes('/inc/'))

  /** The document at a path, its includes resolved. */
  const read = (path: string) =>
    parseDocument(new VFile({ path, value: FILES[path]! }), {
      path,
      ...(parser && { parser }),
      resolve: (from, url) => {
        const found = join(from, '..', url)
        const text = FILES[found]
        return text === undefined
          ? { status: 'missing', path: found }
          : { status: 'found', path: found, text }
      },
    })

  it.each(['url', 'text', 'attribute', 'step', 'html'])(
    'nothing runs on any page, table, runbook or in a book (%s)',
    (kind) => {
      const chapters: Record<Side, { path: string; view: ReturnType<typeof renderChapter> }[]> = {
        source: [],
        target: [],
      }
      const harm: string[] = []
      for (const path of paths.filter((each) => each.startsWith(kind))) {
        const document = read(path)
        const runbook = deriveRunbook(document)
        for (const side of ['source', 'target'] as const) {
          const files = () => [
            renderPage(document, side, context),
            ...renderTables(document, side, context),
            ...renderRunbooks(document, side, context, runbook),
          ]
          harm.push(...harmOnce([document, side], files))
          if (runbook) chapters[side].push({ path, view: renderChapter(runbook, document, side, context) })
        }
      }
      for (const side of ['source', 'target'] as const) {
        const book = () => [renderBook('fr-FR', chapters[side], { title: undefined, context })]
        if (chapters[side].length > 0) harm.push(...harmOnce(chapters[side], book))
      }
      expect(harm).toEqual([])
      if (kind === 'step') expect(chapters.target.length).toBeGreaterThan(100)
    },
  )
})

it('of a build, with lists, a book and reports, neither', async () => {
  const every = new Map(Object.entries(FILES).filter((_, at) => at % 5 === 0))
  const cwd = temporaryFolder(Object.fromEntries([...every].map(([path, text]) => [`docs/${path}`, text])))
  const options = { inputs: ['docs'], cwd, targetLocale: 'fr-FR' }
  await build({
    ...options,
    out: 'out',
    book: true,
    siteUrl: 'https://docs.example/x',
    only: ['page', 'table', 'runbook', 'json', 'markdown'],
    bilingualRunbooks: 'beside',
  })
  const outputs = Object.entries(contentsOf(join(cwd, 'out'))).map(([path]) => ({
    path,
    content: readFileSync(join(cwd, 'out', path), 'utf8'),
  }))
  expect(outputs.filter(({ path }) => path.endsWith('.html')).length).toBeGreaterThan(300)
  expect(outputs.some(({ path }) => path.endsWith('runbook-book.html'))).toBe(true)
  expect(harmIn(outputs)).toEqual([])
  const { files } = await check(options)
  expect(harmOf(reporters.html(files), [HTML_SCRIPT])).toEqual([])
  const { report } = await status(options)
  expect(harmOf(statusFormats.html(report))).toEqual([])
})

it('has vectors of all kinds', () => {
  expect(new Set([...URL_VECTORS, ...MARKUP_VECTORS]).size).toBe(URL_VECTORS.length + MARKUP_VECTORS.length)
  expect(URL_VECTORS.length + MARKUP_VECTORS.length).toBeGreaterThan(180)
})
