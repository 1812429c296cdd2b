import { expect, it } from 'vitest'
import { accentStyle } from '../../../src/render/site/accent.ts'
import { contrast } from '../../support/contrast.ts'

/** The four colors of the style sheet: accent and soft accent, each light and dark. */
function colorsOf(accent: string): readonly string[] {
  return accentStyle(accent)!.match(/#[0-9a-f]{6}/g) ?? []
}

it.each([
  '#ffb900',
  'yellow',
  '#000',
  'white',
  'rebeccapurple',
  'oklch(70% 0.2 140)',
  'hsl(200 100% 40%)',
  'rgb(255 0 0)',
])('gives %s a shade for each theme that is readable on its backgrounds', (accent) => {
  const [light, dark, softLight, softDark] = colorsOf(accent)
  for (const ground of ['#ffffff', '#f5f7f8', softLight!])
    expect(contrast(light!, ground)).toBeGreaterThanOrEqual(4.5)
  for (const ground of ['#12171a', '#1a2125', '#20292e', softDark!])
    expect(contrast(dark!, ground)).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#1c2328', softLight!)).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#e2e8eb', softDark!)).toBeGreaterThanOrEqual(4.5)
})

it('leaves a color unchanged where it is readable', () => {
  expect(colorsOf('#0b6070')[0]).toBe('#0b6070')
  expect(colorsOf('#ffb900')[1]).toBe('#ffb900')
})

it.each(['no color', '', '#12', 'red; } body { color: red', 'url(x)', 'var(--x)'])(
  'makes nothing of %j',
  (text) => {
    expect(accentStyle(text)).toBeUndefined()
  },
)
