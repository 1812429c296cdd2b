import { expect, it } from 'vitest'
import type { Side } from '../../../src/model/unit.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { createPageScope } from '../../../src/render/page/page-scope.ts'
import { renderSearchRecord } from '../../../src/render/search/search-record.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { readDocument } from '../runbook-guide.ts'

/** The content of the record of a document, without what surrounds it. */
function recordOf(markdown: string, side: Side = 'target'): string {
  const document = readDocument(markdown)
  const tree = fillSkeleton(document, side)
  const before = structuredClone(tree)
  const { path, content } = renderSearchRecord(tree, createPageScope(document, side, makeContext()))
  expect(path).toBe(`${side === 'target' ? 'fr-FR' : 'en-US'}/guide/page.html`)
  // The page is made of it next.
  expect(tree).toEqual(before)
  return content.replace(/^.*?(?=<h1)/s, '').replace('</main></body></html>', '')
}

const other = (text: string) => ` <span data-pagefind-weight="0.2">⦃${text}⦄</span> `

it('has headings with their ids, and the source after each sentence that differs from it', () => {
  const text = `# ${pair('a-1', 'Titre', 'Title')}\n\n${pair('a-2', 'Bonjour.', 'Hello.')} ${pair('a-3', 'Lync', 'Lync')}\n`
  expect(recordOf(text)).toBe(
    `<h1 id="title">Titre</h1><p>${other('Title')}</p><p> ⦑Bonjour.${other('Hello.')} Lync</p>`,
  )
  expect(recordOf(text, 'source')).toBe('<h1 id="title">Title</h1><p>Hello. Lync</p>')
})

it('has the source of a sentence in pieces once, at its end', () => {
  const text = `# T\n\n${pair('a-1', 'Un **gros** chat.', 'A **big** cat.')}\n`
  expect(recordOf(text)).toContain(`⦑Un gros chat.${other('A big cat.')}`)
})

it('marks text without translation', () => {
  const missing = '<span class="sxs-lookup"><span data-stu-id="a-1">Only here.</span></span>'
  expect(recordOf(`# T\n\n${missing}\n`)).toContain('<p> ⦗Only here.⦘ </p>')
})

it('keeps marks and markup of a document apart from its own', () => {
  expect(recordOf(`# T\n\n${pair('a-1', '⦃a⦄ &lt;b&gt;', 'c')}\n`)).toContain('⦑ a  &#60;b&#62;')
})
