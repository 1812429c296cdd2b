import type { Element, ElementContent, ElementData, Properties, Root } from 'hast'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import type { TextPart } from '../../../src/model/hast.ts'
import type { Segment, TranslationUnit } from '../../../src/model/unit.ts'
import { renderPage } from '../../../src/render/page/render-page.ts'
import { createRandom } from '../../join/generate-revision.ts'
import { makeContext, makeDocument, makeUnit, PLACE } from '../fixtures.ts'

const TEXTS = ['\n', '\n', ' ', 'text', 'a < b & "c"', 'it’s', 'word '.repeat(20), '']
const TAGS = [
  ...[
    'p',
    'p',
    'span',
    'span',
    'div',
    'div',
    'a',
    'img',
    'h1',
    'h2',
    'pre',
    'code',
    'em',
    'br',
    'area',
    'li',
    'section',
  ],
  ...['table', 'table', 'table', 'caption', 'td', 'th', 'tr', 'thead'],
]
const KEYS = Array.from({ length: 12 }, (_, index) => `a-${index}`)
/** Properties that an element may have, and those that a document has seldom. */
const PROPERTIES: readonly (readonly [string, readonly Properties[string][]])[] = [
  ['id', ['x', 'y"<']],
  ['className', [['a'], ['a', 'b'], [], 'plain', ['language-powershell']]],
  ['href', ['b.md', 'b.md#x', 'https://example.com/?a&b', '/root', '../out.md', 'a%20b.md', 'x.pdf', '']],
  ['src', ['image.png', 'no.png', 'https://example.com/a.png']],
  ['rel', [['nofollow'], 'x']],
  ['scope', ['row', 'colgroup', null]],
  ['align', ['left', 'RIGHT', 'justify', null]],
  ['lang', ['ar-SA', 'fr-FR']],
  ['dir', ['rtl']],
  ['tabIndex', [3]],
  ['dataAlert', ['note', 'tip', 'other']],
  ['dataZone', ['pivot', '']],
  ['dataMoniker', ['>=1']],
  ['role', ['x']],
  ['dataTtuId', ['a-1', 'a-2', 'a-2', 'a-3', 'a-4', 'unknown']],
]
const STRANGE: typeof PROPERTIES = [
  ['className', [['video']]],
  ['dataFootnoteBackref', ['']],
  ['dataOther', ['x']],
  ['id', ['footnote-label']],
]

/** Makes documents at random, with everything that a skeleton may hold. */
function createGenerator(seed: number) {
  const random = createRandom(seed)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
  const many = <Value>(most: number, make: () => Value) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make)

  function propertiesOf(isStrange: boolean): Properties {
    if (random() < 0.6) return {}
    const all = isStrange && random() < 0.1 ? STRANGE : PROPERTIES
    return Object.fromEntries(
      many(3, () => pick(all)).map(([name, values]): [string, Properties[string]] => [name, pick(values)]),
    )
  }

  function element(tagName: string, children: ElementContent[], isStrange: boolean): Element {
    const slots: Record<string, TextPart[]> = {}
    if (random() < 0.05)
      slots[pick(['title', 'alt', 'href', 'src'])] = ['javascript:', { unit: pick(KEYS) }].slice(pick([0, 1]))
    const hasSlots = Object.keys(slots).length > 0
    return {
      type: 'element',
      tagName,
      properties: propertiesOf(isStrange),
      children,
      ...(hasSlots && { data: { slots } as ElementData }),
    }
  }

  function node(depth: number, isStrange: boolean, inSegment = false): ElementContent {
    const chance = random()
    if (chance < 0.3 || depth > 5) return { type: 'text', value: pick(TEXTS) }
    if (chance < 0.32) return { type: 'comment', value: 'x' }
    if (chance < 0.55 && (!inSegment || chance < 0.33))
      return { type: 'slot', unit: pick([...KEYS, 'unknown']) }
    const tagName = pick(TAGS)
    const below = () => node(depth + 1, isStrange, inSegment)
    if (tagName === 'table') return table(depth, isStrange, inSegment)
    if (tagName === 'img' || tagName === 'br' || tagName === 'area') return element(tagName, [], isStrange)
    return element(tagName, many(3, below), isStrange)
  }

  function table(depth: number, isStrange: boolean, inSegment: boolean): Element {
    const content = () => many(2, () => node(depth + 2, isStrange, inSegment))
    const cell = () => element(pick(['td', 'th']), content(), isStrange)
    const row = () => element('tr', many(3, cell), isStrange)
    const part = () =>
      pick([
        row,
        () => element('thead', many(2, row), isStrange),
        () => element('tbody', many(2, row), isStrange),
        () => element('caption', content(), isStrange),
        () => node(depth + 2, isStrange, inSegment),
      ])()
    return element('table', many(3, part), isStrange)
  }

  function segment(): Segment | null {
    if (random() < 0.1) return null
    const text = pick(TEXTS).trim()
    const markup = pick(['', ' ', '\u00A0']) + text + pick(['', '\n'])
    const content = random() < 0.3 ? many(3, () => node(3, false, true)) : undefined
    return { markup, text, place: PLACE, ...(content && { content }) }
  }

  return (): BilingualDocument => {
    const isStrange = random() < 0.3
    const units = KEYS.map(
      (key): TranslationUnit => ({ ...makeUnit(key, '', ''), source: segment(), target: segment() }),
    )
    const tree = (): Root => ({ type: 'root', children: many(6, () => node(0, isStrange)) })
    const tables = many(2, () => ({
      ...{ type: 'table' as const, index: 0, id: 't', format: 'html' as const, columns: 1, rows: [] },
      caption: pick([[], ['Caption'], [{ unit: 'a-1' }]]),
      headerRows: pick([0, 1]),
    }))
    return makeDocument({
      units: Object.fromEntries(units.map((unit) => [unit.key, unit])),
      tables: tables.map((each, index) => ({ ...each, index })),
      skeleton: {
        parts: [],
        tree: tree(),
        ...(random() < 0.2 && { full: { target: { tree: tree(), because: [] } } }),
      },
    })
  }
}

describe('renderPage', () => {
  it('renders any skeleton, twice alike, and does not change the document', () => {
    const generate = createGenerator(11)
    const context = makeContext({
      hasPage: (path) => path === 'guide/b.md',
      hasFile: (path) => /image|x\.pdf/.test(path),
    })
    for (let run = 0; run < 1000; run++) {
      const document = generate()
      const before = JSON.stringify(document)
      for (const side of ['source', 'target'] as const) {
        const { content } = renderPage(document, side, context)
        expect(renderPage(document, side, context).content).toBe(content)
        expect(content, before).not.toMatch(/(?:href|src)="javascript:/)
      }
      expect(JSON.stringify(document)).toBe(before)
    }
  })
})
