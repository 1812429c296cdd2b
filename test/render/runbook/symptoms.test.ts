import { expect, it } from 'vitest'
import { renderBook, renderChapter } from '../../../src/render/runbook/book.ts'
import { deriveRunbook } from '../../../src/runbook/derive-runbook.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { GUIDE, readDocument } from '../runbook-guide.ts'

/** The front page of a book of a guide with this table, and of another guide. */
function frontOf(header: string, ...cells: string[]): string {
  const rows = cells.map((cell, at) => `| ${pair(`s-${at}`, `Panne ${at}`, `Failure ${at}`)} | ${cell} |`)
  const table = `| ${pair('t-1', 'Symptôme', header)} | ${pair('t-2', 'Voir', 'See')} |\n|---|---|\n${rows.join('\n')}\n`
  const texts = {
    'guide/page.md': `${GUIDE}\n## ${pair('t-3', 'Pannes', 'Failures')}\n\n${table}`,
    'guide/other.md': GUIDE,
  }
  const chapters = Object.entries(texts).map(([path, text]) => {
    const document = readDocument(text, path)
    return { path, view: renderChapter(deriveRunbook(document)!, document, 'target', makeContext()) }
  })
  const { content } = renderBook('fr-FR', chapters, { title: undefined, context: makeContext() })
  return content.slice(0, content.indexOf('<nav class="book-contents"'))
}

it('lead from the front page of a book to its chapters', () => {
  const front = frontOf('Symptom', '[Autre](other.md)', '[Site](https://example.com/a)')
  expect(front).toContain('Par symptôme')
  expect(front).toMatch(/Panne 0[\s\S]*href="#chapter-2"[\s\S]*§\u00a02/)
  expect(front).toMatch(/Panne 1[\s\S]*href="https:\/\/example.com\/a"/)
  expect(front).not.toContain('[1]')
})

it.each([
  ['Name', '[Autre](other.md)'],
  ['If you want to', '[Autre](other.md)'],
  ['Symptom', 'Rien'],
])('are not on the front page where the table is another one (%s, %s)', (header, cell) => {
  expect(frontOf(header, cell)).not.toContain('class="symptoms"')
})
