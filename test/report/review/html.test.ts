import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { PackedDocument } from '../../../src/review/page/pack-document.ts'
import { pair } from '../../support/bilingual.ts'
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

  it('marks where removed units were, rows of a table as rows', async () => {
    const lines = (kept: boolean) => {
      const unit = (id: number, text: string, isKept = true) =>
        isKept || kept ? pair(`qqqqq-${id}`, `${text} fr.`, `${text} en.`) : ''
      const row = (id: number, isKept: boolean) =>
        isKept || kept ? `| ${unit(id, `cell ${id}`)} | ${unit(id + 1, `cell ${id + 1}`)} |\n` : ''
      return [
        unit(1, 'Start', false),
        unit(2, 'First'),
        `${unit(3, 'Second')} ${unit(4, 'Inside', false)}`,
        `- ${unit(5, 'Item')}\n${kept ? `- ${unit(6, 'Item two', false)}\n` : ''}- ${unit(7, 'Item three')}`,
        `${row(11, true)}|---|---|\n${row(13, true)}${row(15, false)}${row(17, true)}`,
        unit(21, 'End', false),
      ].join('\n\n')
    }
    const text = (kept: boolean) => `---\ntitle: T\nms.contentlocale: fr-FR\n---\n\n${lines(kept)}\n`
    const [[document]] = chunksOf(
      pageOf(await reviewFiles({ 'a.md': text(true) }, { 'a.md': text(false) })),
    ) as [[PackedDocument]]
    const numberOf = (start: string) =>
      document.units.findIndex(({ texts }) => String(texts[0]).startsWith(`${start} `))
    const mark = (start: string, tag = 'div') =>
      `<${tag} class="removed" data-u="${numberOf(start)}"></${tag}>`
    const [sources, targets] = [0, 1].map((side) => document.rows.map((row) => row[side]).join(''))
    for (const [html, language] of [
      [sources, 'en'],
      [targets, 'fr'],
    ] as const) {
      expect(html).toMatch(new RegExp(`^${mark('Start')}<p>First ${language}`))
      expect(html).toContain(`Second ${language}.</p>${mark('Inside')}`)
      expect(html).toContain(`Item ${language}.${mark('Item two')}</li>`)
      expect(html).toMatch(
        new RegExp(
          `cell 14 ${language}\\.</td>\\s*</tr>\\s*<tr>${mark('cell 15', 'td')}${mark('cell 16', 'td')}</tr>`,
        ),
      )
      expect(html).toContain(`</table>${mark('End')}`)
    }
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
