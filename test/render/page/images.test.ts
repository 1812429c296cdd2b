import { describe, expect, it } from 'vitest'
import { transformContent } from '../../../src/render/page/transform-content.ts'
import { all, one, text as textOf, transform } from './transform.ts'

const imageOf = (
  html: string,
  size: { width: number; height: number } | null = { width: 600, height: 300 },
) =>
  one(
    transform(html, transformContent, {
      context: {
        hasFile: (path) => path === 'guide/media/x.png',
        imageSizeOf: (path) => (path === 'guide/media/x.png' ? (size ?? undefined) : undefined),
      },
    }),
    'img',
  ).properties

describe('images', () => {
  it('load when they are needed, with the size of their file', () => {
    expect(imageOf('<img src="media/x.png" alt="a">')).toMatchObject({
      alt: 'a',
      loading: 'lazy',
      decoding: 'async',
      width: 600,
      height: 300,
    })
  })

  it.each([
    ['width="200"', 200, 100],
    ['height="30"', 60, 30],
    ['width="40 px" height="50px"', 40, 50],
    ['width="50%"', '50%', undefined],
    ['width="7"  height="9"', 7, 9],
    ['width="0"', 0, 0],
    ['width=""', 600, 300],
  ])('keep a size of their own: %s', (attributes, width, height) => {
    const properties = imageOf(`<img src="media/x.png" ${attributes}>`)
    expect(
      [properties.width, properties.height].map((side) => (side === undefined ? side : String(side))),
    ).toEqual([width, height].map((side) => (side === undefined ? side : String(side))))
  })

  it.each(['https://a.b/media/x.png', '/media/x.png', '../../x.png', ''])(
    'outside the docset have no size: %s',
    (url) => {
      expect(imageOf(`<img src="${url}">`).width).toBeUndefined()
    },
  )

  it.each([
    ['alt="A <pool>"', 'Image non disponible ici : A <pool>'],
    ['alt=""', 'Image non disponible ici : y.png'],
    ['', 'Image non disponible ici : y.png'],
  ])('that the docset lacks are labelled, so that no box without a size moves the text: %s', (alt, text) => {
    const tree = transform(`<p>See <img src="media/y.png" ${alt}>.</p>`, transformContent)
    expect(all(tree, 'img')).toEqual([])
    expect(textOf(one(tree, '.missing'))).toBe(text)
  })

  it('whose file has no size load like others', () => {
    const { width, loading } = imageOf('<img src="media/x.png">', null)
    expect([width, loading]).toEqual([undefined, 'lazy'])
  })
})
