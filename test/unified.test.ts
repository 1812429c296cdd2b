import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@mdx-js/mdx'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type PluggableList, unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import remarkSxs, { type RemarkSxsOptions, remarkMicrosoft } from '../src/unified.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { corpusFiles, corpusFolder, hasCorpus, SEED } from './support/corpus.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** The HTML of a text, or of a file, in a locale. */
async function html(
  given: string | VFile,
  options: string | RemarkSxsOptions,
  plugins: PluggableList = [],
): Promise<{ html: string; file: VFile }> {
  const file = typeof given === 'string' ? new VFile(given) : given
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkSxs, typeof options === 'string' ? { locale: options } : options)
    .use(plugins)
    .use(remarkRehype)
  const tree = (await processor.run(processor.parse(file), file)) as Root
  return { html: toHtml(tree), file }
}

/** The ids of the messages on a file. */
function rulesOf(file: VFile): (string | undefined)[] {
  return file.messages.map(({ ruleId }) => ruleId)
}

/** The JavaScript that MDX makes of a file. */
async function mdx(
  text: string,
  path = 'page.mdx',
  cwd = process.cwd(),
): Promise<{ code: string; file: VFile }> {
  const remarkPlugins: PluggableList = [
    remarkFrontmatter,
    remarkGfm,
    [remarkSxs, { locale: 'fr-FR' }],
    remarkMicrosoft,
  ]
  const file = await compile(new VFile({ value: text, path, cwd }), { format: 'mdx', remarkPlugins })
  return { code: String(file), file }
}

const FRONT = '---\nms.contentlocale: fr-FR\n---\n'

describe('remarkSxs', () => {
  it('reads the target side', async () => {
    const result = await html(smallDocument(), 'fr-FR')
    expect(result.html).toContain('<h1>Bonjour à tous</h1>')
    expect(result.html).not.toContain('Hello')
    expect(result.file.messages).toEqual([])
  })

  it('reads the source side, also by its language alone', async () => {
    for (const locale of ['en-US', 'en-us', 'en'])
      expect((await html(smallDocument(), locale)).html).toContain('<h1>Hello all</h1>')
  })

  it('says which locales there are where the document has not the one asked for', async () => {
    const { file } = await html(smallDocument(), 'ja-JP')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['locale-missing'])
  })

  it('leaves a document without units as it is', async () => {
    expect((await html('# A *b*\n', 'fr-FR')).html).toBe('<h1>A <em>b</em></h1>')
  })

  it('gives positions in the bilingual input', () => {
    const text = readFileSync(SEED, 'utf8')
    const tree = unified().use(remarkParse).use(remarkSxs, { locale: 'fr-FR' }).parse(text)
    let checked = 0
    visit(tree, 'text', (node) => {
      const { start, end } = node.position!
      if (/[\s&]/.test(node.value)) return
      expect(text.slice(start.offset, end.offset)).toContain(node.value)
      checked++
    })
    expect(checked).toBeGreaterThan(0)
  })

  it('refuses to be used before a parser', () => {
    expect(() => unified().use(remarkSxs, { locale: 'fr-FR' }).freeze()).toThrow(/after remark-parse/)
  })

  it('reads Markdown within units', async () => {
    const { html: result } = await html(`${pair('a-1', '**Un** `x`', '**One** `x`')}\n`, 'en-US')
    expect(result).toBe('<p><strong>One</strong> <code>x</code></p>')
  })

  it('asks a function for the locale of each file', async () => {
    const locale = ({ path }: VFile) => (path.startsWith('en/') ? 'en-US' : 'fr-FR')
    const read = (path: string) => html(new VFile({ value: smallDocument(), path }), { locale })
    expect((await read('en/page.md')).html).toContain('<h1>Hello all</h1>')
    expect((await read('fr/page.md')).html).toContain('<h1>Bonjour à tous</h1>')
  })

  it('refuses a tag that is none, also from a function', async () => {
    expect(() => unified().use(remarkParse).use(remarkSxs, { locale: 'not a tag' }).freeze()).toThrow(
      RangeError,
    )
    await expect(html(smallDocument(), { locale: () => 'not a tag' })).rejects.toThrow(RangeError)
  })

  describe('where the host has taken the front matter', () => {
    const text = `${pair('a-1', 'Un', 'One')}\n`

    it('finds the locale where hosts put the front matter, in the setting, and in the path', async () => {
      const front = { 'ms.contentlocale': 'fr-fr' }
      const datas = [
        { matter: front },
        { frontMatter: front },
        { frontmatter: front },
        { astro: { frontmatter: front } },
      ]
      for (const data of datas) {
        expect(rulesOf((await html(new VFile({ value: text, data }), 'fr-FR')).file)).toEqual([])
        const other = await html(new VFile({ value: text, data }), 'ja-JP')
        expect(other.html).toBe('<p>One</p>')
        expect(other.file.messages.map(String).join()).toMatch(/Unexpected locale `ja-JP`.*`fr-FR`/)
      }
      const setting = { locale: 'ja-JP', targetLocale: () => 'fr-FR' }
      expect(rulesOf((await html(text, setting)).file)).toEqual(['locale-missing'])
      const path = 'docs/de-DE/fr-FR/a/page.md'
      expect(rulesOf((await html(new VFile({ value: text, path }), 'ja-JP')).file)).toEqual([
        'locale-missing',
      ])
      expect(rulesOf((await html(new VFile({ value: text, path }), 'fr-FR')).file)).toEqual([])
    })

    it('says so where nothing names the locale', async () => {
      const { file, html: result } = await html(new VFile({ value: text, path: 'to-do/page.md' }), 'ja-JP')
      expect(result).toBe('<p>Un</p>')
      expect(rulesOf(file)).toEqual(['locale-unknown'])
      expect(rulesOf((await html('# No units\n', 'ja-JP')).file)).toEqual([])
    })
  })

  it('makes elements of raw HTML, also of tags that other nodes separate', async () => {
    const text = `<div class="a" style="color: red">\n\n*A* <b>b *c*</b><br>d <!-- e --> <pool FQDN>\n\n<ul><li>1<li>2</ul>\n\n</div>\n`
    const { html: result } = await html(text, { locale: 'en', html: 'elements' })
    expect(result.replace(/\n/g, '')).toBe(
      '<div class="a" style="color: red"><p><em>A</em> <b>b <em>c</em></b><br>d  &#x3C;pool FQDN></p><ul><li>1</li><li>2</li></ul></div>',
    )
    expect((await html('a <b>b</b>', 'en')).html).toBe('<p>a b</p>')
  })

  describe('in MDX', () => {
    it('reads documents with units as Markdown: braces are text, HTML need not be JSX', async () => {
      const text = `${FRONT}${pair('a-1', 'Un {x} <br> <b style="color: red">deux</b> <!-- rien --> <SBC FQDN>', 'One')}\n`
      const { code } = await mdx(text)
      for (const part of ['"Un {x} "', '.br, {}', 'color: "red"', '<SBC FQDN>']) expect(code).toContain(part)
      expect(code).not.toContain('rien')
    })

    it('leaves documents without units to MDX', async () => {
      expect((await mdx('# {1 + 1}\n\n<Video />\n')).code).toMatch(/1 \+ 1[\s\S]*Video/)
      await expect(mdx('<br>\n')).rejects.toThrow(
        /closing tag.*\. This document has no units, so it is read as MDX/,
      )
    })

    it('of format `md`, keeps raw HTML only as elements, or with rehype-raw', async () => {
      const value = `${FRONT}<table>\n<tr><td>${pair('a-1', 'Un', 'One')}</td></tr>\n</table>\n`
      const compiled = async (html?: 'elements') => {
        const remarkPlugins: PluggableList = [
          remarkFrontmatter,
          [remarkSxs, { locale: 'fr-FR', ...(html && { html }) }],
        ]
        return String(await compile(new VFile({ value, path: 'page.md' }), { format: 'md', remarkPlugins }))
      }
      expect(await compiled()).not.toMatch(/table|Un/)
      expect(await compiled('elements')).toMatch(/\.table[\s\S]*"Un"/)
    })

    it.skipIf(!hasCorpus)(
      'compiles every document of the corpus, without a literal mark of an alert',
      async () => {
        const counts = { documents: 0, compiled: 0, literal: 0, messages: 0 }
        for (const { path, text } of corpusFiles('teams/fr-FR')) {
          counts.documents++
          const folder = corpusFolder('teams')
          const { code, file } = await mdx(text, join(folder, 'fr-FR', path), folder)
          counts.compiled++
          counts.messages += file.messages.length
          if (/\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INCLUDE|VIDEO)\b/i.test(code)) counts.literal++
        }
        console.log(`MDX: ${JSON.stringify(counts)}`)
        expect(counts).toMatchObject({ compiled: counts.documents, literal: 0 })
        expect(counts.documents).toBeGreaterThan(200)
      },
    )
  })
})

describe('remarkMicrosoft', () => {
  const microsoft = (text: string, locale = 'fr-FR') => html(text, locale, [remarkMicrosoft])

  it('makes alerts, with a title in the language of the document', async () => {
    const text = `${FRONT}> [!NOTE]\n> ${pair('a-1', 'Un', 'One')}\n`
    const alert = (title: string, body: string) =>
      `<div class="alert alert-note" data-alert="note" role="note"><p class="alert-title">${title}</p><p>${body}</p></div>`
    expect((await microsoft(text)).html.replace(/\n/g, '')).toBe(alert('Remarque', 'Un'))
    expect((await microsoft(text, 'en-US')).html.replace(/\n/g, '')).toBe(alert('Note', 'One'))
    const german = await html(text, 'fr-FR', [[remarkMicrosoft, { locale: 'de-DE' }]])
    expect(german.html).toContain('<p class="alert-title">Hinweis</p>')
  })

  it('makes tabs, containers, images and videos, also where their lines are units', async () => {
    const url = 'https://www.microsoft.com/videoplayer/embed/RE_1_x'
    const { html: result } = await microsoft(
      `${FRONT}:::row:::\n:::column span="2":::\n${pair('a-1', 'Un', 'One')}\n:::column-end:::\n:::row-end:::\n\n# [${pair('a-2', 'Onglet', 'Tab')}](#tab/one)\n\nA\n\n***\n\n:::image source="a.png" alt-text="B":::\n\n> [!VIDEO ${url}]\n\n> ${pair('a-3', `[!VIDEO ${url}]`, `[!VIDEO ${url}]`)}\n`,
    )
    for (const part of [
      '<div class="row">',
      '<div class="column" data-span="2">',
      '<section class="tab" data-tab="one">',
      '<p class="tab-title">Onglet</p>',
      '<img src="a.png" alt="B">',
    ])
      expect(result).toContain(part)
    expect(result.split(`data-video="${url}"`)).toHaveLength(3)
    expect(result).not.toMatch(/:::|\[!/)
  })

  it('inserts includes and code in the same locale, with addresses from the including file', async () => {
    const folder = temporaryFolder({
      'includes/note.md': `${FRONT}> [!TIP]\n> ${pair('a-1', 'Un', 'One')} [a](../a.md)\n\n[!INCLUDE [x](word.md)]\n`,
      'includes/word.md': `${FRONT}${pair('a-1', '*Mot*', '*Word*')}\n`,
      'includes/self.md': '[!INCLUDE [self](self.md)]\n',
      'code.ps1': 'Get-A\nGet-B <C>\n',
    })
    const value = `${FRONT}[!INCLUDE [note](includes/note.md)]\n\nA [!INCLUDE [word](includes/word.md)].\n\n[!code-powershell[c](code.ps1?range=2)]\n\n<p>[!INCLUDE [word](includes/word.md)]</p>\n\n[!INCLUDE [self](includes/self.md)]\n\n[!INCLUDE [Titre](none.md)]\n`
    const file = new VFile({ value, path: 'page.md', cwd: folder })
    const { html: result } = await html(file, { locale: 'fr-FR', html: 'elements' }, [remarkMicrosoft])
    for (const part of [
      '<p class="alert-title">Conseil</p>',
      'Un <a href="a.md">a</a>',
      '<p><em>Mot</em></p>',
      '<p>A <em>Mot</em>.</p>',
      '<pre><code class="language-powershell">Get-B &#x3C;C>\n</code></pre>',
      '<div class="missing" data-missing="include">Texte non disponible ici\u00A0: Titre</div>',
    ])
      expect(result).toContain(part)
    expect(result.match(/<em>Mot<\/em>/g)).toHaveLength(3)
    expect(rulesOf(file)).toEqual(['include-missing', 'include-missing'])
  })

  it('makes ids of the anchors before the text of headings', async () => {
    const text = `${FRONT}# <a name="a-b"></a>${pair('a-1', 'Un', 'One')}\n\n## <a id='c'></a><a name="d"></a>Two\n\n## <a href="e">Three</a>\n`
    const { html: result } = await html(text, { locale: 'fr-FR', html: 'elements' }, [remarkMicrosoft])
    expect(result).toBe(
      '<h1 id="a-b">Un</h1>\n<h2 id="c"><a name="d"></a>Two</h2>\n<h2><a href="e">Three</a></h2>',
    )
  })

  it('works without remarkSxs, and with a title in English', async () => {
    const processor = unified().use(remarkParse).use(remarkMicrosoft).use(remarkRehype)
    const tree = (await processor.run(processor.parse('> [!WARNING]\n> A\n'))) as Root
    expect(toHtml(tree)).toContain('<p class="alert-title">Warning</p>')
  })

  it('refuses to be used before a parser', () => {
    expect(() => unified().use(remarkMicrosoft).freeze()).toThrow(/after remark-parse/)
  })
})
