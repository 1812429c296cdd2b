import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { PackedDocument } from '../../../src/review/page/pack-document.ts'
import { frenchOf, type Texts } from '../../support/review.ts'
import { PAIR, pageOf, reviewFiles } from './review-page.ts'

/** Content of the elements of a page by tag, as written. */
function contentsOf(html: string, tag: 'script' | 'style'): string[] {
  return [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, content]) => content!)
}

function blockOf(html: string, id: string): Buffer {
  const [, content] = new RegExp(`id="${id}">([^<]*)<`).exec(html) ?? []
  return Buffer.from(content!, 'base64')
}

function chunksOf(html: string): PackedDocument[][] {
  const ids = [...html.matchAll(/id="(chunk-\d+)"/g)].map(([, id]) => id!)
  return ids.map((id) => JSON.parse(inflateRawSync(blockOf(html, id)).toString()))
}

describe('the page of a review', () => {
  it('holds every changed text once, and loses none', async () => {
    const result = await reviewFiles(PAIR.old, PAIR.current)
    const index = JSON.parse(inflateRawSync(blockOf(pageOf(result), 'index')).toString())
    const chunks = chunksOf(pageOf(result))
    for (const { path, chunk, at } of index.documents) {
      const { units } = chunks[chunk]![at]!
      const wanted = result.review.documents.find((document) => document.path === path)!
      expect(units.map(({ texts: [a, b, c, d] }) => [a, b === 0 ? a : b, c, d === 0 ? c : d])).toEqual(
        wanted.units.flatMap(({ texts: t }) =>
          t ? [[t.oldSource, t.newSource, t.oldTarget, t.newTarget]] : [],
        ),
      )
      for (const { texts, parts } of units) {
        const [source, target] = parts
        if (source) expect(source[0].reduce((sum, each) => sum + each, 0)).toBe(String(texts[0]).length)
        if (target) expect(target[1].reduce((sum, each) => sum + each, 0)).toBe(String(texts[3]).length)
      }
    }
    const members = index.items.members.flat()
    expect(members).toHaveLength(index.units)
    expect(new Set(members).size).toBe(index.units)
  })

  it('allows only its own style and scripts', async () => {
    const html = pageOf(await reviewFiles(PAIR.old, PAIR.current))
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!
    const hashes = (list: readonly string[]) =>
      list.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect(policy!.replaceAll('&#x27;', "'").split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashes(contentsOf(html, 'style')).join(' ')}`,
      `script-src ${hashes(contentsOf(html, 'script')).join(' ')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(contentsOf(html, 'script')).toHaveLength(2)
  })

  it('is the same for the same input', async () => {
    const pages = [
      pageOf(await reviewFiles(PAIR.old, PAIR.current)),
      pageOf(await reviewFiles(PAIR.old, PAIR.current)),
    ]
    expect(pages[0] === pages[1]).toBe(true)
  })

  it('has nothing of a document outside its data', async () => {
    const hostile: Texts = ['Old </script><img src=x onerror=alert(1)>', 'Vieux </script><!--<script>']
    const result = await reviewFiles(
      { 'a.md': frenchOf('aaaaa', [hostile]) },
      { 'a.md': frenchOf('aaaaa', [['New </script><img src=x onerror=alert(2)>', 'Neuf </style><script>']]) },
    )
    const html = pageOf(result)
    expect(html).not.toMatch(/onerror|alert\(/)
    const tree = JSON.stringify(fromHtml(html))
    expect(tree.match(/"tagName":"script"/g)).toHaveLength(2 + 3 + 1)
    const { units } = chunksOf(html)[0]![0]!
    expect(units[0]!.texts[0]).toBe(hostile[0])
  })

  it('shows the changed parts of a document with a unit of context, tables whole', async () => {
    const html = pageOf(await reviewFiles(PAIR.old, PAIR.current))
    const [document] = chunksOf(html)
      .flat()
      .filter(({ units }) => units.some(({ place }) => place === 'table-cell'))
    const [sources, targets] = [0, 1].map((side) => document!.rows.map((row) => row[side]).join(''))
    expect(targets).toContain('<p class="gap" data-n="2"></p><p>Before 303 reste.</p>')
    expect(targets).toContain('<p>After 401 reste.</p><p class="gap" data-n="2"></p>')
    expect(targets).toContain('<td><span data-u="0">5062</span></td>')
    for (const cell of ['Nom', 'Valeur', 'Propriétaire du pool', 'L’administrateur'])
      expect(targets).toContain(cell)
    expect(sources).toContain('<td><span data-u="0">5061</span></td>')
    expect(document!.rows).toHaveLength(5)
  })
})
