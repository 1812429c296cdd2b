import { describe, expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { runbookText } from '../../model/runbook-text.ts'
import { makeContext } from '../../render/fixtures.ts'
import { readDocument } from '../../render/runbook-guide.ts'
import { pair } from '../../support/bilingual.ts'

const NOTES = '[^a]: In one site.\n\n[^b]: As an administrator.\n'

describe('footnotes of a document', () => {
  it('follow the steps and stages that refer to them, and are not listed as left out', () => {
    const table =
      '| Call | During outage | After failback |\n| --- | --- | --- |\n| Old | Stay.[^a] | Work. |\n| New | Fail. | Work. |'
    const lines = runbookText(
      `# T\n\nIntroduction.[^b]\n\n## Calls\n\n${table}\n\n## To move\n\n1. Open it.[^b]\n2. Move it.\n\n${NOTES}`,
    )!
    expect(lines.filter((line) => /In one site|administrator/.test(line))).toEqual([
      expect.stringMatching(/^context: .*¹ As an administrator\.$/),
      'after: ² In one site.',
      'after: ¹ As an administrator.',
    ])
    expect(lines.join('\n')).not.toContain('Footnotes')
  })

  it('have no links, on paper there is nothing to follow', () => {
    const step = pair('n-1', 'Ouvrez-le.', 'Open it.')
    const note = pair('n-2', 'Comme administrateur.', 'As an administrator.')
    const document = readDocument(`# T\n\n## To move\n\n1. ${step}[^b]\n2. Move it.\n\n[^b]: ${note}\n`)
    const { content } = renderRunbook(document, 'target', makeContext())!
    expect(content).toContain('Comme administrateur.')
    expect(content).not.toContain('As an administrator.')
    expect(content).not.toMatch(/href="[^"]*fn/)
    expect(content).not.toContain('↩')
  })
})

it('raises the numbers of footnotes in the overview and in titles', () => {
  const table =
    '| Call | During outage | After failback |\n| --- | --- | --- |\n| Old<sup>2</sup> | Stay.<sup>1</sup> | Work. |\n| New | Fail. | Work. |'
  const document = readDocument(`# T\n\n## Calls\n\n${table}\n`)
  const { content } = renderRunbook(document, 'source', makeContext())!
  const [, matrix = ''] = /<section class="matrix">([\s\S]*?)<\/section>/.exec(content) ?? []
  expect(matrix).toContain('Stay.¹')
  expect(matrix).toContain('Old²')
})
