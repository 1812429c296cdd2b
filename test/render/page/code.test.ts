import { readFileSync } from 'node:fs'
import type { Root } from 'hast'
import { describe, expect, it, vi } from 'vitest'
import { GRAMMARS, type GrammarName } from '../../../src/render/page/code/grammars.ts'
import { tokensOf } from '../../../src/render/page/code/highlight.ts'
import { transformContent } from '../../../src/render/page/transform-content.ts'
import { contrast } from '../../support/contrast.ts'
import { makeUnit } from '../fixtures.ts'
import { all, one, text, transform } from './transform.ts'

const CSS = readFileSync(new URL('../../../templates/assets/lockstep.css', import.meta.url), 'utf8')

const codeOf = (language: string, code: string) =>
  transform(
    `<pre><code class="language-${language}">${code.replaceAll('<', '&lt;')}</code></pre>`,
    transformContent,
  )
const kindsIn = (tree: Root) =>
  all(tree, 'span').map((span) => `${String(span.properties.className)} ${text(span)}`)

describe('highlighted code', () => {
  it.each([
    ['PowerShell', 'Get-CsPool # all', ['hl-function Get-CsPool', 'hl-comment # all']],
    ['azurecli-interactive', 'az login --use # now', ['hl-function az', 'hl-name --use', 'hl-comment # now']],
    ['C#', 'var a = "x";', ['hl-keyword var', 'hl-string "x"']],
    ['XAML', '<Page A="b"/>', ['hl-type Page', 'hl-name A', 'hl-string "b"']],
    ['kusto', 'T | where a > ago(1d)', ['hl-keyword where', 'hl-function ago', 'hl-number 1d']],
    ['qsharp', 'operation Go() : Unit { }', ['hl-keyword operation', 'hl-function Go', 'hl-type Unit']],
    ['bicep', "param a string = 'x'", ['hl-keyword param', 'hl-type string', "hl-string 'x'"]],
    ['terraform', 'a = true # c', ['hl-number true', 'hl-comment # c']],
    ['razor', '<p>@x</p>', ['hl-type p', 'hl-function @', 'hl-type p']],
    ['http', 'GET /x HTTP/1.1\n\n{ "a": 1 }', expect.arrayContaining(['hl-name "a"', 'hl-number 1'])],
    ['yaml', 'a: 1', ['hl-name a:', 'hl-number 1']],
    ['diff', '+ a\n- b', ['hl-added + a', 'hl-removed - b']],
  ])('has the tokens of %s', (language, code, kinds) => {
    const tree = codeOf(language, code)
    expect(kindsIn(tree)).toEqual(kinds)
    expect(text(tree)).toBe(code.replace(/\s+/g, ' '))
  })

  it.each(['', 'output', 'console', 'text', 'unheard-of', 'constructor', '__proto__'])(
    'is plain in the language “%s”, which is not guessed',
    (language) => {
      expect(all(codeOf(language, 'var a = "x" // 1'), 'span')).toEqual([])
    },
  )

  it('keeps the segments in it whole, and their other side', () => {
    const html =
      '<pre><code class="language-powershell">Get-X "<span data-ttu-id="a-1">un # deux</span>" # <span data-ttu-id="a-2">Fin <b>de</b> tout</span>\n$a</code></pre>'
    const units = { 'a-1': makeUnit('a-1', 'one # two', 'un # deux'), 'a-2': makeUnit('a-2', 'End', 'Fin') }
    const tree = transform(html, transformContent, { document: { units } })
    const segments = all(tree, 'span').filter((span) => span.properties.dataTtuId)
    expect(segments.map((span) => [text(span), span.properties.dataOther])).toEqual([
      ['un # deux', 'one # two'],
      ['Fin de tout', 'End'],
    ])
    expect(segments.map((span) => all(span, 'span').slice(1).map(text))).toEqual([
      ['un # deux'],
      ['Fin', 'de', 'tout'],
    ])
    expect(text(one(tree, 'pre'))).toBe('Get-X "un # deux" # Fin de tout $a')
  })

  it('is plain where it is very long, or a line of it is', () => {
    expect(tokensOf('$a\n'.repeat(3_000), 'powershell')).not.toBeNull()
    expect(tokensOf('$a\n'.repeat(4_000), 'powershell')).toBeNull()
    expect(tokensOf(`$a\n"${'x'.repeat(600)}"\n`, 'powershell')).toBeNull()
  })

  it('is no deeper, however deeply it nests', () => {
    const code = '$("'.repeat(3_000).replace(/(.{90})/g, '$1\n')
    const tokens = tokensOf(code, 'powershell')!
    expect(tokens.reduce((sum, { length }) => sum + length, 0)).toBe(code.length)
  })

  it('does not depend on what was highlighted before', async () => {
    const html = '<script>var a = 1</script><style>a { color: red }</style>'
    const before = tokensOf(html, 'xml')
    vi.resetModules()
    const { tokensOf: fresh } = await import('../../../src/render/page/code/highlight.ts')
    for (const grammar of ['javascript', 'php', 'css'] as const) fresh('a', grammar)
    expect(fresh(html, 'xml')).toEqual(before)
    expect(before!.some(({ kind }) => kind === 'keyword')).toBe(true)
  })

  it('has a sound grammar for each language', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue()
    for (const grammar of Object.keys(GRAMMARS) as GrammarName[])
      expect(tokensOf('if "a" 1 // x\n# y\n<b>', grammar), grammar).not.toBeNull()
    expect(error).not.toHaveBeenCalled()
    error.mockRestore()
  })

  it('has colours with a contrast of at least 4.5:1 to its ground, by day and by night', () => {
    const [, light, dark] = /--surface: light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/.exec(CSS)!
    const colors = [...CSS.matchAll(/--code-([a-z]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g)]
    expect(colors.length).toBe(10)
    for (const [, name, day, night] of colors) {
      expect(contrast(day!, light!), `${name} by day`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(night!, dark!), `${name} by night`).toBeGreaterThanOrEqual(4.5)
    }
  })
})
