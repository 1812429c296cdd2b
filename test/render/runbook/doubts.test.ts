import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { TranslationUnit } from '../../../src/model/unit.ts'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { readDocument } from '../runbook-guide.ts'

const TEXT = `---
title: Arrêter
---
# ${pair('a-1', 'Arrêter', 'Stop')}

## ${pair('a-2', 'Pour arrêter', 'To stop')}

1. ${pair('a-3', 'Tuez le processus.', 'Run **kill**, see [help](help.md).')} ${pair('a-4', 'Attendez.', 'Wait.')}
   - ${pair('a-5', 'Fermez.', 'Close.')}
2. ${pair('a-6', 'Tapez ceci :', 'Type this:')}

   \`\`\`powershell
   ${pair('a-7', 'Arrêter-Pool', 'Stop-Pool')}
   Get-Pool
   \`\`\`
`

/** What marks say, each with the text of the element that it is in. */
function doubtsIn(html: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  visit(fromHtml(html), 'element', (node, _, parent) => {
    if (!Array.isArray(node.properties.className) || !node.properties.className.includes('doubtful')) return
    const around = parent && 'tagName' in parent ? parent.tagName : ''
    found.push([around, hastToString(node)])
  })
  return found
}

const document = readDocument(TEXT)

/** A context in which the checks flag some translations. */
const flag = (...targets: string[]) => ({
  ...makeContext(),
  isFlagged: ({ target }: Pick<TranslationUnit, 'target'>) =>
    target !== null && targets.includes(target.text),
})

describe('a translation that the checks flag', () => {
  it('is followed by its source text, marked and in its language, after the text of its block', () => {
    const { content } = renderRunbook(document, 'target', flag('Tuez le processus.', 'Fermez.'))!
    expect(doubtsIn(content)).toEqual([
      ['p', 'Traduction douteuse. Texte d’origineRun kill, see help.'],
      ['li', 'Traduction douteuse. Texte d’origineClose.'],
    ])
    expect(content).toContain(
      '<span lang="en-US" dir="ltr"><span>Run <strong>kill</strong>, see help.</span>',
    )
    expect(content.indexOf('Attendez.')).toBeLessThan(content.indexOf('Run <strong>kill'))
  })

  it('is said to be missing, once for a block, if it is the source text', () => {
    const same = readDocument(
      TEXT.replaceAll('Tuez le processus.', 'Run **kill**, see [help](help.md).').replaceAll(
        'Attendez.',
        'Wait.',
      ),
    )
    const { content } = renderRunbook(same, 'target', flag('Run kill, see help.', 'Wait.'))!
    expect(doubtsIn(content)).toEqual([['p', 'Non traduit']])
  })

  it('in code is followed by it after the code', () => {
    const { content } = renderRunbook(document, 'target', flag('Arrêter-Pool'))!
    expect(content).toMatch(/<\/pre>\s*<span class="doubtful">.*Stop-Pool/)
  })

  it('is only marked in a bilingual runbook, which shows the source text anyway', () => {
    const { content } = renderRunbook(document, 'target', flag('Fermez.'), { bilingual: 'beside' })!
    expect(doubtsIn(content).map(([, text]) => text)).toEqual(['Traduction douteuseDoubtful translation'])
  })

  it('has the values of the runbook in its source text', () => {
    const target = 'Ouvrez https:// <serveur> /x.'
    const step = pair('a-3', target, 'Open https://<server>/x.')
    const values = readDocument(TEXT.replace(pair('a-5', 'Fermez.', 'Close.'), step))
    const { content } = renderRunbook(values, 'target', flag(target))!
    expect(content).toContain('Open https://<span data-value="1">&#x3C;server></span>/x.')
  })

  it('does not matter in the source language, and changes the hash of the translation', () => {
    const hashOf = (context: ReturnType<typeof makeContext>, side: 'source' | 'target') =>
      /data-hash="([^"]+)"/.exec(renderRunbook(document, side, context)!.content)![1]
    expect(doubtsIn(renderRunbook(document, 'source', flag('Fermez.'))!.content)).toEqual([])
    expect(hashOf(flag('Fermez.'), 'source')).toBe(hashOf(makeContext(), 'source'))
    expect(hashOf(flag('Fermez.'), 'target')).not.toBe(hashOf(makeContext(), 'target'))
  })
})

describe('titles that the checks flag', () => {
  const alike = readDocument(
    [
      `# ${pair('a-1', 'Arrêter', 'Stop')}`,
      `1. ${pair('a-2', 'Cliquez ici.', 'Click here.')}`,
      `## ${pair('a-3', 'Arrêter', 'To stop the pool')}`,
      `1. ${pair('a-4', 'Cliquez là.', 'Click there.')}`,
      `## ${pair('a-5', 'Vérifier', 'To verify')}`,
      `1. ${pair('a-6', 'Fermez.', 'Close.')}`,
    ].join('\n\n'),
  )
  const flagged = flag('Arrêter')

  it('are marked in the head, in the contents and above their sections, beside their source', () => {
    const { content } = renderRunbook(alike, 'target', flagged)!
    expect(doubtsIn(content)).toEqual(
      ['header', 'li', 'li', 'section', 'section'].map((around) => [around, 'Traduction douteuse']),
    )
    expect(content).toMatch(/To stop the pool<\/span><\/a><span class="doubtful">/)
    expect(doubtsIn(renderRunbook(alike, 'source', flagged)!.content)).toEqual([])
  })

  it('are marked in both languages of a bilingual runbook', () => {
    const { content } = renderRunbook(alike, 'target', flagged, { bilingual: 'under' })!
    expect(new Set(doubtsIn(content).map(([, text]) => text))).toEqual(
      new Set(['Traduction douteuseDoubtful translation']),
    )
    expect(doubtsIn(content)).toHaveLength(5)
  })

  it('are marked as not translated if they are the source text', () => {
    const same = readDocument(TEXT.replace('Pour arrêter', 'To stop'))
    const { content } = renderRunbook(same, 'target', flag('To stop'))!
    expect(doubtsIn(content)).toEqual([['section', 'Non traduit']])
  })

  it('are marked in the overview of stages, which then shows their source', () => {
    const table = `| ${pair('b-1', 'Appel', 'Call')} | ${pair('b-2', 'Pendant la panne', 'During outage')} | ${pair('b-3', 'Pendant la panne', 'After outage')} |\n|-|-|-|\n| ${pair('b-4', 'Nouveau', 'New')} | ${pair('b-5', 'Échoue.', 'Calls fail.')} | ${pair('b-6', 'Fonctionne.', 'Calls work.')} |\n`
    const { content } = renderRunbook(
      readDocument(`# ${pair('a-1', 'Appels', 'Calls')}\n\n${table}`),
      'target',
      flag('Pendant la panne'),
    )!
    expect(content).toMatch(
      /<th scope="col" data-letter="B">.*After outage<\/span><span class="doubtful">.*Traduction douteuse/,
    )
    expect(doubtsIn(content).map(([around]) => around)).toEqual([
      ...['th', 'th'],
      ...['li', 'li'],
      ...['section', 'section'],
    ])
  })

  it('change the hash, also if only the title of the document is flagged', () => {
    const hashOf = (context: ReturnType<typeof makeContext>) =>
      /data-hash="([^"]+)"/.exec(renderRunbook(document, 'target', context)!.content)![1]
    expect(hashOf(flag('Arrêter'))).not.toBe(hashOf(makeContext()))
  })
})

describe('titles of a translation', () => {
  it('stand above their source, unless both are equal', () => {
    const { content } = renderRunbook(readDocument(TEXT), 'target', makeContext())!
    expect(content).toContain('<p class="other" lang="en-US" dir="ltr">Stop</p>')
    expect(content).toContain(
      '<span class="other" lang="en-US" dir="ltr"><span data-ttu-id="a-2">To stop</span></span>',
    )
    const same = renderRunbook(
      readDocument(TEXT.replaceAll('Pour arrêter', 'To stop')),
      'target',
      makeContext(),
    )!
    expect(same.content).not.toMatch(/class="other"[^>]*><span data-ttu-id="a-2"/)
    expect(renderRunbook(readDocument(TEXT), 'source', makeContext())!.content).not.toContain('class="other"')
  })
})
