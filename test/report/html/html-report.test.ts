import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { html } from '../../../src/report/html/html-report.ts'
import { HTML_STYLE } from '../../../src/report/html/html-style.ts'
import { contrast, variablesOf } from '../../support/contrast.ts'
import { exampleFiles, manyFiles, oddFiles } from '../files.ts'

describe('html', () => {
  it('is a page with language, title, and a heading for each document with findings', () => {
    const tree = fromHtml(html(exampleFiles(), { units: 7 }))
    expect(all(tree, 'html')[0]?.properties.lang).toBe('en')
    expect(all(tree, 'h1').map((heading) => toText(heading))).toEqual(['Lockstep findings'])
    expect(all(tree, 'h2').map((heading) => toText(heading))).toEqual([
      'fr-FR/a.md 1 finding',
      'fr-FR/b.md 2 findings',
    ])
    expect(toText(tree)).toContain('3 documents, 7 units: 1 error, 1 warning, 1 hint')
  })

  it('tells of each finding how bad it is, where it is, its rule and what to do', () => {
    const item = all(fromHtml(html(exampleFiles())), 'li').find(
      ({ properties }) => properties.dataRule === 'unit-empty',
    )
    expect(toText(item!)).toBe(
      'ErrorLine 3, column 5unit-emptyUnexpected blank translation, expected one of “Yes”ExpectedOuiActual␣Translate the text.The other one: line 9',
    )
    expect(item!.properties.className).toEqual(['error'])
    expect(all(item!, 'a')[0]?.properties.href).toBe('https://example.com/unit-empty')
  })

  it('shows both segments with what differs marked, each in its language', () => {
    const item = all(fromHtml(html(oddFiles())), 'li').find(
      ({ properties }) => properties.dataRule === 'literal-cmdlet',
    )!
    expect(all(item, 'dt').map((term) => toText(term))).toEqual(['Source', 'Target'])
    expect(all(item, 'dd').map(({ properties }) => properties.lang)).toEqual(['en-US', 'fr-FR'])
    expect(all(item, 'mark').map((mark) => toText(mark))).toEqual(['Get-CsUser', 'Obtenir-CsUser'])
    expect(all(item, 'code').map((code) => toText(code))).toContain('1f2e3-101')
  })

  it('runs and loads nothing but its own style and script', () => {
    const output = html(oddFiles())
    const tree = fromHtml(output)
    expect(all(tree, 'script')).toHaveLength(1)
    expect(output).not.toMatch(/<link|<img|<iframe|@import|url\(|javascript:/)
    for (const { properties } of all(tree, 'a')) expect(properties.href).toMatch(/^https:/)
    visit(tree, 'element', ({ properties }) => {
      expect(Object.keys(properties).filter((name) => /^on/.test(name))).toEqual([])
    })
    const policy = String(
      all(tree, 'meta').find(({ properties }) => properties.httpEquiv)?.properties.content,
    )
    expect(policy).toContain("default-src 'none'")
    for (const name of ['style', 'script']) {
      const hash = createHash('sha256')
        .update(toText(all(tree, name)[0]!))
        .digest('base64')
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`)
    }
  })

  it('has filters with a label each', () => {
    const tree = fromHtml(html(manyFiles(90, { rules: 3 })))
    const fields = ['input', 'select'].flatMap((name) => all(tree, name))
    expect(fields).toHaveLength(5)
    const labels = all(tree, 'label')
    for (const field of fields) {
      const isLabelled = labels.some(
        ({ properties, children }) =>
          children.includes(field) || String(properties.htmlFor) === (field.properties.id ?? ''),
      )
      expect(isLabelled).toBe(true)
    }
    expect(all(tree, 'option').map((option) => toText(option))).toEqual([
      'All',
      'rule-0 (30)',
      'rule-1 (30)',
      'rule-2 (30)',
    ])
    expect(all(tree, 'output')[0]?.properties.ariaLive).toBe('polite')
  })

  it('lists errors only when quiet', () => {
    expect(all(fromHtml(html(exampleFiles(), { quiet: true })), 'li')).toHaveLength(1)
  })

  it('says so when there is nothing to say', () => {
    const output = html([new VFile({ path: 'a.md' })])
    expect(output).toContain('1 document: 0 errors, 0 warnings')
    expect(output).not.toMatch(/<script|<form|<table/)
  })

  it('leaves out the least severe where there are too many, and says so', () => {
    const output = html(manyFiles(25_100, { length: 0 }))
    expect(output).toContain('100 findings left out, the least severe.')
    expect(output.match(/<li /g)).toHaveLength(25_000)
  })

  it('has texts with a contrast of at least 4.5:1 to their ground', () => {
    const [light, dark] = [...HTML_STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) =>
      variablesOf(block!),
    )
    for (const colors of [light!, { ...light, ...dark }]) {
      for (const text of ['text', 'muted', 'link', 'error', 'warning', 'info']) {
        expect(contrast(colors[text]!, colors.bg!), text).toBeGreaterThanOrEqual(4.5)
      }
      for (const ground of ['wanted', 'found', 'ground']) {
        expect(contrast(colors.text!, colors[ground]!), ground).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(colors.edge!, colors.bg!)).toBeGreaterThanOrEqual(3)
    }
  })
})

function all(tree: Root | Element, tagName: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element)
  })
  return found
}
