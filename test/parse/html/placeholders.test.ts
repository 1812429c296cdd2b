import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { toHtml } from '../../../src/render/to-html.ts'
import { pair } from '../../support/bilingual.ts'

const show = (value: string, path = 'a.md') =>
  toHtml(fillSkeleton(parseDocument(new VFile({ path, value }), { path }), 'target'))
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replace(/<span data-ttu-id[^>]*>|<\/span>/g, '')
    .trim()

describe('a placeholder', () => {
  it.each([
    'Set <pool FQDN> and <Number> first',
    '-Identity <lync-pool> "<SIP address of user>" end',
    'an <XmlName a="b">inner</XmlName> and <null/>',
  ])('stays text, in a unit, beside it, in a table and in raw HTML: %s', (text) => {
    expect(show(`${text}\n`)).toContain(text)
    expect(show(`${pair('aaaaa-101', text, 'x')}\n`)).toContain(text)
    expect(show(`| a |\n|---|\n| ${text} |\n`)).toContain(`<td>${text}</td>`)
    expect(show(`<div>${text}</div>\n`)).toBe(`<div>${text}</div>`)
    expect(show(`<table><tr><td>${pair('aaaaa-101', text, 'x')}</td></tr></table>\n`)).toContain(text)
  })

  it('is in the plain text of its unit', () => {
    const text = pair('aaaaa-101', 'Tapez <nom> ici', 'Type <name> here')
    const { units } = parseDocument(new VFile(text), { path: 'a.md' })
    expect(Object.values(units).map(({ source, target }) => [source?.text, target?.text])).toEqual([
      ['Type <name> here', 'Tapez <nom> ici'],
    ])
  })

  it('is no element that HTML knows, or that another program wrote', () => {
    expect(show('a <button>b</button> <script>d</script> e\n')).toBe('<p>a b  e</p>')
    expect(show('<div>a <o:p>c</o:p></div>\n')).toBe('<div>a c</div>')
    expect(show('<!-- <name> -->text\n')).not.toContain('name')
    expect(show('a <iframe srcdoc="<name>"></iframe> <svg><unknown>b</unknown></svg> c\n')).not.toMatch(
      /iframe|svg/,
    )
  })
})
