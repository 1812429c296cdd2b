import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../src/model/document.ts'
import { fromJson } from '../src/model/json/from-json.ts'
import { toJson } from '../src/model/json/to-json.ts'
import type { DocumentJson } from '../src/model/json/types.ts'
import type { Side } from '../src/model/unit.ts'
import { inputOf } from '../src/model/written-unit.ts'
import type { MarkdownParser } from '../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../src/parse/parse-document.ts'
import { createResolver } from '../src/read/create-resolver.ts'
import { decodeText } from '../src/read/files/decode-text.ts'
import { createXrefs } from '../src/read/xrefs/create-xrefs.ts'
import { localeOf } from '../src/render/context.ts'
import { renderJson } from '../src/render/json.ts'
import { renderPage } from '../src/render/page/render-page.ts'
import { makeContext } from './render/fixtures.ts'
import { prettyJson } from './support/pretty-json.ts'

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url))
const SIDES: readonly Side[] = ['target', 'source']

const hasFile = (path: string) => existsSync(FIXTURES + path)
/** Documents have their images, but for one. */
const hasImage = (path: string) =>
  hasFile(path) || (path.endsWith('.png') && !path.endsWith('images/media/b.png'))
const context = makeContext({ hasPage: (path) => path.endsWith('.md') && hasFile(path), hasFile: hasImage })

/** The input of each construct, relative to the fixtures; other files beside it are what it names. */
const inputs = readdirSync(FIXTURES)
  .flatMap((folder) => [`${folder}/input.md`, `${folder}/input.html`])
  .filter((path) => existsSync(FIXTURES + path))
  .sort()

/**
 * What documents become: the model, and the main part of the page in each language. Written anew by
 * `npx vitest run test/fixtures.test.ts -u`; read the difference before you commit it.
 */
describe.each(inputs)('the document %s', (path) => {
  const folder = path.slice(0, path.indexOf('/') + 1)
  const document = read(path, 'native')

  it('has the model of its fixture', async () => {
    await expect(`${prettyJson(toJson(document))}\n`).toMatchFileSnapshot(`${FIXTURES}${folder}model.json`)
    const read = fromJson<DocumentJson>(JSON.parse(renderJson(document).content))
    expect(read).toEqual(document)
    expect(inputOf(read)).toBe(decodeText(readFileSync(FIXTURES + path)).text)
  })

  it('is the same to remark', () => {
    expect(prettyJson(read(path, 'remark'))).toBe(prettyJson(document))
  })

  it.each(SIDES)('has the page of its fixture (%s)', async (side) => {
    await expect(mainOf(document, side)).toMatchFileSnapshot(
      `${FIXTURES}${folder}${localeOf(document, side)}.html`,
    )
  })

  it('has no page in another language', () => {
    const known = ['input.html', ...SIDES.map((side) => `${localeOf(document, side)}.html`)]
    const pages = readdirSync(FIXTURES + folder).filter((name) => name.endsWith('.html'))
    expect(pages.filter((name) => !known.includes(name))).toEqual([])
  })
})

function read(path: string, parser: MarkdownParser): BilingualDocument {
  const folder = path.slice(0, path.indexOf('/') + 1)
  const value = decodeText(readFileSync(FIXTURES + path)).text
  const names = readdirSync(FIXTURES + folder)
  return parseDocument(new VFile({ path, value }), {
    path,
    parser,
    resolve: createResolver(FIXTURES),
    xrefs: createXrefs(FIXTURES, {
      pages: new Set(names.filter((name) => name.endsWith('.md')).map((name) => folder + name)),
      maps: names.filter((name) => name === 'xrefmap.yml').map((name) => FIXTURES + folder + name),
    }),
  })
}

/** The main part of a page: what stands around it is the same for all documents. */
function mainOf(document: BilingualDocument, side: Side): string {
  const locales = new Set([document.sourceLocale, document.targetLocale])
  const { content } = renderPage(document, side, { ...context, locales })
  const main = /<main[\s\S]*<\/main>/.exec(String(content))![0]
  return `${main.replace(/^<!--lockstep:.*\n/gm, '')}\n`
}
