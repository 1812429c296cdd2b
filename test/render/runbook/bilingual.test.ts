import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { indexSourceOf, renderIndex } from '../../../src/render/index/render-index.ts'
import { renderPage } from '../../../src/render/page/render-page.ts'
import { renderRunbook, renderRunbooks } from '../../../src/render/runbook/render-runbook.ts'
import { foldSpace } from '../../../src/util/text/fold-space.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { GUIDE, readDocument, readSeed } from '../runbook-guide.ts'

/** Notes, a condition, a command, an image, a table and a table of steps with a field. */
const RICH = `---
title: Basculer
ms.translationtype: MT
---
# ${pair('a-1', 'Basculer', 'Fail over')}

## ${pair('a-2', 'Avant', 'Concepts')}

### ${pair('a-3', 'Pour basculer', 'To fail over')}

> [!IMPORTANT]
> ${pair('a-4', 'Sauvegardez.', 'Back up.')}

| ${pair('a-5', 'Nom', 'Name')} | ${pair('a-6', 'Valeur', 'Value')} |
|---|---|
| ${pair('a-7', 'Réserve', 'Pool')} | 5070 |

1. ${pair('a-8', 'Si besoin, ouvrez la fenêtre :', 'If needed, open the window:')}

   \`\`\`powershell
   Get-Pool
   \`\`\`

   ![${pair('a-9', 'Fenêtre', 'Window')}](media/x.png)
2. ${pair('a-10', 'Cliquez sur **OK**.', 'Click **OK**.')}
`

/** A choice, a jump, a result, a time, a failure and a section that is left out. */
const BRANCHED = `# ${pair('b-1', 'Bascule', 'Failover')}

## ${pair('b-2', 'Pour basculer', 'To fail over')}

1. ${pair('b-3', 'Effectuez l’une des actions suivantes :', 'Do one of the following:')}

   - ${pair('b-4', 'Cliquez sur **A**.', 'Click **A**.')}
   - ${pair('b-5', 'Cliquez sur **B**.', 'Click **B**.')}
2. ${pair('b-6', 'Si le service tourne, passez à l’étape 4.', 'If the service runs, skip to step 4.')}
3. ${pair('b-7', 'Cliquez sur **C**.', 'Click **C**.')}
4. ${pair('b-8', 'Tapez ce qui suit :', 'Type the following:')}

   \`\`\`powershell
   Move-Pool -Identity <Pool FQDN>
   \`\`\`

   ${pair('b-9', 'Cela prend jusqu’à 120 minutes.', 'This can take up to 120 minutes.')}
5. ${pair('b-10', 'Vérifiez que le service tourne.', 'Verify that the service is running.')} ${pair('b-11', 'Si l’erreur **Refusé** s’affiche, voir [Réparer](#to-repair).', 'If you see the error **Denied**, see [To repair](#to-repair).')}

## ${pair('b-12', 'Pour réparer', 'To repair')}

1. ${pair('b-13', 'Redémarrez.', 'Restart the server.')}

## ${pair('b-14', 'Voir aussi', 'See also')}

${pair('b-15', 'Rien.', 'Nothing.')}
`

/** The texts of a page by the language that they are in, white space folded. */
function textsByLang(html: string): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const collect = (node: Nodes, lang: string): void => {
    const own = node.type === 'element' ? String(node.properties.lang ?? lang) : lang
    if (node.type === 'text') texts.set(own, [...(texts.get(own) ?? []), node.value])
    else if ('children' in node) for (const child of node.children) collect(child as Nodes, own)
  }
  collect(fromHtml(html) as Nodes, '')
  return texts
}

const joined = (texts: readonly string[] | undefined) => foldSpace((texts ?? []).join(''))

function all(html: string, test: (node: Element) => boolean): Element[] {
  const found: Element[] = []
  const collect = (node: Nodes): void => {
    if (node.type === 'element' && test(node)) found.push(node)
    if ('children' in node) for (const child of node.children) collect(child as Nodes)
  }
  collect(fromHtml(html) as Nodes)
  return found
}

const text = (node: Element | undefined) => (node ? foldSpace(hastToString(node)) : '')
const hasClass = (name: string) => (node: Element) =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)

describe.each(['under', 'beside'] as const)('a bilingual runbook, the source %s', (bilingual) => {
  const context = makeContext({ hasFile: () => true })
  const rich = renderRunbook(readDocument(RICH), 'target', context, { bilingual })!.content
  const seed = renderRunbook(readSeed(), 'target', context, { bilingual })!.content
  const branched = renderRunbook(readDocument(BRANCHED), 'target', context, { bilingual })!.content

  it('says all that it says in both languages, each in its own', () => {
    for (const [html, document] of [
      [rich, readDocument(RICH)],
      [seed, readSeed()],
    ] as const) {
      const texts = textsByLang(html)
      const [french, english] = [joined(texts.get('fr-FR')), joined(texts.get('en-US'))]
      const units = Object.values(document.units).filter(
        ({ source, target }) => source && target && foldSpace(target.text) !== foldSpace(source.text),
      )
      const shown = units.filter(({ target }) => french.includes(foldSpace(target!.text)))
      // The tables of the seed name situations once for each stage; what else is not shown is its own title.
      expect(shown.length).toBeGreaterThan(units.length / 2)
      for (const { source } of shown) expect(english).toContain(foldSpace(source!.text))
    }
  })

  it('has titles, paths, heads of tables and labels in both languages', () => {
    const english = all(seed, hasClass('other')).map(text)
    for (const expected of [
      'Response group experience in Lync Server 2013 during pool failure',
      'During outage',
      'User Experience When Outage Occurs › Outage Occurs',
      'Type of call or user action',
      'Expected',
      'Initials',
      'Time',
      'Incident no.',
      'At a glance',
      'Sign-off',
      'Performed by',
      'Machine translated. It may contain errors. In doubt, the source text counts.',
    ])
      expect(english, expected).toContain(expected)
    for (const node of all(seed, hasClass('other')))
      expect(node.properties).toMatchObject({ lang: 'en-US', dir: 'ltr' })
  })

  it('pairs the cells of tables, and shows commands, images and what is the same only once', () => {
    expect(all(rich, ({ tagName }) => tagName === 'pre').map(text)).toEqual(['Get-Pool'])
    expect(all(rich, ({ tagName }) => tagName === 'img')).toHaveLength(1)
    const cells = all(rich, ({ tagName }) => /^t[dh]$/.test(tagName)).map(text)
    expect(cells).toEqual(expect.arrayContaining(['NomName', 'ValeurValue', 'RéservePool', '5070']))
  })

  it('has the labels of branches, times, values and what is left out in both languages', () => {
    const pairs = (name: string) => all(branched, hasClass(name)).map(text)
    expect(pairs('choose')).toEqual(['Choisir une option :Choose one:'])
    expect(pairs('jump')).toEqual(['Passé à l’étape 4 (sans objet : 3)Skipped to step 4 (not applicable: 3)'])
    expect(pairs('observed')).toEqual(['ConstatéObserved'])
    expect(pairs('on-failure')).toEqual(['En cas d’échec :If this failed: → B Pour réparerTo repair'])
    expect(pairs('planned')).toEqual(['Durée prévue :Planned time: jusqu’à 2 hup to 2 hr'])
    expect(pairs('values').join()).toContain('Utilisé dansUsed in')
    expect(pairs('not-included').join()).toContain('Voir aussi / See also')
    expect(pairs('facts').join()).toContain(
      'LangueLanguageFrançais (France) (fr-FR) · English (United States)',
    )
    expect(branched).toContain('data-label="Visa / Initials"')
    expect(all(branched, ({ tagName }) => tagName === 'pre')).toHaveLength(1)
  })

  it('shows a label that is the same in both languages once', () => {
    expect(all(branched, hasClass('kind')).map(text)).toEqual(['Runbook'])
    expect(branched).toContain('<th scope="col">Signature</th>')
  })

  it('has no element where it may not stand', () => {
    // The parser moves out what may not stand in a paragraph or heading, and closes these.
    for (const html of [rich, seed, branched]) {
      for (const node of all(html, ({ tagName }) => /^(?:p|h[1-6]|span)$/.test(tagName)))
        for (const child of node.children)
          if (child.type === 'element') expect(child.tagName).not.toMatch(/^(?:p|div|ul|ol|table)$/)
      expect(html.match(/<p[ >]/g)?.length).toBe(all(html, ({ tagName }) => tagName === 'p').length)
    }
  })

  it('is laid out as asked', () => {
    expect(all(rich, ({ tagName }) => tagName === 'body')[0]?.properties.className).toEqual([
      'runbook',
      'bilingual',
      bilingual,
    ])
  })
})

describe('bilingual runbooks', () => {
  const context = makeContext({ bilingualRunbooks: 'beside' })
  const [plain, both] = renderRunbooks(readDocument(GUIDE), 'target', context)
  const links = (html: string) =>
    all(html, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)

  it('are made beside the others, for translations only', () => {
    expect([plain!.path, both!.path]).toEqual([
      'fr-FR/guide/page.runbook.html',
      'fr-FR/guide/page.runbook.bilingual.html',
    ])
    expect(renderRunbooks(readDocument(GUIDE), 'source', context)).toHaveLength(1)
    expect(
      renderRunbooks(readDocument(GUIDE), 'target', { ...context, notice: 'untranslated' }),
    ).toHaveLength(1)
    expect(renderRunbooks(readDocument(GUIDE), 'target', makeContext())).toHaveLength(1)
  })

  it('and the others link to each other; page and index link to both', () => {
    expect(links(plain!.content)).toContain('page.runbook.bilingual.html')
    expect(links(both!.content)).toContain('page.runbook.html')
    expect(links(renderPage(readDocument(GUIDE), 'target', context).content)).toContain(
      'page.runbook.bilingual.html',
    )
    const outputs = new Set(['page', 'runbook'] as const)
    const entry = {
      path: 'guide/page.md',
      sourceLocale: 'en-US',
      locales: { 'fr-FR': { title: 'G', outputs }, 'en-US': { title: 'G', outputs } },
      ...{ units: 1, errors: 0, warnings: 0 },
    }
    const index = (wanted: typeof context) =>
      links([...renderIndex(indexSourceOf([entry]), wanted)][0]!.content)
    expect(index(context).filter((url) => /bilingual/.test(String(url)))).toEqual([
      '../fr-FR/guide/page.runbook.bilingual.html',
    ])
    expect(index(makeContext()).filter((url) => /bilingual/.test(String(url)))).toEqual([])
  })
})
