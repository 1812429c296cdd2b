import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { renderJson } from '../../src/render/json.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { pair } from '../support/bilingual.ts'

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

it('JSON gives the model back', () => {
  const document = documentOf(`# ${pair('a-1', 'un', 'one')}\n\n| ${pair('a-2', 'x', 'y')} |\n|---|\n`)
  const { path, content } = renderJson(document)
  expect(path).toBe('data/sub/a.json')
  expect(content.endsWith('}\n')).toBe(true)
  expect(JSON.parse(content)).toEqual(document)
  expect(renderJson(JSON.parse(content)).content).toBe(content)
})
