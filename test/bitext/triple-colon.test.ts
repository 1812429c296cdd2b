import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { readTripleColon } from '../../src/bitext/triple-colon.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { pair } from '../support/bilingual.ts'
import { comparable } from '../support/comparable.ts'

const html = (text: string) =>
  comparable(fillSkeleton(parseDocument(new VFile(text), { path: 'a.md' }), 'target'))

it('reads columns and their content however far they are indented, until the row ends', () => {
  const found = html(
    `:::row:::\n    :::column span="2":::\n        ${pair('a-1', '**un**', '**one**')}\n\n        - x\n\n    :::column-end:::\n    :::column:::\n       two\n    :::column-end:::\n:::row-end:::\n\n    code\n`,
  )
  expect(found).toMatch(
    /class="column"[\s\S]*<strong>un<\/strong>[\s\S]*<li>[\s\S]*x[\s\S]*class="column"[\s\S]*two/,
  )
  expect(found).not.toContain(':::')
  expect(found.match(/<code>/g)).toHaveLength(1)
  expect(found).toMatch(/<code>code/)
})

it('looks through a long run of colons once', () => {
  const colons = ':'.repeat(1_000_000)
  expect(readTripleColon(`:::image source="${colons}"${colons}`)?.attributes).toEqual({ source: colons })
})
