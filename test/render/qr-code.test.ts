import jsqr from 'jsqr'
import { expect, it } from 'vitest'
import { qrCode } from '../../src/render/qr-code.ts'

/** Reads a code as a camera would: each module as four by four pixels. */
function read(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)![1])
  const scale = 4
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255)
  for (const [x, y] of darkModules(svg)) {
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++) {
        const at = (y * scale + dy) * size * scale + x * scale + dx
        pixels.fill(0, at * 4, at * 4 + 3)
      }
  }
  const decode = jsqr as unknown as typeof jsqr.default
  return decode(pixels, size * scale, size * scale)?.data
}

/** Follows the strokes of a code: columns and rows of its dark modules. */
function darkModules(svg: string): readonly (readonly [number, number])[] {
  const [, path = ''] = / d="(M\d+ \d+\.5[^"]*)"/.exec(svg) ?? []
  let [column, row] = [0, 0]
  return [...path.matchAll(/M(\d+) (\d+)\.5|m(\d+) 0|h(\d+)/g)].flatMap(([, x, y, gap, length]) => {
    if (x !== undefined) [column, row] = [Number(x), Number(y)]
    column += Number(gap ?? 0)
    const run = Array.from({ length: Number(length ?? 0) }, (_, at) => [column + at, row] as const)
    column += run.length
    return run
  })
}

it.each([
  'https://docs.example.com/fr-FR/a.runbook.html',
  `https://docs.example.com/${'a-long-folder/'.repeat(12)}a%20b.html?x=1#é`,
])('gives an address back to a camera: %s', (url) => {
  expect(read(qrCode(url, 'x'))).toBe(url)
})

it('has room around it, and a name that does not end its attribute', () => {
  const svg = qrCode('x', 'a "b" <c>&')
  expect(svg).toContain('aria-label="a &#34;b&#34; &#60;c&#62;&#38;"')
  expect(Math.min(...darkModules(svg).flat())).toBe(4)
})
