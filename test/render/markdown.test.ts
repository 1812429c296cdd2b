import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../src/model/document.ts'
import { fromJson } from '../../src/model/json/from-json.ts'
import type { DocumentJson } from '../../src/model/json/types.ts'
import type { Segment } from '../../src/model/unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { renderJson } from '../../src/render/json.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../support/corpus.ts'

/** Lines of the targets of `dynamics/ar-SA` that the published documents have; the number may only grow. */
const DYNAMICS_LINES = 11_310

function documentOf(text: string, path = 'sub/a.md') {
  return parseDocument(new VFile({ path, value: text }), { path, targetLocale: 'fr-FR' })
}

function both(text: string): [target: string, source: string] {
  const document = documentOf(text)
  return [renderMarkdown(document, 'target').content, renderMarkdown(document, 'source').content]
}

describe('the monolingual document', () => {
  it('has the name of the document, below its locale', () => {
    const document = documentOf(pair('a-1', 'un', 'one'), 'sub/a.markdown')
    expect(renderMarkdown(document, 'target').path).toBe('fr-FR/sub/a.md')
    expect(renderMarkdown(document, 'source').path).toBe('en-US/sub/a.md')
  })

  it('of an HTML input is text that no browser runs, beside the page', () => {
    const document = documentOf(`<p>${pair('a-1', 'un', 'one')}</p>\n`, 'a.html')
    expect(renderMarkdown(document, 'target')).toEqual({
      path: 'fr-FR/a.html.txt',
      content: '<p>un</p>\n',
    })
  })

  it.each(['', 'no units\r\n\r\nat all', '\uFEFF---\r\ntitle: x\r\n---\r\n\r\n# x\t\r\n\0'])(
    'of %j is the same',
    (text) => {
      expect(both(text)).toEqual([text, text])
    },
  )

  it('keeps everything around units, and within them what is not a delimiter', () => {
    const text = (unit: string) => `---\ntitle: "x"\n---\n<!-- c -->\n* ${unit}  \n\n${unit}</div>\n`
    const unit = pair('a-1', ' **un** <b>é</b>\n\n</div>', 'one  `x` \\*')
    expect(both(text(unit))).toEqual([text(' **un** <b>é</b>\n\n</div>'), text('one  `x` \\*')])
  })

  it('gives the target where there is no source, and nothing where there is no target', () => {
    expect(both('x <span data-ttu-id="a-1">cible</span> y')).toEqual(['x cible y', 'x cible y'])
    expect(both('x <span class="sxs-lookup"><span data-stu-id="a-1">source</span></span> y')).toEqual([
      'x  y',
      'x source y',
    ])
  })

  it('gives the side of units that stand in other units', () => {
    const inner = pair('a-2', 'dedans', 'inside')
    expect(both(`x ${pair('a-1', `un ${inner} deux ${inner.replaceAll('a-2', 'a-3')}`, 'one')} y`)).toEqual([
      'x un dedans deux dedans y',
      'x one y',
    ])
  })
})

/** Documents of which the target is the published one, byte for byte; the numbers may only grow. */
const PUBLISHED = [
  { folder: 'lync-2013/fr-FR', published: 'lync-2013-published/fr-FR', atLeast: 1930, before: 1898 },
  { folder: 'teams/fr-FR', published: 'teams-published/fr-FR', atLeast: 227, before: 224 },
]

describe.skipIf(!hasCorpus)('the target of a real docset', () => {
  it.each(PUBLISHED)('is what was published: $folder', ({ folder, published, atLeast, before }) => {
    const known = new Map([...corpusFiles(published)].map(({ path, text }) => [path, text]))
    const unequal: string[] = []
    const worse: string[] = []
    let [equal, asWritten] = [0, 0]
    for (const { path, text } of corpusFiles(folder)) {
      const expected = known.get(path)
      if (expected === undefined) continue
      const document = documentOf(text, path)
      const isEqual = renderMarkdown(document, 'target').content === expected
      const wasEqual = renderMarkdown(withoutPublished(document), 'target').content === expected
      if (isEqual) equal++
      else unequal.push(path)
      if (wasEqual) asWritten++
      if (wasEqual && !isEqual) worse.push(path)
    }
    console.info(`${folder}: ${equal} of ${equal + unequal.length} as published`, unequal)
    expect(worse).toEqual([])
    expect(asWritten).toBe(before)
    expect(equal).toBeGreaterThanOrEqual(atLeast)
  })

  it('has the lines that were published, of a later revision: dynamics/ar-SA', () => {
    // The revisions differ, so lines are compared: which of those that segments are published in otherwise are there.
    const known = new Map([...corpusFiles('dynamics-published/ar-SA')].map(({ path, text }) => [path, text]))
    let [found, before, lines] = [0, 0, 0]
    for (const { path, text } of corpusFiles('dynamics/ar-SA')) {
      const expected = new Set(known.get(path)?.split(/\r?\n/))
      const document = documentOf(text, path)
      const written = renderMarkdown(withoutPublished(document), 'target').content.split(/\r?\n/)
      for (const [index, line] of renderMarkdown(document, 'target').content.split(/\r?\n/).entries()) {
        lines++
        if (expected.has(line)) found++
        if (expected.has(written[index]!)) before++
      }
    }
    console.info(`dynamics/ar-SA: ${found} of ${lines} lines as published, ${before} as written`)
    expect(found).toBeGreaterThanOrEqual(before)
    expect(found).toBeGreaterThanOrEqual(DYNAMICS_LINES)
  })
})

function withoutPublished(document: BilingualDocument): BilingualDocument {
  const strip = (segment: Segment | null) => segment && { ...segment, published: segment.markup }
  const units = Object.entries(document.units).map(([key, unit]) => [
    key,
    { ...unit, source: strip(unit.source), target: strip(unit.target) },
  ])
  return { ...document, units: Object.fromEntries(units) as BilingualDocument['units'] }
}

it('JSON gives the model back', () => {
  const document = documentOf(`# ${pair('a-1', 'un', 'one')}\n\n| ${pair('a-2', 'x', 'y')} |\n|---|\n`)
  const { path, content } = renderJson(document)
  expect(path).toBe('data/sub/a.json')
  expect(content.endsWith('}\n')).toBe(true)
  const again = fromJson<DocumentJson>(JSON.parse(content))
  expect(again).toEqual(document)
  expect(renderJson(again).content).toBe(content)
})
