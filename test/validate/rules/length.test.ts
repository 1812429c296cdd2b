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

  it('finds half of a long translation where the document translates at greater length', () => {
    const full =
      '请按以下步骤在组织中的所有服务器上安装更新，然后重新启动每台服务器，并确认所有服务都已启动，用户可以登录并发送消息，最后检查日志。'
    const text =
      'Install the updates on all servers of the organization with these steps, restart each server, make sure that all services have started and that users can sign in and send messages, and check the logs at last.'
    const units = Array.from({ length: 20 }, (_, at) => sxs(101 + at, full, text)).join('\n\n')
    const half = sxs(201, full.slice(0, 30), text)
    expectFindings('length', `${units}\n\n${half}`, ['41 info'], { locale: 'zh-CN' })
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
