import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { cssString, paperStyle } from '../../../src/render/runbook/paper.ts'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { makeContext } from '../fixtures.ts'
import { GUIDE, readDocument, readSeed } from '../runbook-guide.ts'

const seed = readSeed()

function find(html: string, test: (node: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(fromHtml(html) as Nodes, 'element', (node: Element) => {
    if (test(node)) found.push(node)
  })
  return found
}

const hasClass = (name: string) => (node: Element) =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)
const text = (node: Element | undefined) => (node ? hastToString(node).replace(/\s+/g, ' ').trim() : '')

describe('renderRunbook', () => {
  const french = renderRunbook(seed, 'target', makeContext())!
  const english = renderRunbook(seed, 'source', makeContext())!
  const guide = renderRunbook(readDocument(GUIDE), 'target', makeContext({ hasPage: () => true }))!.content

  it('writes a file beside the page, and none for a document without stages and procedures', () => {
    expect(french.path).toBe('fr-FR/response-group-experience-during-pool-failure.runbook.html')
    expect(renderRunbook(readDocument('# Title\n\nProse.\n'), 'target', makeContext())).toBeNull()
  })

  it('points forward in the direction of the language', () => {
    const steps = '## To restart\n\n1. Stop it.\n2. Start it. If that fails, see [Repair](#repair).\n\n'
    const text = `# T\n\n${steps}## Repair\n\n1. Clean it.\n2. Open it.\n\n## Possible causes\n\nThe disk is full.\n`
    const arrows = (side: 'source' | 'target', locale: string) => {
      const document = { ...readDocument(text), targetLocale: locale }
      return [...renderRunbook(document, side, makeContext())!.content.matchAll(/[→←]/g)].join('')
    }
    expect(arrows('source', 'ar-SA')).toMatch(/^→{2,}$/)
    expect(arrows('target', 'fr-FR')).toMatch(/^→{2,}$/)
    expect(arrows('target', 'ar-SA')).toMatch(/^←{2,}$/)
  })

  it('lists the sections that it does not have, by reason, with links to the page', () => {
    const work = '# T\n\n## To restart\n\n1. Stop it.\n2. Start it.\n\n'
    const document = readDocument(`${work}## Parts\n\nTwo parts.\n\n## See also\n\n[A](a.md)\n`)
    const { content } = renderRunbook(document, 'source', makeContext())!
    const omitted = find(content, hasClass('omitted'))
    expect(omitted.map(text)).toEqual([
      'Background, without instructions or warnings Parts',
      'Further reading See also',
    ])
    const links = find(content, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)
    expect(links).toEqual(expect.arrayContaining([expect.stringMatching(/#parts$/)]))
  })

  it('leads from the last step and the expected results to the section about failures', () => {
    const results = '## Expected results\n\nIt runs.\n\n'
    const document = readDocument(
      `# T\n\n## To restart\n\n1. Stop it.\n2. Start it.\n\n${results}## Possible causes\n\nThe disk is full.\n`,
    )
    const { content } = renderRunbook(document, 'source', makeContext())!
    const failures = find(content, hasClass('on-failure'))
    expect(failures.map(text)).toEqual([
      'If this failed: → Possible causes',
      'If this failed: → Possible causes',
    ])
    const links = failures.flatMap((each) => find(toHtml(each), ({ tagName }) => tagName === 'a'))
    expect(links.map(({ properties }) => properties.href)).toEqual(['#possible-causes', '#possible-causes'])
    expect(find(content, ({ properties }) => properties.id === 'possible-causes')).toHaveLength(1)
  })

  it('has the public address of the document: on the published site, else its page in the output', () => {
    const publishedAt = (path: string) => `/lync/${path.replace(/\.md$/, '')}`
    const addresses = (options: Parameters<typeof makeContext>[0]) => {
      const { content } = renderRunbook(seed, 'target', { ...makeContext(options), publishedAt })!
      return find(content, hasClass('online')).map(text)
    }
    const name = 'response-group-experience-during-pool-failure'
    expect(addresses({ rootUrl: 'https://learn.example/{locale}' })).toEqual([
      `Document en ligne https://learn.example/fr-fr/lync/${name}`,
    ])
    expect(addresses({ siteUrl: 'https://docs.example/' })).toEqual([
      `En ligne https://docs.example/fr-FR/${name}.runbook.html`,
      `Document en ligne https://docs.example/fr-FR/${name}.html`,
    ])
    expect(addresses({})).toEqual([])
  })

  it('has a head for each column where the situations of a stage have none', () => {
    const table = '|  | During outage | After outage |\n|-|-|-|\n| New | Calls fail. | Calls work. |\n'
    const { content } = renderRunbook(readDocument(`# T\n\n${table}`), 'source', makeContext())!
    const rows = find(content, hasClass('checks')).map((checks) =>
      find(toHtml(checks), ({ tagName }) => tagName === 'tr').map(
        ({ children }) => children.filter((child) => child.type === 'element').length,
      ),
    )
    expect(rows).toEqual([
      [5, 5],
      [5, 5],
    ])
  })

  it('gives the same bytes each time', () => {
    expect(renderRunbook(seed, 'target', makeContext())).toEqual(french)
  })

  it('has no script of its own but those beside it, so that a content security policy may forbid inline ones', () => {
    const scripts = find(french.content, (node) => node.tagName === 'script')
    expect(scripts.map(({ properties, children }) => [properties.src, children.length])).toEqual([
      ['../assets/theme.js', 0],
      ['../assets/copy.js', 0],
      ['../assets/runbook.js', 0],
    ])
    const handlers = find(french.content, ({ properties }) =>
      Object.keys(properties).some((name) => /^on/i.test(name)),
    )
    expect(handlers).toEqual([])
  })

  it('has the stages in order in either language, with a box, initials and time per situation', () => {
    const titles = (html: string) =>
      find(html, hasClass('part-title')).map((node) => text(node.children[0] as Element))
    expect(titles(english.content)).toEqual([
      'During outage',
      'During Failover',
      'After Failover Completes',
      'During Failback',
      'After Failback Completes',
    ])
    expect(titles(french.content)).toEqual([
      'Pendant une panne',
      'Durant le basculement',
      'Une fois le basculement terminé',
      'Pendant la restauration automatique',
      'Une fois la restauration automatique terminée',
    ])
    const rows = find(french.content, (node) => node.tagName === 'tr' && hasClass('depth-0')(node))
    expect(rows).toHaveLength(30)
    for (const row of rows) {
      const inputs: unknown[] = []
      visit(row, 'element', (node) => {
        if (node.tagName === 'input') inputs.push(node.properties.type)
      })
      expect(inputs).toEqual(['checkbox', 'text', 'text'])
    }
    expect(rows.map(({ properties }) => properties.id)).toEqual(
      ['A', 'B', 'C', 'D', 'E'].flatMap((letter) =>
        [1, 2, 3, 4, 5, 6].map((number) => `${letter}-${number}`),
      ),
    )
  })

  it('begins with all stages at a glance, which refer to the items', () => {
    const [matrix] = find(french.content, hasClass('matrix'))
    const links = find(french.content, (node) => hasClass('ref')(node))
    expect(text(matrix)).toContain('Appels connectés à un agent')
    expect(links).toHaveLength(30)
    const ids = new Set(find(french.content, () => true).map(({ properties }) => `#${properties.id}`))
    for (const { properties } of links) expect(ids).toContain(properties.href)
    expect(find(guide, hasClass('matrix'))).toEqual([])
  })

  it('says which sentences are conditions', () => {
    const conditions = find(french.content, ({ properties }) => properties.dataMark === 'condition')
    expect(conditions.length).toBeGreaterThan(5)
    expect(text(conditions[0])).toMatch(/^Q1 Oui ?Si /)
  })

  it('tells the document, its revision and that a machine translated it, and says so on the target side only', () => {
    const facts = find(french.content, (node) => node.tagName === 'dd').map(text)
    expect(facts).toEqual([
      '4e00fb38-64b1-4fd9-903d-7639177bc303',
      'Français (France) (fr-FR)',
      '23 juillet 2014',
      '33db8c7febd4',
      '19 février 2020',
      expect.stringMatching(/^[\da-f]{12}$/),
    ])
    expect(find(french.content, hasClass('machine')).map(text)[0]).toMatch(/^Traduction automatique\./)
    expect(find(english.content, hasClass('machine'))).toEqual([])
  })

  it('falls back to the path where the document has no id', () => {
    expect(text(find(guide, (node) => node.tagName === 'dd')[0])).toBe('guide/page.md')
  })

  it('has a hash that changes with what it says and not with the ids of its units', () => {
    const hash = (markdown: string) =>
      text(
        find(
          renderRunbook(readDocument(markdown), 'target', makeContext())!.content,
          (node) => node.tagName === 'dd',
        ).at(-1),
      )
    expect(hash(GUIDE.replaceAll('"a-', '"zz-'))).toBe(hash(GUIDE))
    expect(hash(GUIDE.replace('Cliquez', 'Tapez'))).not.toBe(hash(GUIDE))
    expect(hash(GUIDE.replace('Click', 'Press'))).toBe(hash(GUIDE))
  })

  it('numbers steps and sub-steps, marks those that may not apply, puts notes before their step and keeps code in it', () => {
    const rows = find(guide, (node) => node.tagName === 'tr' && node.properties.id !== undefined)
    expect(rows.map(({ properties }) => properties.id)).toEqual(['A-1', 'A-2', 'A-2.1', 'A-2.2', 'A-3'])
    const skips = rows.map((row) =>
      row.children.some(
        (cell) =>
          cell.type === 'element' &&
          cell.children.some((child) => child.type === 'element' && hasClass('skip')(child)),
      ),
    )
    expect(skips).toEqual([false, true, false, true, false])
    const lines = find(
      guide,
      (node) => node.tagName === 'tr' && /^depth-/.test(String(node.properties.className)),
    )
    expect(lines.map(text).slice(0, 2)).toEqual([
      'Avertissement Attention aux appels.',
      expect.stringContaining('1 Ouvrez'),
    ])
    expect(hasClass('note')(lines[0]!)).toBe(true)
    expect(text(rows[4])).toContain('Get-Pool -Force')
    expect(find(guide, (node) => node.tagName === 'pre')[0]?.properties).toMatchObject({
      dir: 'ltr',
      translate: 'no',
    })
  })

  it('prints the addresses of links, each once, and points links where they lead', () => {
    const links = find(guide, (node) => node.tagName === 'a' && node.properties.href !== undefined)
    expect(links.map(({ properties }) => properties.href)).toEqual([
      'page.html',
      'https://example.com/long?a=1&b=2',
      'other.html#x',
      'page.html#guide',
      'page.html',
    ])
    expect(find(guide, hasClass('link-number')).map(text)).toEqual(['[1]', '[2]'])
    const list = find(guide, hasClass('addresses'))[0]!
    const items: string[] = []
    visit(list, 'element', (node) => {
      if (node.tagName === 'li') items.push(text(node))
    })
    expect(items).toEqual(['https://example.com/long?a=1&b=2', 'fr-FR/guide/other.html#x'])
  })

  it('says which links lead to nothing on the site, and names their documents as the docset does', () => {
    const markdown =
      '# T\n\n## To do it\n\n1. Open [a](sub/a.md#x).\n2. Open [b](/b/c), then [d](https://d.example/).\n'
    const addresses = (options: Parameters<typeof makeContext>[0]) => {
      const { content } = renderRunbook(readDocument(markdown), 'target', makeContext(options))!
      return find(
        content,
        ({ tagName, properties }) => tagName === 'li' && properties.value !== undefined,
      ).map(text)
    }
    expect(addresses({})).toEqual([
      'guide/sub/a.md#x (absent de ce site)',
      '/b/c (absent de ce site)',
      'https://d.example/',
    ])
    expect(addresses({ rootUrl: 'https://learn.example' }).slice(1)).toEqual([
      'https://learn.example/b/c',
      'https://d.example/',
    ])
  })

  it('numbers addresses in the order of their links on paper', () => {
    const markdown =
      '# T\n\nOf [a](https://a.example/).\n\n## To do it\n\n1. Open [b](https://b.example/).\n2. Close [a](https://a.example/).\n\n## Prerequisites\n\n- Get [c](https://c.example/).\n'
    const html = renderRunbook(readDocument(markdown), 'source', makeContext())!.content
    const numbers = find(html, hasClass('link-number')).map(text)
    expect([...new Set(numbers)]).toEqual(['[1]', '[2]', '[3]'])
    expect(html).toMatch(/Of <a href="https:\/\/a.example\/">a<\/a><sup class="link-number">\[1\]/)
    expect(html.match(/<li value="\d"><span dir="ltr">[^<]*/g)).toHaveLength(3)
    for (const [, name, number] of html.matchAll(/>([abc])<\/a><sup class="link-number">\[(\d)\]/g))
      expect(html).toContain(`<li value="${number}"><span dir="ltr">https://${name}.example/`)
  })

  it('has each id once and labels every field', () => {
    for (const html of [french.content, guide]) {
      const ids = find(html, (node) => node.properties.id !== undefined).map(
        ({ properties }) => properties.id,
      )
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('says in smaller type what the other side says, if asked', () => {
    const both = renderRunbook(seed, 'target', makeContext(), { bilingual: 'under' })!
    expect(both.path).toBe('fr-FR/response-group-experience-during-pool-failure.runbook.bilingual.html')
    const others = find(both.content, hasClass('other'))
    expect(others.every(({ properties }) => properties.lang === 'en-US' && properties.dir === 'ltr')).toBe(
      true,
    )
    expect(others.map(text)).toContain('Regular calls remain connected.')
    expect(find(both.content, hasClass('alert-title')).map(text).slice(0, 2)).toEqual(['Remarque', 'Note'])
  })

  it('is written from right to left where the language is', () => {
    const arabic = renderRunbook({ ...seed, targetLocale: 'ar-SA' }, 'target', makeContext())!.content
    expect(find(arabic, (node) => node.tagName === 'html')[0]?.properties).toMatchObject({
      lang: 'ar-SA',
      dir: 'rtl',
    })
    expect(arabic).toContain('@top-right')
  })

  it.each(['de-DE', 'es-ES', 'it-IT', 'ja-JP', 'ko-KR', 'pt-BR', 'ru-RU', 'zh-CN', 'zh-TW', 'ar-SA'])(
    'has labels of its own in %s',
    (targetLocale) => {
      const html = renderRunbook({ ...seed, targetLocale }, 'target', makeContext())!.content
      const english = ['Sign-off', 'Performed by', 'Initials', 'Expected', 'Contents', 'Incident no.']
      for (const label of english) expect(html).not.toContain(`>${label}<`)
    },
  )
})

describe('paperStyle', () => {
  it('counts pages in the words of the locale', () => {
    const style = paperStyle({
      paper: 'a4',
      title: 'T',
      revision: 'r',
      pageOf: '第 {page} 页，共 {pages} 页',
      dir: 'ltr',
    })
    expect(style).toContain('content: "第 " counter(page) " 页，共 " counter(pages) " 页"')
  })

  it('lets no title out of its string or out of the style element', () => {
    expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style\\3e \\a "')
  })

  it('shortens a title that the margin has no room for', () => {
    expect(
      paperStyle({ paper: 'a4', title: 'x'.repeat(200), revision: 'r', pageOf: '{page}', dir: 'ltr' }),
    ).toMatch(/"x{95}…"/)
    const title = `${'a'.repeat(80)} Verwendungsdatensätze`
    expect(paperStyle({ paper: 'a4', title, revision: 'r', pageOf: '{page}', dir: 'ltr' })).toContain(
      `"${'a'.repeat(80)}…"`,
    )
  })
})
