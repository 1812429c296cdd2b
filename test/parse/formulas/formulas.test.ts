import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { usesFormulas } from '../../../src/parse/formulas/uses-formulas.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { toHtml } from '../../../src/render/to-html.ts'
import { pair } from '../../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'

const read = (text: string, side: 'source' | 'target' = 'target') =>
  toHtml(fillSkeleton(parseDocument(new VFile(text), { path: 'a.md', formulas: true }), side)).replace(
    /<span data-ttu-id[^>]*>|<\/span>/g,
    '',
  )
const formula = (tex: string) => `<code class="math">${tex}</code>`

describe('a formula', () => {
  it('keeps marks that would be emphasis, in and outside of units', () => {
    const tex = '$a_1 * b_1 * c$'
    expect(read(`See ${tex}.\n`)).toBe(`<p>See ${formula(tex)}.</p>`)
    const text = `${pair('aaaaa-101', `Voir ${tex}.`, `See ${tex}.`)}\n`
    expect(read(text)).toBe(`<p>Voir ${formula(tex)}.</p>`)
    expect(read(text, 'source')).toBe(`<p>See ${formula(tex)}.</p>`)
  })

  it('is a block between fences, also around a unit', () => {
    expect(read('$$\na\n= b\n$$\n')).toBe(`<p>${formula('$$ a = b $$')}</p>`)
    expect(read(`$$\n${pair('aaaaa-101', 'a_1', 'a_1')}\n$$\n`)).toBe(`<p>${formula('$$ a_1 $$')}</p>`)
  })

  it('can begin in a unit and end after it', () => {
    expect(read(`${pair('aaaaa-101', '$$ a_1 *', '$$ a_1 *')} b* $$\n`)).toBe(
      `<p>${formula('$$a_1 * b*$$')}</p>`,
    )
  })

  it.each([
    'It costs $5 and $10.',
    'Between $25, $50, and $100.',
    'Set $x to the value that you need and $y too.',
    'A price of $ is a thing that people know $ well.',
    'One $ and text.',
    '$$ is not closed',
    '$$\nnever closed\n\nmore text',
    '，$，最小距离 $。',
  ])('is not made of other dollar signs: %s', (text) => {
    expect(read(`${text}\n`)).not.toContain('class="math"')
    expect(
      read(`${pair('aaaaa-101', text.replace(/\n+/g, ' '), text.replace(/\n+/g, ' '))}\n`),
    ).not.toContain('class="math"')
  })

  it('leaves the input as it is', () => {
    const text = `# A $x$\n\n${pair('aaaaa-101', 'Voir $\\\\ket{0}$', 'See $\\\\ket{0}$')}\n\n$$\n1\n$$\n`
    const { skeleton, units } = parseDocument(new VFile(text), { path: 'a.md', formulas: true })
    expect(skeleton.parts.filter((part) => typeof part === 'string').join('')).toBe(
      '# A $x$\n\n\n\n$$\n1\n$$\n',
    )
    expect(units['aaaaa-101']!.target!.text).toBe('Voir $\\\\ket{0}$')
  })
})

describe('a document has formulas', () => {
  it.each([
    ['---\nshow_latex: true\n---\n$x$', undefined, true],
    ['---\nshow_latex: false\n---\n$\\frac{1}{2}$', true, false],
    ['$x$', true, true],
    ['$\\frac{1}{2}$', false, false],
    ['$\\frac{1}{2}$', undefined, true],
    ['$x$ and $y$', undefined, false],
    ['```\n$\\frac{1}{2}$\n```', undefined, false],
  ])('if its front matter, its docset or its text says so: %j', (text, ofDocset, expected) => {
    expect(usesFormulas(text, ofDocset)).toBe(expected)
  })

  it.skipIf(!hasCorpus)('but none without TeX does', () => {
    for (const folder of ['teams/fr-FR', 'dynamics/ar-SA', 'lync-2013/fr-FR'])
      for (const { path, text } of corpusFiles(folder))
        expect(usesFormulas(text, undefined), path).toBe(false)
  })
})
