import { describe, expect, it } from 'vitest'
import { codeEqual } from '../../../src/validate/rules/code-equal.ts'
import { repair } from '../apply-fixes.ts'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('code-equal', `${sxs(101, target, source)}\n`, expected)

describe('code-equal', () => {
  it('finds translated code, at its place', () => {
    const [message] = find('Exécutez `Obtenir`', 'Run `Get`', ['1 error'])
    expect(message).toMatchObject({ actual: 'Obtenir', expected: ['Get'], place: { start: { column: 40 } } })
  })

  it('finds lost code, and points to the missing backtick', () => {
    find('Un', 'One `two`', ['1 error'])
    const [message] = find('Lancez `Get', 'Run `Get`', ['1 error'])
    expect(message!.note).toContain('backtick')
  })

  it('finds code too many', () => {
    find('`a` et `b`', '`a`', ['1 error'])
  })

  it('warns where only the number differs', () => {
    find('`a` et `a`', '`a`', ['1 warning'])
    find('`a`', '`a` and `a`', ['1 warning'])
  })

  it('gives a hint where placeholders or sentences were translated', () => {
    find('`Get-User <nom>`', '`Get-User <name>`', ['1 info'])
    find('`Votre message a été envoyé`', '`Your message has been sent`', ['1 info'])
  })

  it.each([
    ['another order', '`b` et `a`', '`a` and `b`'],
    ['spaces at the ends', '` a ` et `b  c`', '`a` and `b c`'],
    ['markup of another kind', '<code>a</code>', '`a`'],
    ['no code', 'un', 'one'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it.each([
    ['a changed command', '状态 $\\ket{0}$ 的 $\\票证{1}$', 'The state $\\ket{0}$ or $\\ket{1}$'],
    ['a space after a backslash', '函数 $\\ psi_j$', 'The function $\\psi_j$'],
    ['a full-width comma', '函数 $f(a，b)$', 'The function $f(a,b)$'],
    ['another letter case', '矩阵 $m$', 'The matrix $M$'],
    ['a lost formula', '首先， $ f 的 $ 输入', 'First, $f$ may have an input'],
  ])('warns of %s in a formula', (_name, target, source) => {
    find(target, source, ['1 warning'])
  })

  it.each([
    ['spaces', '$ U _ 2 (t) = \\left ( a \\right) $', '$U_2(t)=\\left(a\\right)$'],
    ['words', '$a \\text{ 和 } b$', '$a \\text{ and } b$'],
    ['escapes', '$h\\_{i}$', '$h_{i}$'],
    ['a final mark', '$$a$$。', '$$a.$$'],
    ['prices', '10 $ et 20 $', '$10 and $20'],
  ])('finds nothing where %s differ in a formula', (_name, target, source) => {
    find(target, source, [])
  })

  it('repairs the one piece of code that differs', () => {
    const text = (target: string) => sxs(101, target, 'Run ``a`b`` and `c`')
    expect(repair(codeEqual, text('Voir `c` et `d e`'))).toBe(text('Voir `c` et ``a`b``'))
    expect(repair(codeEqual, text('Voir `f` et `d e`'))).toBe(text('Voir `f` et `d e`'))
  })
})
