import { describe, expect, it } from 'vitest'
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

/** The values marked in the runbook of a step, as `NUMBER TEXT`. */
function markedInStep(
  target: string,
  source: string,
  side: 'source' | 'target' = 'target',
): readonly string[] {
  const document = readDocument(
    `# ${pair('a-1', 'Guide', 'Guide')}\n\n## ${pair('a-4', 'Pour', 'To start')}\n\n1. ${pair('a-2', target, source)}\n2. ${pair('a-3', 'OK.', 'Click OK.')}\n`,
  )
  const { content } = renderRunbook(document, side, makeContext())!
  return [...content.matchAll(/<span data-value="(\d+)">([^<]*)<\/span>/g)].map(
    ([, number, text]) => `${number} ${text}`,
  )
}

describe('in text', () => {
  const SOURCE = 'Open https://&lt;server&gt;/x, where &lt;server&gt; is yours, or **&lt;Automatic&gt;**.'

  it('marks a placeholder wherever it stands, but no names on the screen', () => {
    const target = 'Ouvrez https://&lt;server&gt;/x (&lt;server&gt; est le vôtre) ou **&lt;Automatic&gt;**.'
    expect(markedInStep(target, SOURCE)).toEqual(['1 &#x3C;server>', '1 &#x3C;server>'])
    expect(markedInStep(target, SOURCE, 'source')).toEqual(['1 &#x3C;server>', '1 &#x3C;server>'])
  })

  it('marks a placeholder that was translated if it is the only one', () => {
    const target = 'Ouvrez https://&lt;serveur&gt;/x (&lt;serveur&gt; est le vôtre) ou **&lt;Automatic&gt;**.'
    expect(markedInStep(target, SOURCE)).toEqual(['1 &#x3C;serveur>', '1 &#x3C;serveur>'])
    expect(markedInStep(target.replace('Automatic', 'Automatique'), SOURCE)).toEqual([])
    expect(markedInStep('Ouvrez https://&lt;serveur&gt;/x.', SOURCE)).toEqual([])
  })

  it('marks a placeholder across emphasis as one', () => {
    expect(
      markedInStep('Ouvrez **https://<**le serveur**>/x**.', 'Open **https://<**the server**>/x**.'),
    ).toEqual(['1 &#x3C;le serveur>'])
  })

  it('marks code that is nothing but a placeholder of a command', () => {
    const steps = [
      'Exécutez `Get <the pool>`, où `<the pool>` est le pool.',
      'Run `Get <the pool>`, where `<the pool>` is the pool.',
    ]
    expect(markedInStep(steps[0]!, steps[1]!)).toEqual(['1 &#x3C;the pool>', '1 &#x3C;the pool>'])
  })

  it('marks a placeholder between letters of a script without spaces', () => {
    expect(
      markedInStep(
        'サーバー<the server>を開き、https://<the server>/x',
        'Open https://<the server>/x on <the server>.',
      ),
    ).toEqual(['1 &#x3C;the server>', '1 &#x3C;the server>'])
  })
})
