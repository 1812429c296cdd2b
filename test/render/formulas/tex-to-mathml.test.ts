import { describe, expect, it } from 'vitest'
import { texToMathml, withoutEscapes } from '../../../src/render/formulas/tex-to-mathml.ts'
import { toHtml } from '../../../src/render/to-html.ts'

const show = (written: string, macros = {}) => {
  const math = texToMathml(written, macros)
  return math && toHtml(math)
}

describe('TeX', () => {
  it('becomes MathML, on a line of its own between two dollars', () => {
    expect(show('$a_1$')).toBe('<math><msub><mi>a</mi><mn>1</mn></msub></math>')
    expect(show('$$a$$')).toContain('display="block"')
  })

  it('is read with and without the escapes of Markdown', () => {
    expect(withoutEscapes('a\\_1 \\\\\\\\ \\\\{b\\\\}')).toBe('a_1 \\\\ \\{b\\}')
    expect(withoutEscapes('a_1 \\\\ \\{b\\}\\,')).toBe('a_1 \\\\ \\{b\\}\\,')
    expect(show('$a\\_1$')).toBe(show('$a_1$'))
  })

  it('can use the macros of its docset', () => {
    expect(show('$\\defeq$')).toBeUndefined()
    expect(show('$\\twice{x}$', { twice: '#1 #1' })).toBe(show('$x x$'))
  })

  it.each([
    '$\\frac{1}$$',
    '$\\unknown$',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\includegraphics{https://example.org/a.png}$',
    `$${'{'.repeat(20_000)}$`,
    '$\\def\\a{\\a\\a}\\a$',
    'no dollars',
  ])('that is broken, unsafe or endless is no MathML: %s', (written) => {
    expect(show(written)).toBeUndefined()
  })

  it('makes no links, ids, scripts or loads', () => {
    for (const written of [
      '$\\label{x} a \\ref{x}$',
      '$\\text{<script>alert(1)</script><img src=x onerror=alert(1)>}$',
      '$\\class{evil}{a} \\id{b}{c} \\style{background:url(x)}{d} \\url{https://example.org}$',
      '$\\color{url(x)} a$',
    ])
      expect(show(written) ?? '').not.toMatch(/<script|<img|<a\b|\shref|\sid=|url\(/)
  })

  it('does not carry definitions over to other formulas', () => {
    show('$\\gdef\\foo{x}\\foo$')
    expect(show('$\\foo$')).toBeUndefined()
  })
})
