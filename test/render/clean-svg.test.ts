import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cleanSvg } from '../../src/render/clean-svg.ts'
import { SVG_VECTORS } from '../security/svg-vectors.ts'
import { hasCorpus } from '../support/corpus.ts'
import { harmOf } from '../support/harm.ts'

const NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const clean = (content: string, head = '') => cleanSvg(Buffer.from(`${head}<svg ${NAMES}>${content}</svg>`))
const inside = (content: string, head = '') =>
  clean(content, head)?.replace(`<svg ${NAMES}>`, '').replace('</svg>\n', '')

describe('keeps what draws', () => {
  it.each([
    '<rect x="1" width="10" height="10" fill="url(#g)" style="stroke:#f00;fill-opacity:.5"></rect>',
    '<defs><linearGradient id="g" gradientTransform="rotate(45)"><stop offset="0" stop-color="red"></stop></linearGradient></defs>',
    '<use href="#g" xlink:href="#g"></use>',
    '<text x="1" xml:space="preserve">a &#38; b &#60; c<tspan dy="1em">d</tspan></text>',
    '<image href="data:image/png;base64,iVBORw0KGgo="></image>',
    '<style>.a{fill:url(#g)}.b&#62;.c{font-family:&#34;A \\201C B&#34;}</style>',
    '<animate attributeName="opacity" from="0" to="1" dur="1s"></animate>',
    '<animateTransform attributeName="transform" type="rotate" to="360"></animateTransform>',
    '<a href="https://example.com/a?b=1&#38;c"><circle r="1"></circle></a>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"></feGaussianBlur></filter>',
    '<path d="M0,0 10,10z" clip-path="url(#c)" marker-end="url(#m)" data-name="x" aria-label="y"></path>',
    '<switch><text>fallback</text></switch>',
  ])('%s', (content) => {
    expect(inside(content)).toBe(content)
  })

  it('takes images of editors: entities for namespaces, CDATA, other prefixes, processing instructions', () => {
    const svg = `<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="x.css"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY st0 "fill:#FF0000;"> ]>
<s:svg xmlns:s="&ns_svg;" xmlns:i="urn:i" i:x="1" viewBox="0 0 1 1"><i:meta>m</i:meta><s:style><![CDATA[.a>b{fill:red}]]></s:style><s:g style="&st0;"/></s:svg>`
    expect(cleanSvg(Buffer.from(svg))).toBe(
      `<svg ${NAMES} viewBox="0 0 1 1"><style>.a&#62;b{fill:red}</style><g style="fill:#FF0000;"></g></svg>\n`,
    )
  })

  it.each(['utf-16le', 'utf-16be', 'latin1'] as const)('reads %s', (encoding) => {
    const named = `<?xml version="1.0" encoding="${encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16'}"?>`
    const text = `${encoding === 'latin1' ? '' : '\uFEFF'}${named}<svg ${NAMES}><text>é</text><script>1</script></svg>`
    const bytes = Buffer.from(text, encoding === 'latin1' ? 'latin1' : 'utf16le')
    if (encoding === 'utf-16be') bytes.swap16()
    expect(cleanSvg(bytes)).toBe(`<svg ${NAMES}><text>é</text></svg>\n`)
  })

  it.skipIf(!hasCorpus)('of all images of the corpus', () => {
    const folder = fileURLToPath(new URL('../../../shared/corpus/teams/fr-FR/media/', import.meta.url))
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
      const text = readFileSync(folder + name, 'utf8')
      const shapes = (xml: string) => xml.match(/<(?:path|g|rect|circle|polygon|style)\b/g)?.length
      const points = (xml: string) =>
        [...xml.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!.replace(/\s+/g, ' '))
      const cleaned = cleanSvg(Buffer.from(text))!
      expect(shapes(cleaned)).toBe(shapes(text))
      expect(points(cleaned)).toEqual(points(text))
    }
  })
})

describe('leaves out what runs or loads', () => {
  it('which can be told from what does not', () => {
    expect(SVG_VECTORS.filter((vector) => harmOf(`<svg>${vector}</svg>`).length === 0).length).toBeLessThan(
      16,
    )
  })

  it.each(SVG_VECTORS)('%s', (vector) => {
    const image = clean(vector)
    if (image !== null) expect(harmOf(image)).toEqual([])
  })

  it.each([
    ['a parameter entity', '<!DOCTYPE svg [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>'],
    ['an entity with markup', '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>'],
    ['a file as an entity', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a style sheet', '<?xml-stylesheet href="data:text/css,x" type="text/xsl"?>'],
    ['handlers by default', '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>'],
  ])('%s', (_, head) => {
    expect([null, `<svg ${NAMES}></svg>\n`]).toContain(clean('', head))
    expect(clean('<text>&x;</text>', head)).toBeNull()
  })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['what is not well-formed', `<svg ${NAMES}><g></svg>`],
    ['HTML in XML', '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['nothing', ''],
    ['compressed data', '\u001F\u008B\u0008'],
    ['an unknown encoding', `<?xml version="1.0" encoding="utf-7"?><svg ${NAMES}/>`],
    ['depth without end', `<svg ${NAMES}>${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}</svg>`],
  ])('is nothing of %s', (_, text) => {
    expect(cleanSvg(Buffer.from(text, 'latin1'))).toBeNull()
  })
})

it('reads styles with many open parentheses once', () => {
  expect(inside(`<style>${'url('.repeat(100_000)}</style>`)).toBe('<style></style>')
})
