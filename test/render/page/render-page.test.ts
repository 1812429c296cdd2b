import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import type { Side } from '../../../src/model/unit.ts'
import { readLocales } from '../../../src/read/read-locales.ts'
import { readTemplates } from '../../../src/read/read-templates.ts'
import { createRenderContext, type RenderContextOptions } from '../../../src/render/create-render-context.ts'
import { createPageScope } from '../../../src/render/page/page-scope.ts'
import { layOutPage } from '../../../src/render/page/render-page.ts'
import { makeContext, makeDocument, makeEntries, makeUnit } from '../fixtures.ts'
import { all, one, text } from './transform.ts'

interface PageOptions {
  readonly document?: Partial<BilingualDocument>
  readonly context?: Partial<RenderContextOptions>
  readonly side?: Side
  readonly content?: string
}

/** A page as a browser reads it. */
function page({ document, context, side = 'target', content = '<h1>Titre</h1>' }: PageOptions = {}): Root {
  const scope = createPageScope(makeDocument(document), side, makeContext(context))
  return fromHtml(layOutPage(fromHtml(content, { fragment: true }), scope).content)
}

const meta = (tree: Root, name: string) =>
  all(tree, 'meta').find((node) => node.properties.name === name)?.properties.content

describe('a page', () => {
  it('stands in the folder of its locale', () => {
    const path = (side: Side) =>
      layOutPage({ type: 'root', children: [] }, createPageScope(makeDocument(), side, makeContext())).path
    expect(path('target')).toBe('fr-FR/guide/start.html')
    expect(path('source')).toBe('en-US/guide/start.html')
  })

  it('says its language, direction, title and generator', () => {
    const html = one(page({ document: { targetLocale: 'ar-SA' } }), 'html')
    expect(html.properties).toMatchObject({ lang: 'ar-SA', dir: 'rtl' })
    const tree = page()
    expect(one(tree, 'html').properties).toMatchObject({ lang: 'fr-FR', dir: 'ltr' })
    expect(text(one(tree, 'title'))).toBe('Démarrer')
    expect(meta(tree, 'generator')).toBe('Lockstep 1.2.3')
  })

  it('takes its title per side, and the name of the file where the side does not tell', () => {
    expect(text(one(page({ side: 'source' }), 'title'))).toBe('Start')
    const document = { title: { source: null, target: 'Démarrer' } }
    expect(text(one(page({ document, side: 'source' }), 'title'))).toBe('start')
  })

  it('has one first-level heading: the content’s, or else the title', () => {
    expect(all(page(), 'h1').map(text)).toEqual(['Titre'])
    expect(all(page({ content: '<p>x</p>' }), 'h1').map(text)).toEqual(['Démarrer'])
  })

  it('describes itself only in the language that the front matter is in', () => {
    const document = {
      metadata: { present: true, problems: [], entries: makeEntries({ description: 'Résumé' }) },
    }
    expect(meta(page({ document }), 'description')).toBe('Résumé')
    expect(meta(page({ document, side: 'source' }), 'description')).toBeUndefined()
    expect(meta(page(), 'description')).toBeUndefined()
  })

  it('has the landmarks, and a link that skips to the content', () => {
    const tree = page()
    const main = one(tree, 'main')
    expect(one(tree, '.skip-link').properties.href).toBe(`#${main.properties.id}`)
    expect(all(tree, 'header').concat(all(tree, 'footer'))).toHaveLength(2)
    for (const nav of all(tree, 'nav')) {
      expect(nav.properties.ariaLabel ?? nav.properties.ariaLabelledBy).toBeTruthy()
    }
  })

  it('finds style, script and list of documents from its folder', () => {
    const tree = page({ document: { path: 'a b/c/d.md' } })
    const sheet = all(tree, 'link').find((node) => String(node.properties.rel) === 'stylesheet')
    expect(sheet?.properties.href).toBe('../../../assets/lockstep.css')
    expect(all(tree, 'script').map(({ properties }) => [properties.src, properties.defer])).toEqual([
      ['../../../assets/theme.js', undefined],
      ['../../../assets/page.js', true],
    ])
    expect(one(tree, '.site-home').properties.href).toBe('../../index.html')
  })
})

describe('the other language of a page', () => {
  it('is linked to, named in itself, where it is made', () => {
    const tree = page()
    const links = all(one(tree, '.languages'), 'a')
    expect(links.map((link) => [text(link), link.properties.href, link.properties.lang])).toEqual([
      ['français', 'start.html', 'fr-FR'],
      ['English', '../../en-US/guide/start.html', 'en-US'],
    ])
    expect(links.map((link) => link.properties.ariaCurrent)).toEqual(['true', undefined])
    const alternates = all(tree, 'link').filter((node) => String(node.properties.rel) === 'alternate')
    expect(alternates.map((node) => node.properties.hrefLang)).toEqual(['fr-FR', 'en-US'])
  })

  it('is not linked to where it is not made', () => {
    const tree = page({ context: { locales: new Set(['fr-FR']) } })
    expect(all(tree, 'nav').filter(({ properties }) => properties.id === 'lockstep-languages')).toEqual([])
  })
})

describe('the notice of machine translation', () => {
  const notice = (translationType: string, side: Side, locales = new Set(['fr-FR', 'en-US'])) =>
    all(page({ document: { handoff: { translationType } }, side, context: { locales } }), '.notice')

  it('is on the translated page of a machine translation, with a link to the original', () => {
    const [shown] = notice('MT', 'target')
    expect(text(shown!)).toContain('traduit automatiquement')
    expect(one(shown!, 'a').properties.href).toBe('../../en-US/guide/start.html')
    expect(all(notice('mt', 'target', new Set(['fr-FR']))[0]!, 'a')).toEqual([])
  })

  it('is nowhere else', () => {
    expect(notice('MT', 'source')).toEqual([])
    expect(notice('HT', 'target')).toEqual([])
    expect(all(page(), '.notice')).toEqual([])
  })
})

describe('the outline of a page', () => {
  const outline = [
    { id: 'top', depth: 1, parts: ['Top'] },
    { id: 'a b', depth: 2, parts: [{ unit: 'a-1' }] },
    { id: 'c', depth: 3, parts: ['C'] },
    { id: 'd', depth: 4, parts: ['D'] },
    { id: 'e', depth: 2, parts: ['E & <f>'] },
  ]
  const units = { 'a-1': makeUnit('a-1', 'One', 'Un') }

  it('lists second- and third-level headings in the language of the page', () => {
    const links = all(one(page({ document: { outline, units } }), '.outline'), 'a')
    expect(links.map((link) => [link.properties.href, text(link)])).toEqual([
      ['#a%20b', 'Un'],
      ['#c', 'C'],
      ['#e', 'E & <f>'],
    ])
  })

  it('is left out where there are fewer than two', () => {
    expect(all(page({ document: { outline: outline.slice(0, 2), units } }), '.outline')).toEqual([])
  })

  it('starts at the third level where there is no second', () => {
    const deep = [outline[2]!, { ...outline[2]!, id: 'c2' }]
    expect(all(one(page({ document: { outline: deep } }), '.outline'), 'a')).toHaveLength(2)
  })
})

describe('what a page links to and tells', () => {
  const links = (outputs: RenderContextOptions['outputs'], document: Partial<BilingualDocument> = {}) =>
    all(page({ context: { outputs }, document }), '.formats').flatMap((list) =>
      all(list, 'a').map((link) => link.properties.href),
    )
  const procedure = fromHtml('<h2>To start</h2><ol><li>Open it.</li><li>Start it.</li></ol>', {
    fragment: true,
  })

  it('is what was made of the document', () => {
    const skeleton = { parts: [], tree: procedure }
    expect(links(new Set(['page', 'runbook', 'json', 'markdown']), { skeleton })).toEqual([
      'start.runbook.html',
      'start.md',
      '../../data/guide/start.json',
    ])
    expect(links(new Set(['page']), { skeleton })).toEqual([])
    expect(links(new Set(['page', 'markdown']), { format: 'html' })).toEqual(['start.html.txt'])
  })

  it('is no runbook where the document makes none', () => {
    expect(links(new Set(['page', 'runbook', 'json']))).toEqual(['../../data/guide/start.json'])
  })

  it('is only what the document knows, dates as the locale writes them', () => {
    const document = {
      metadata: { present: true, problems: [], entries: makeEntries({ 'ms:assetid': '4e00' }) },
      handoff: { date: '07/23/2014', lastHandoff: 'soon', sourceCommit: '33db' },
    }
    const tree = page({ document })
    expect(all(tree, 'dd').map(text)).toEqual(['4e00', '23 juillet 2014', 'soon', '33db'])
    expect(one(tree, 'time').properties.dateTime).toBe('2014-07-23')
    expect(all(page(), 'dl')).toEqual([])
  })
})

describe('text of the input on a page', () => {
  const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>{{t 'x'}}`

  it('cannot become markup, whichever field it stands in', () => {
    const fields = ['title', 'description', 'ms:assetid', 'ms.date', 'author', 'keywords']
    const document: Partial<BilingualDocument> = {
      title: { source: evil, target: evil },
      metadata: {
        present: true,
        problems: [],
        entries: makeEntries(Object.fromEntries(fields.map((key) => [key, evil]))),
      },
      handoff: {
        date: evil,
        lastHandoff: evil,
        sourceCommit: evil,
        contentLocale: evil,
        fileId: evil,
        translationType: 'MT',
      },
      outline: [
        { id: evil, depth: 2, parts: [evil] },
        { id: evil, depth: 2, parts: [{ unit: evil }] },
      ],
      units: { [evil]: makeUnit(evil, evil, evil) },
    }
    for (const side of ['target', 'source'] as const) {
      const tree = page({ document, side, content: '<p><span data-ttu-id="x">y</span></p>' })
      expect(all(tree, 'script').map((node) => node.properties.src)).toEqual([
        '../../assets/theme.js',
        '../../assets/page.js',
      ])
      expect(all(tree, 'img')).toEqual([])
      expect(text(one(tree, 'title'))).toBe(evil)
      expect(all(one(tree, '.outline'), 'a').map(text)).toEqual([evil, evil])
    }
  })

  it('cannot break out of the attribute that holds the other side', () => {
    const scope = createPageScope(
      makeDocument({ units: { u: makeUnit('u', evil, 'x') } }),
      'target',
      makeContext(),
    )
    const tree = fromHtml(
      layOutPage(fromHtml('<p><span data-ttu-id="u">x</span></p>', { fragment: true }), scope).content,
    )
    const segment = all(tree, 'span').find((node) => node.properties.dataTtuId === 'u')
    expect(segment?.properties.dataOther).toBe(evil)
    expect(all(tree, 'script')).toHaveLength(2)
  })

  it('in a path or a locale cannot break out of a link', () => {
    const tree = page({
      document: { path: `a"b/<c>&'.md`, targetLocale: 'x"><script>' },
      context: { locales: new Set(['en-US']) },
    })
    expect(all(tree, 'script')).toHaveLength(2)
    expect(one(tree, 'html').properties.lang).toBe('x"><script>')
  })
})

describe('the offer to show the other side', () => {
  const content = '<p><span data-ttu-id="u">x</span></p>'
  const document = { units: { u: makeUnit('u', 'Source', 'Cible') } }

  it('is worded by side, and says the language of what it shows', () => {
    const target = page({ document, content })
    expect(text(one(target, '.switch'))).toBe('Afficher le texte source')
    expect(one(target, 'article').properties).toMatchObject({ dataOtherLang: 'en-US', dataOtherDir: 'ltr' })
    expect(text(one(page({ document, content, side: 'source' }), '.switch'))).toBe('Show the translation')
  })

  it('is left out where no segment has another side', () => {
    expect(all(page({ content: '<p>x</p>' }), '.switch')).toEqual([])
  })
})

describe('labels of a page', () => {
  it.each('ar-SA de-DE en-US es-ES fr-FR it-IT ja-JP ko-KR pt-BR ru-RU zh-CN zh-TW'.split(' '))(
    'are all in the language of the page: %s',
    (locale) => {
      const { context, labelFallbacks } = createRenderContext({
        templates: readTemplates(),
        labels: readLocales(),
        outputs: new Set(['page', 'table', 'runbook', 'json', 'markdown']),
        locales: new Set([locale, 'de-CH']),
        hasPage: () => false,
        hasFile: () => false,
        version: '1',
      })
      const document = makeDocument({
        sourceLocale: 'de-CH',
        targetLocale: locale,
        handoff: { translationType: 'MT', date: '07/23/2014', lastHandoff: '07/23/2014', sourceCommit: 'x' },
        units: { u: makeUnit('u', 'a', 'b') },
      })
      const content =
        '<div data-alert="tip"></div><table><tr><td><span data-ttu-id="u">b</span></table><div data-zone="z" data-moniker="m"></div><div class="video"><a href="https://a.b">x</a></div>'
      layOutPage(fromHtml(content, { fragment: true }), createPageScope(document, 'target', context))
      expect(labelFallbacks()).toEqual([])
    },
  )
})
