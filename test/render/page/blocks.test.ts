import { describe, expect, it } from 'vitest'
import { transformContent } from '../../../src/render/page/transform-content.ts'
import { makeUnit } from '../fixtures.ts'
import { all, one, text, transform } from './transform.ts'

describe('alerts', () => {
  it.each([
    ['note', 'Remarque'],
    ['tip', 'Conseil'],
    ['warning', 'Avertissement'],
    ['important', 'Important'],
    ['caution', 'Attention'],
  ])('of kind %s are titled in the language of the page', (kind, title) => {
    const tree = transform(`<div class="alert" data-alert="${kind}"><p>x</p></div>`, transformContent)
    expect(one(tree, '.alert').properties.role).toBe('note')
    expect(text(one(tree, '.alert-title'))).toBe(title)
    expect(text(tree)).toBe(`${title}x`)
  })

  it('of an unknown kind stay as they are', () => {
    const tree = transform('<div data-alert="constructor"><p>x</p></div>', transformContent)
    expect(text(tree)).toBe('x')
  })
})

describe('content that is missing', () => {
  const missing = (name: string, tag = 'span') =>
    text(
      transform(
        `<p>a <${tag} class="missing" data-missing="include">${name}</${tag}> b</p>`,
        transformContent,
      ),
    )

  it.each([
    ['a text', '[nom]', '[Manquant : nom]'],
    ['code', '[<code>x.md</code>]', '[Manquant : x.md]'],
    ['a part of a segment', '<span data-ttu-id="a-1">[nom]</span>', '[Manquant : nom]'],
    [
      'several parts of a segment',
      '<span data-ttu-id="a-1">[</span><code><span data-ttu-id="a-1">x.md</span></code>]',
      '[Manquant : x.md]',
    ],
  ])('is labelled briefly within a line, in brackets: %s', (_, name, expected) => {
    expect(missing(name)).toBe(`a ${expected} b`)
  })

  it('is labelled in full on a line of its own', () => {
    expect(missing('nom', 'div')).toContain('Texte non disponible ici : nom')
  })
})

describe('the other side', () => {
  const units = {
    'a-1': makeUnit('a-1', 'Say "hi" & <b>', 'Dites « salut »'),
    'a-2': makeUnit('a-2', 'Only English', null),
    'a-3': makeUnit('a-3', '', 'Rien'),
    'i#1': makeUnit('i#1', 'Included', 'Inclus'),
  }
  const spans = ['a-1', 'a-2', 'a-3', 'a-9', '__proto__', 'i#1']
    .map((key) => `<span data-ttu-id="${key}">x</span>`)
    .join('')
  const others = (side: 'source' | 'target') => {
    const { 'i#1': included, ...own } = units
    const options = { document: { units: own, includedUnits: { 'i#1': included } }, side }
    return all(transform(spans, transformContent, options), 'span').map((span) => span.properties.dataOther)
  }

  it('is with each segment that has one, whatever characters it has', () => {
    expect(others('target')).toEqual([
      'Say "hi" & <b>',
      undefined,
      undefined,
      undefined,
      undefined,
      'Included',
    ])
    expect(others('source')).toEqual(['Dites « salut »', undefined, 'Rien', undefined, undefined, 'Inclus'])
  })
})

describe('code blocks', () => {
  it('scroll, read left to right and name their language', () => {
    const tree = transform('<pre><code class="language-powershell">Get-X</code></pre>', transformContent)
    expect(one(tree, '.code').properties.dataLanguage).toBe('PowerShell')
    expect(one(tree, 'pre').properties).toMatchObject({ dir: 'ltr', translate: 'no', tabIndex: 0 })
    expect(text(tree)).toBe('Get-X')
  })

  it.each([
    ['language-Kusto', 'KQL'],
    ['language-brainfuck', 'brainfuck'],
    ['language-constructor', 'constructor'],
    ['language-output', 'Sortie'],
    ['language-text', undefined],
    ['language-AzureCLI-interactive', 'Azure CLI'],
    ['', undefined],
  ])('of class “%s” are of language %s', (name, language) => {
    const tree = transform(`<pre><code class="${name}">x</code></pre>`, transformContent)
    expect(one(tree, '.code').properties.dataLanguage).toBe(language)
  })
})

describe('zones and monikers', () => {
  it('say for whom they are', () => {
    const tree = transform(
      '<div data-zone="ios"><p>a</p></div><div data-moniker=">=v2"><p>b</p></div>',
      transformContent,
    )
    expect(all(tree, '.container-label').map(text)).toEqual(['S’applique à : ios', 'Version : >=v2'])
  })

  it('say nothing where nothing is told', () => {
    expect(text(transform('<div data-zone=""><p>a</p></div>', transformContent))).toBe('a')
  })
})

describe('videos', () => {
  const url = 'https://www.youtube.com/embed/x?a=1&amp;b=2'
  const html = `<div class="video"><iframe src="${url}" title="${url}"></iframe><a href="${url}">x</a></div>`

  it('are named in the language of the page and kept to themselves', () => {
    const { title, sandbox } = one(transform(html, transformContent), 'iframe').properties
    expect(title).toBe('Vidéo')
    expect(sandbox).toContain('allow-scripts')
    expect(sandbox).not.toContain('allow-top-navigation')
  })

  it('are linked to, also where they are not embedded', () => {
    expect(text(one(transform(html, transformContent), '.video-link'))).toBe('Vidéo x')
    const link = transform('<div class="video"><a href="https://a.b">y</a></div>', transformContent)
    expect(text(one(link, '.video-link'))).toBe('Vidéo y')
    expect(all(link, 'iframe')).toEqual([])
  })
})

describe('footnotes', () => {
  it('are worded in the language of the page', () => {
    const tree = transform(
      '<section data-footnotes><h2 id="footnote-label">Footnotes</h2><a data-footnote-backref aria-label="Back to reference 1-2">↩</a></section>',
      transformContent,
    )
    expect(text(one(tree, 'h2'))).toBe('Notes de bas de page')
    expect(one(tree, 'a').properties.ariaLabel).toBe('Retour à la référence 1-2')
  })
})

describe('blank paragraphs', () => {
  it('are dropped; what shows something or is referred to stays', () => {
    const html =
      '<p><span> </span></p><p> </p><p><img></p><p id="x"></p><p><span data-ttu-id="a-1"></span></p><p>x</p>'
    expect(all(transform(html, transformContent), 'p')).toHaveLength(4)
  })
})
