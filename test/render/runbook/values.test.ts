import { expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { readMarkdown } from '../../model/runbook-text.ts'
import { makeContext } from '../fixtures.ts'

it('a value in a note before a step is used in that step', () => {
  const note = '> [!IMPORTANT]\n   > Run `Export-CsConfiguration -FileName <Configuration File>` before.\n'
  const text = `# T\n\n## To install\n\n1. Open the wizard.\n2. Click **Read**.\n\n   ${note}`
  const { content } = renderRunbook(readMarkdown(text), 'source', makeContext())!
  const [, row = ''] = /<section class="values">(.*?)<\/section>/s.exec(String(content)) ?? []
  expect(row).toContain('#A-2')
  expect(row).not.toContain('#A-1')
})
