import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import type { ParsedBody } from '../../src/parse/parsed-body.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus, SEED } from '../support/corpus.ts'

const read = (text: string, bodies?: Map<string, ParsedBody>) =>
  parseDocument(new VFile(text), { path: 'a.md', ...(bodies && { bodies }) })

/** Reads a document after another that may have been parsed already, and expects that this changes nothing. */
function expectSame(first: string, second: string): boolean {
  const bodies = new Map<string, ParsedBody>()
  expect(read(first, bodies)).toEqual(read(first))
  const body = bodies.get('a.md')
  expect(read(second, bodies)).toEqual(read(second))
  return body !== undefined && bodies.get('a.md') === body
}

describe('what another translation has parsed', () => {
  const seed = readFileSync(SEED, 'utf8')

  it('is used where only the translations and the front matter differ', () => {
    const other = seed
      .replaceAll('62b5c-', 'aaaaa-')
      .replace('---\n', '---\nms.extra: more\n')
      .replaceAll('panne', '**Ausfall**')
    expect(expectSame(seed, other)).toBe(true)
  })

  it('is not used where the text between the units differs', () => {
    expect(expectSame(seed, seed.replace('## ', '### '))).toBe(false)
  })

  it('is not used where a source text differs, on which the meaning of Markdown may depend', () => {
    const alert = (source: string) =>
      `> ${pair('a-1', '[!REMARQUE]', source)}\n> ${pair('a-2', 'Texte.', 'Text.')}\n`
    expect(expectSame(alert('[!NOTE]'), alert('[!TIP]'))).toBe(false)
  })

  it('is not used across documents that include others', () => {
    const text = `[!INCLUDE [x](b.md)]\n\n${pair('a-1', 'un', 'one')}\n`
    expect(expectSame(text, text)).toBe(false)
  })

  it('is told with what was read more simply than it is written', () => {
    const text = (target: string) =>
      `---\ntitle: ${target}\n---\n\n${'<div>'.repeat(1000)}${pair('a-1', target, 'one')}${'</div>'.repeat(1000)}\n`
    expect(read(text('un')).simplified).toHaveLength(1)
    expect(expectSame(text('un'), text('eins und mehr'))).toBe(true)
  })

  it('tells apart documents of which only one has front matter', () => {
    const body = `# ${pair('a-1', 'un', 'one')}\n\n| ${pair('a-2', 'x', 'y')} |\n|---|\n| [z](b.md) |\n`
    expect(expectSame(body, `---\ntitle: x\n---\n${body}`)).toBe(false)
    expect(expectSame(`---\ntitle: x\n---\n${body}`, `---\ntitle: much longer\nb: c\n---\n${body}`)).toBe(
      true,
    )
  })

  it.skipIf(!hasCorpus)('makes no difference in a docset, and is used for nearly all', () => {
    const german = new Map([...corpusFiles('lync-2013/de-DE')].map(({ path, text }) => [path, text]))
    let [count, shared] = [0, 0]
    for (const { path, text } of corpusFiles('lync-2013/fr-FR')) {
      if (count++ % 8 !== 0) continue
      if (expectSame(text, german.get(path)!)) shared++
    }
    console.info(`parsed once for two locales: ${shared} of ${Math.ceil(count / 8)} documents`)
    expect(shared / Math.ceil(count / 8)).toBeGreaterThan(0.9)
  })
})
