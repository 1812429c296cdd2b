import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { statusToHtml } from '../../src/report/status/html.ts'
import { HTML_STYLE } from '../../src/report/status/html-style.ts'
import { visible } from '../../src/report/text/visible.ts'
import { contrast, variablesOf } from '../support/contrast.ts'
import {
  bareReport,
  emptyReport,
  exampleReport,
  HOSTILE,
  hostileReport,
  wideReport,
} from './status-reports.ts'

describe('statusToHtml', () => {
  it('is a page with language, title and one heading of the first level', () => {
    const tree = parse(statusToHtml(exampleReport()))
    expect(all(tree, 'html')[0]?.properties.lang).toBe('en')
    expect(toText(all(tree, 'title')[0]!)).toBe('Translation status')
    expect(all(tree, 'h1')).toHaveLength(1)
    expect(all(tree, 'h2').map((heading) => toText(heading))).toEqual([
      'Coverage by language',
      'Numbers',
      'Folders',
    ])
  })

  it('needs no script and no network', () => {
    const output = statusToHtml(exampleReport())
    expect(output).not.toMatch(/<script|<link|<img|https?:|@import| on\w+=/)
    expect(output.match(/url\([^)]*\)/g)?.every((url) => /^url\(#(?:stale|missing)\)$/.test(url))).toBe(true)
  })

  it('shows a bar for each locale, as wide as its parts, and tells it in words', () => {
    const [german, french] = all(parse(statusToHtml(exampleReport())), 'svg').filter(
      ({ properties }) => properties.role,
    )
    expect(german?.properties.ariaLabel).toBe(
      'German (Germany), 1,250 units: 625 translated, 125 stale, 500 missing',
    )
    const widths = (svg: Element | undefined) =>
      all(svg!, 'rect').map(({ properties }) => `${properties.x ?? 0}+${properties.width}`)
    expect(widths(german)).toEqual(['0%+50%', '50%+10%', '60%+40%', '0+100%'])
    expect(widths(french)).toEqual(['0%+100%', '0+100%'])
  })

  it('has tables with a caption, a header for each row and column, and rows of the same length', () => {
    for (const report of [exampleReport(), wideReport(3)]) {
      const tables = all(parse(statusToHtml(report)), 'table')
      expect(tables).toHaveLength(3)
      for (const table of tables) {
        expect(all(table, 'caption')).toHaveLength(1)
        expect(all(table, 'th').every(({ properties }) => properties.scope)).toBe(true)
        const rows = all(all(table, 'tbody')[0]!, 'tr').map(({ children }) => children.length)
        const columns = all(table, 'th').filter(({ properties }) => properties.scope === 'col').length
        expect(new Set(rows)).toEqual(new Set([columns]))
      }
    }
  })

  it('shows the numbers and the folders', () => {
    const rows = all(parse(statusToHtml(exampleReport())), 'tr').map((row) =>
      row.children.map((cell) => textOf(cell)),
    )
    expect(rows).toContainEqual([
      'German (Germany) de-DE',
      '50.0%',
      '625',
      '125',
      '500',
      '6,250',
      '1,250',
      '5,000',
    ])
    expect(rows).toContainEqual(['German (Germany) de-DE', '0', '0', '1', '0', '83%', '16%', '0%'])
    expect(rows).toContainEqual(['(root)', '1', '250', '50.0%', '100%'])
    expect(rows).toContainEqual(['部署/本地', '1', '1,000', '50.0%', '100%'])
  })

  it('escapes paths and tags', () => {
    const tree = parse(statusToHtml(hostileReport()))
    expect(all(tree, 'script')).toEqual([])
    expect(all(tree, 'bdi').map((path) => toText(path))).toEqual(
      HOSTILE.map((path) => path.replace(/[\n\u001B\u202E\uD800]/g, visible)),
    )
  })

  it('says so when there is nothing', () => {
    expect(statusToHtml(bareReport())).toContain('No translations')
    const output = statusToHtml(emptyReport())
    expect(output).toContain('No units')
    expect(output).not.toMatch(/NaN|undefined|Infinity/)
    expect(all(parse(output), 'table')).toHaveLength(2)
  })

  it('has texts with a contrast of at least 4.5:1 to the ground, and parts of 3:1 to it', () => {
    const [light, dark] = [...HTML_STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) =>
      variablesOf(block!),
    )
    for (const colors of [light!, { ...light, ...dark }]) {
      for (const text of ['text', 'muted'])
        expect(contrast(colors[text]!, colors.bg!)).toBeGreaterThanOrEqual(4.5)
      for (const part of ['translated', 'edge', 'dot']) {
        expect(contrast(colors[part]!, colors.bg!)).toBeGreaterThanOrEqual(3)
      }
      expect(contrast(colors.stripe!, colors.stale!)).toBeGreaterThanOrEqual(3)
    }
  })
})

function parse(html: string): Root {
  return fromHtml(html)
}

function all(tree: Root | Element, tagName: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element)
  })
  return found
}

function textOf(node: Element['children'][number]): string {
  return node.type === 'element' ? toText(node) : ''
}
