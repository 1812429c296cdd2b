import { expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { readDocument } from '../runbook-guide.ts'

/** The values marked in the runbook of a command, as `NUMBER TEXT`. */
function markedIn(target: string, source: string, side: 'source' | 'target' = 'target'): readonly string[] {
  const steps = `1. ${pair('a-2', 'Exécutez :', 'Run this:')}\n\n   <pre><code>${pair('a-3', target, source)}</code></pre>\n`
  const document = readDocument(
    `# ${pair('a-1', 'Guide', 'Guide')}\n\n## ${pair('a-4', 'Pour', 'To start')}\n\n${steps}`,
  )
  const { content } = renderRunbook(document, side, makeContext())!
  return [...content.matchAll(/<span data-value="(\d+)">([^<]*)<\/span>/g)].map(
    ([, number, text]) => `${number} ${text}`,
  )
}

it('marks a placeholder with the same number in both languages', () => {
  const [target, source] = [
    'Get &lt;FQDN du pool&gt; -F &lt;path name&gt;',
    'Get &lt;pool FQDN&gt; -F &lt;path name&gt;',
  ]
  expect(markedIn(target, source)).toEqual(['1 &#x3C;FQDN du pool>', '2 &#x3C;path name>'])
  expect(markedIn(target, source, 'source')).toEqual(['1 &#x3C;pool FQDN>', '2 &#x3C;path name>'])
})

it('leaves translated placeholders unmarked if it is not clear which they are', () => {
  expect(markedIn('Get &lt;FQDN du pool&gt;', 'Get &lt;pool FQDN&gt; -F &lt;path name&gt;')).toEqual([])
})
