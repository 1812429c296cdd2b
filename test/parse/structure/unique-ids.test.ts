import type { Element, ElementContent, Root } from 'hast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { visit } from '../../../src/util/tree/visit.ts'
import { pair } from '../../support/bilingual.ts'

const read = (text: string, files: Readonly<Record<string, string>> = {}) =>
  parseDocument(new VFile(text), {
    path: 'a.md',
    resolve: (_, url) =>
      files[url] === undefined
        ? { status: 'missing', path: url }
        : { status: 'found', path: url, text: files[url] },
  })

const idsOf = (text: string, files?: Readonly<Record<string, string>>) =>
  read(text, files).outline.map(({ id }) => id)

/** The ids of the headings that the links of the outline lead to. */
function destinations(tree: Root): string[] {
  const first = new Map<string, Element>()
  visit(tree, 'element', (node) => {
    const id = String(node.properties.id ?? '')
    if (!first.has(id)) first.set(id, node)
  })
  return [...first].flatMap(([id, { tagName }]) => (/^h[1-6]$/.test(tagName) ? [id] : []))
}

describe('the ids of headings', () => {
  it('are unique if two headings have the same anchor, and the first keeps it', () => {
    expect(idsOf('## <a name="x"></a>One\n\n## <a name="x"></a>Two\n\n## X\n')).toEqual(['x', 'x-1', 'x-2'])
  })

  it('differ from other anchors that come first, in the document and in units', () => {
    expect(idsOf('<a name="x"></a>\n\n## <a name="x"></a>One\n')).toEqual(['x-1'])
    expect(idsOf(`${pair('1', 'un <a name="y"></a>', 'one <a name="y"></a>')}\n\n## Y\n`)).toEqual(['y-1'])
    expect(idsOf('## <a name="x"></a>One\n\n<a name="x"></a>\n')).toEqual(['x'])
  })

  it('do not take an id that a later heading is written with', () => {
    expect(idsOf('## <a name="x"></a>One\n\n## <a name="x"></a>Two\n\n## <a name="x-1"></a>Three\n')).toEqual(
      ['x', 'x-2', 'x-1'],
    )
  })

  it('are unique in a document that includes another twice', () => {
    const text = '## Part\n\n[!INCLUDE [p](p.md)]\n\n[!INCLUDE [p](p.md)]\n'
    expect(idsOf(text, { 'p.md': '## Part\n\nText\n' })).toEqual(['part-2', 'part', 'part-1'])
  })

  it('are the same on a side that is read in full', () => {
    const text = `## <a name="x"></a>One\n\n## <a name="x"></a>Two\n\n${pair('1', '**un', '**one')} ${pair('2', 'deux**', 'two**')}\n`
    const document = read(text)
    expect(Object.keys(document.skeleton.full ?? {})).toEqual(['source', 'target'])
    for (const side of ['source', 'target'] as const)
      expect(destinations(fillSkeleton(document, side))).toEqual(document.outline.map(({ id }) => id))
  })

  it('leave the keys of tables as they are, which settings of runbooks name', () => {
    const table = '| a |\n|---|\n| b |\n'
    const { tables } = read(`## <a name="x"></a>One\n\n${table}\n## <a name="x"></a>Two\n\n${table}\n`)
    expect(tables.map(({ id, heading }) => [id, heading])).toEqual([
      ['x', 'x'],
      ['x-2', 'x-1'],
    ])
  })

  it('give each table an id of its own', () => {
    const table = '| a |\n|---|\n| b |\n'
    const { tables } = read(`## X\n\n${table}\n${table}\n## X 2\n\n${table}\n`)
    expect(tables.map(({ id }) => id)).toEqual(['x', 'x-2', 'x-2-2'])
  })
})

it('an outline leads to headings, not to anchors, for elements of any kind', () => {
  const tree = read('<div id="a-b"></div>\n\n## A b\n\n### <a id="a-b-1"></a>C\n').skeleton.tree
  const ids = (tree.children as ElementContent[]).flatMap((node) =>
    node.type === 'element' ? [node.properties.id] : [],
  )
  expect(ids).toEqual(['a-b', 'a-b-2', 'a-b-1'])
})
