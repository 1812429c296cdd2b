import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('brackets', `${sxs(101, target, source)}\n`, expected, { locale })

describe('brackets', () => {
  it('finds a bracket that is not closed, and one that is not opened', () => {
    const [message] = find('le serveur (pool', 'the server (pool)', ['1 info'])
    expect(message!.reason).toContain('`(`')
    find('le serveur pool)', 'the server (pool)', ['1 info'])
    find('nvarchar[128', 'nvarchar[128]', ['1 info'])
  })

  it('folds full-width brackets', () => {
    find('服务器（池)', 'the server (pool)', [], 'zh-CN')
    find('服务器（池', 'the server (pool)', ['1 info'], 'zh-CN')
  })

  it.each([
    ['another number of pairs', 'le serveur', 'the server (FQDN)'],
    ['marks of lists', '1) un, a) deux', 'one, two'],
    ['smileys', 'Bonjour :-) et :(', 'Hello'],
    ['an unbalanced source text', 'le serveur (pool', 'the server (pool'],
    ['code', 'tapez `(` puis', 'type `(` then'],
    ['crossing brackets', 'dans [0, 1)', 'in [0, 1)'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('checks Japanese', () => {
    find('サーバー（プール', 'the server (pool)', ['1 info'], 'ja-JP')
    find('「サーバー」 (プール）', 'the server (pool)', [], 'ja-JP')
    find('手順は、1) 開く。2) 閉じる。', 'Do this: 1) open, 2) close.', [], 'ja-JP')
  })
})
