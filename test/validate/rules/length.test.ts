import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const long =
  'Restart the server after you have installed all of the updates that are listed in the table below.'
const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('length', `${sxs(101, target, source)}\n`, expected, { locale })

describe('length', () => {
  it('finds a translation that is far too short or too long', () => {
    const [short] = find('Redémarrez le serveur.', long, ['1 info'])
    expect(short!.note).toContain('missing')
    const [much] = find(`Redémarrez. ${'Installez toutes les mises à jour. '.repeat(9)}`, long, ['1 info'])
    expect(much!.note).toContain('another unit')
  })

  it('is wider for languages that were not learned', () => {
    find('Restart.', long, ['1 info'], 'it-IT')
    find('安装下表所列的所有更新后重新启动服务器。', long, [], 'zh-CN')
    find('重启', long, ['1 info'], 'zh-CN')
  })

  it.each([
    ['short texts', 'Non.', 'That is not possible.'],
    [
      'names that are abbreviated',
      'Appels RTC entrants',
      'Incoming public switched telephone network (PSTN) calls now',
    ],
    ['texts that were not translated', long, long],
    [
      'a usual translation',
      'Redémarrez le serveur après avoir installé toutes les mises à jour du tableau ci-dessous.',
      long,
    ],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('does not count a title that a translation in another script has in both languages', () => {
    const title = 'Enabling Lync Media to Bypass a VPN Tunnel'
    find(`${title} (Lync メディアが VPN トンネルをバイパスするようにする)`, title, [], 'ja-JP')
    find(`${title} (${title} ${title} ${title})`, title, ['1 info'], 'ja-JP')
  })

  it('finds nothing where neither language is known', () => {
    find('Redémarrez.', long, [], 'xx')
  })
})
