import type { Element, ElementContent, Properties, Root } from 'hast'
import { toHtml as toHtmlByLibrary } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/render/to-html.ts'
import { createRandom } from '../join/generate-revision.ts'

const TAGS = ['p', 'a', 'td', 'img', 'br', 'input', 'ol', 'iframe', 'time', 'span', 'wbr', 'track']
const TEXTS = [
  '',
  'text',
  'a < b & c > d',
  '&amp;',
  '"quoted" ‘it’s’ \'x\' `y`',
  '日本 😀',
  '\0',
  '\n  \u00A0',
]
const NAMES = [
  ...['href', 'className', 'dataTtuId', 'data-x', 'ariaLabel', 'ariaDescribedBy', 'headers', 'lang', 'start'],
  ...[
    'checked',
    'disabled',
    'allowFullScreen',
    'hidden',
    'download',
    'reversed',
    'srcSet',
    'coords',
    'accept',
  ],
  ...['colSpan', 'style', 'dateTime', 'translate', 'unknownName', 'viewBox', 'tabIndex', 'contentEditable'],
]
const VALUES: readonly Properties[string][] = [
  ...[...TEXTS, 'checked', 'download', 0, 1, -3.5, Number.NaN, true, false, null, undefined],
  ...[[], ['a'], ['a', 'b c'], ['a', ''], [''], [1, 2], ['x<"', "'&"]],
]

describe('toHtml', () => {
  it('gives what hast-util-to-html gives, for generated trees', () => {
    const random = createRandom(3)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
    const text = (): ElementContent => ({ type: 'text', value: pick(TEXTS) })
    const element = (depth: number): Element => ({
      type: 'element',
      tagName: pick(TAGS.slice(0, depth > 3 ? 6 : undefined)),
      properties: Object.fromEntries(
        Array.from({ length: Math.floor(random() * 4) }, () => [pick(NAMES), pick(VALUES)] as const),
      ),
      children: [],
    })
    const grow = (depth: number): ElementContent => {
      if (random() < 0.4 || depth > 4) return text()
      const made = element(depth)
      const isVoid = /^(?:img|br|input|wbr|track)$/.test(made.tagName)
      if (!isVoid) made.children = Array.from({ length: Math.floor(random() * 4) }, () => grow(depth + 1))
      return made
    }
    for (let run = 0; run < 3000; run++) {
      const tree: Root = { type: 'root', children: [grow(0), grow(0)] }
      expect(toHtml(tree), JSON.stringify(tree)).toBe(toHtmlByLibrary(tree))
    }
  })

  it('leaves comments out', () => {
    const children: ElementContent[] = [
      { type: 'comment', value: 'x' },
      { type: 'text', value: 'y' },
    ]
    expect(toHtml({ type: 'element', tagName: 'p', properties: {}, children })).toBe('<p>y</p>')
  })
})
