import { describe, expect, it } from 'vitest'
import { InlineReader } from '../../src/parse/segments/inline-content.ts'
import { readSimpleInline } from '../../src/parse/segments/simple-inline.ts'
import { createRandom } from '../join/generate-revision.ts'
import { generateInline } from './generate-inline.ts'

/** Whole runs of what is known to go wrong are found by more of them: `SIMPLE_INLINE_RUNS=1000000 npx vitest run test/parse/simple-inline.test.ts`. */
const RUNS = Number(process.env.SIMPLE_INLINE_RUNS ?? 12_000)

describe('readSimpleInline', () => {
  it.each(['markdown', 'html'] as const)(
    'reads what the parsers read of %s, or leaves it alone',
    (syntax) => {
      const random = createRandom(Number(process.env.SIMPLE_INLINE_SEED ?? 21))
      let read = 0
      for (let run = 0; run < RUNS; run++) {
        const markup = generateInline(random)
        if (!readSimpleInline(markup, syntax)) continue
        read++
        // As text too, so that the order of properties is the same.
        const [fast, slow] = [new InlineReader(undefined), new InlineReader(undefined, 'remark')].map(
          (reader) => reader.read(markup, syntax),
        )
        expect(fast, JSON.stringify(markup)).toEqual(slow)
        expect(JSON.stringify(fast?.content), JSON.stringify(markup)).toBe(JSON.stringify(slow?.content))
      }
      expect(read).toBeGreaterThan(RUNS / 20)
    },
    3_600_000,
  )

  it.each([
    '**Fichier** puis [Suite](lync-server-2013-x.md#a) : « **Oui** ».',
    'Cliquez sur **Nouveau**, puis (**facultatif**) sur **OK**',
    '[Lync](https://go.microsoft.com/fwlink/p/?linkid=1)',
    '_**Dernière modification :** 2013-07-18_',
    '![Schéma : A](images/a(OCS.15).jpg "Schéma")',
    '[Get-CsUser](https://x.y/gg398125\\(v=ocs.15\\)) ou [https://x.y](https://x.y/z)',
    'Sous <STRONG>Options</STRONG>, <A href="a.md">**b** `c`</A> &gt; C:\\\\d et \\<e\\>',
    'Voir <https://x.y/z?a=b>, https://x.y/z ou a.b@c.de.',
  ])('reads %s', (markup) => {
    expect(readSimpleInline(markup, 'markdown')?.content.some((node) => node.type === 'element')).toBe(true)
  })

  it.each([
    '**a **b',
    '**a',
    '*a **b* c**',
    '***a***',
    '[a][b]',
    '<p>a</p>',
    '<b>a',
    'see www.x.com **a**',
    'a\nb',
    ' a',
    '**a** ',
  ])('leaves %s', (markup) => {
    expect(readSimpleInline(markup, 'markdown')).toBeUndefined()
  })
})
