import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MANIFEST_FILE } from '../src/model/build/manifest.ts'
import { parseNatively } from '../src/parse/markdown/native-markdown.ts'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check } from '../src/pipeline.ts'
import { documentIn, pair } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const FRONT = '---\ntitle: x\nms.contentlocale: fr-FR\n---\n'

/** Builds `docs` in one thread, and tells what was done. */
async function workOf(cwd: string, options: Partial<BuildOptions> = {}) {
  const { work, written } = await build({
    inputs: ['docs'],
    out: 'out',
    cwd,
    only: ['page', 'json'],
    ...options,
  })
  return { ...work, written }
}

/** Builds a document, and tells what was done. */
const workOn = (body: string, options?: Partial<BuildOptions>) =>
  workOf(temporaryFolder({ 'docs/a.md': FRONT + body }), options)

describe('a document in several locales', () => {
  const units = (word: string) =>
    [
      ['101', `${word} locale`, 'Locale'],
      ['102', `**${word}** locale`, '**Locale** text'],
    ] as const
  const french = documentIn('fr-FR', units('mot'))

  it('has its Markdown parsed once', async () => {
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': french,
      'docs/de-DE/a.md': documentIn('de-DE', units('Wort')),
      'docs/it-IT/a.md': documentIn('it-IT', units('parola')),
    })
    const { documents, bodiesShared, markdownNative, markdownRemark } = await workOf(cwd)
    expect([documents, bodiesShared, markdownNative + markdownRemark]).toEqual([3, 2, 1])
  })

  it('has it parsed again where the source text is another', async () => {
    const other = [['101', 'Wort', 'Another text']] as const
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': french,
      'docs/de-DE/a.md': documentIn('de-DE', other),
    })
    const { bodiesShared, markdownNative, markdownRemark } = await workOf(cwd)
    expect([bodiesShared, markdownNative + markdownRemark]).toEqual([0, 2])
  })
})

describe('inline markup', () => {
  const parsed = ({ inlineNative, inlineRemark, inlineHtml }: Awaited<ReturnType<typeof workOf>>) =>
    inlineNative + inlineRemark + inlineHtml

  it('that is equal is read once, in all documents', async () => {
    const same = [
      ['101', 'le **même** mot', 'the **same** word'],
      ['102', 'le **même** mot', 'the **same** word'],
      ['103', 'le ~~mot~~ même', 'the ~~word~~ itself'],
    ] as const
    const files = ['a', 'b', 'c'].map((name) => [`docs/${name}.md`, documentIn('fr-FR', same)])
    const work = await workOf(temporaryFolder(Object.fromEntries(files)))
    // All four in one go; each document has six sides with markup.
    expect([parsed(work), work.inlineKnown]).toEqual([1, 3 * 6 - 4])
  })

  it('that is plain text is not read', async () => {
    const work = await workOn(`${pair('x-1', 'Rien que du texte.', 'Nothing but text.')}\n`)
    expect([parsed(work), work.inlineKnown]).toEqual([0, 0])
  })

  it('is parsed in one go for both sides of a document, but for what spans lines', async () => {
    const units = [
      pair('x-1', 'Un [lien](autre.md)', '**One** [link](other.md)'),
      pair('x-2', '*deux*\n**deux**', '*two*'),
      pair('x-3', '**trois**', '`three'),
    ]
    expect(parsed(await workOn(`${units.join('\n\n')}\n`))).toBe(2)
  })
})

describe('a usual document', () => {
  const body = `# ${pair('x-1', 'Titre', 'Title')}

<div data-xmlns="http://www.w3.org/1999/xhtml">

<div class="clsServerSDKContent">

${pair('x-2', 'Voir [ceci](b.md) et **cela**.', 'See [this](b.md) and **that**.')}

1.  ${pair('x-3', 'Un', 'One')}

2.  ${pair('x-4', 'Deux', 'Two')}

    - ${pair('x-5', 'Trois', 'Three')}

| ${pair('x-6', 'Nom', 'Name')} | ${pair('x-7', 'Valeur', 'Value')} |
|---|---|
| ${pair('x-8', 'un', 'one')} | ${pair('x-9', '<strong>deux</strong>', '<strong>two</strong>')} |

<table>
<colgroup><col style="width: 50%" /><col style="width: 50%" /></colgroup>
<thead><tr class="header"><th>${pair('x-10', 'Nom', 'Name')}</th><th>${pair('x-11', 'Valeur', 'Value')}</th></tr></thead>
<tbody><tr class="odd"><td><p>${pair('x-12', 'un', 'one')}</p></td><td><p>${pair('x-13', 'deux', 'two')}</p></td></tr></tbody>
</table>

</div>

</div>
`

  it.skipIf(!parseNatively('a', 'inline'))(
    'needs no remark, and the HTML parser once for the page and for each side with tags',
    async () => {
      const work = await workOn(body)
      expect(work).toMatchObject({
        documents: 1,
        markdownNative: 1,
        markdownRemark: 0,
        inlineRemark: 0,
        inlineHtml: 0,
        rawParsed: 3,
        htmlPages: 0,
      })
    },
  )

  it('needs remark where lines are ours', async () => {
    const { markdownNative, markdownRemark } = await workOn('::: zone\n\ntext\n\n::: zone-end\n')
    expect([markdownNative, markdownRemark]).toEqual([0, 1])
  })

  it('is filled once for each page, and each of its tables once for each output that shows it', async () => {
    expect(await workOn(body, { only: ['page'] })).toMatchObject({ skeletonsFilled: 2, tablesFilled: 0 })
    expect(await workOn(body, { only: ['table'] })).toMatchObject({ skeletonsFilled: 0, tablesFilled: 4 })
    expect(await workOn(body, { only: ['json'] })).toMatchObject({ skeletonsFilled: 0, tablesFilled: 0 })
  })
})

describe('what has not changed', () => {
  const documents = (names: string) =>
    Object.fromEntries([...names].map((name) => [`docs/${name}.md`, `${FRONT}${pair('x-1', name, name)}\n`]))

  it('is not read again by a build', async () => {
    const cwd = temporaryFolder(documents('abcdef'))
    const cached = { cache: 'cache' }
    const first = await workOf(cwd, cached)
    expect(first).toMatchObject({ documents: 6, groups: 6, documentsCached: 0 })
    expect(first.written.changed).toBe(first.written.files)
    const second = await workOf(cwd, cached)
    expect(second).toMatchObject({ documents: 0, groups: 0, documentsCached: 6, skeletonsFilled: 0 })
    expect(second.written).toMatchObject({ changed: 0, bytes: 0 })
    writeFiles(cwd, { 'docs/c.md': `${FRONT}${pair('x-1', 'autre', 'other')}\n` })
    const third = await workOf(cwd, cached)
    expect(third).toMatchObject({
      documents: 1,
      groups: 1,
      documentsCached: 5,
      skeletonsFilled: 2,
    })
    expect(third.markdownNative + third.markdownRemark).toBe(1)
    expect(third.written.bytes).toBeLessThan(first.written.bytes)
  })

  it('is not read again by a check', async () => {
    const cwd = temporaryFolder(documents('abc'))
    const workOfCheck = async () => (await check({ inputs: ['docs'], cwd, cache: 'cache' })).work
    expect(await workOfCheck()).toMatchObject({ documents: 3, documentsCached: 0 })
    writeFiles(cwd, { 'docs/b.md': `${FRONT}${pair('x-1', 'autre', 'other')}\n` })
    expect(await workOfCheck()).toMatchObject({ documents: 1, groups: 1, documentsCached: 2 })
  })
})

it('counts each document by itself, whatever is counted at once', async () => {
  const one = `${pair('x-1', 'un _seul_ mot', 'one _single_ word')}\n`
  const [alone, ...more] = await Promise.all(['a', 'b', 'c'].map(() => workOn(one)))
  for (const work of [alone!, ...more]) expect(work.documents).toBe(1)
})

it('counts the bytes that are written', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': `${FRONT}${pair('x-1', 'é', 'e')}\n` })
  const first = await workOf(cwd)
  const { [MANIFEST_FILE]: _, ...files } = contentsOf(join(cwd, 'out'))
  expect(first.written.bytes).toBe(Object.values(files).reduce((sum, { length }) => sum + length, 0))
})

it('reads an included document once for all that include it', async () => {
  const cwd = temporaryFolder({
    'docs/a.md': `${FRONT}[!INCLUDE [x](includes/i.md)]\n`,
    'docs/b.md': `${FRONT}[!INCLUDE [x](includes/i.md)]\n`,
    'docs/includes/i.md': `${FRONT}${pair('x-1', 'inclus', 'included')}\n`,
  })
  // Each of the three by itself, and the included one once for both.
  expect((await workOf(cwd)).documents).toBe(4)
})
