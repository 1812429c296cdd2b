import { describe, expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { makeContext } from '../fixtures.ts'
import { GUIDE, readDocument, readSeed } from '../runbook-guide.ts'

/**
 * What runbooks look like as HTML, so that every change of them is seen in review. Written anew by
 * `npx vitest run test/render/runbook/render-runbook.golden.test.ts -u`.
 */
describe('the HTML of a runbook', () => {
  it.each([
    ['fr-FR', readSeed(), 'target', {}],
    ['en-US', readSeed(), 'source', {}],
    ['guide', readDocument(GUIDE), 'target', {}],
    ['guide.bilingual', readDocument(GUIDE), 'target', { bilingual: 'beside' }],
  ] as const)('is that of the file %s', async (name, document, side, options) => {
    const { content } = renderRunbook(document, side, makeContext(), options)!
    await expect(content).toMatchFileSnapshot(`../../fixtures/runbook/${name}.html`)
  })
})
