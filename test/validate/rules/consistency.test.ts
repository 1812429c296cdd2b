import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const unit = (id: number, target: string, source = 'Restart the server.') => `${sxs(id, target, source)}\n\n`
const usual = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => unit(100 + id, 'Redémarrez le serveur.')).join('')

describe('consistency', () => {
  it('reports the few in their document, with what the others have', () => {
    const files = { 'other.md': usual }
    const [message] = expectFindings('consistency', unit(101, 'Relancez l’ordinateur.'), ['1 info'], {
      files,
    })
    expect(message).toMatchObject({ actual: 'Relancez l’ordinateur.', expected: ['Redémarrez le serveur.'] })
    expect(message!.place).toMatchObject({ start: { line: 1, column: 31, offset: 30 } })
  })

  it('needs a majority', () => {
    expectFindings(
      'consistency',
      usual + unit(110, 'Relancez.') + unit(111, 'Relancez.') + unit(112, 'Relancez.'),
      [],
    )
    expectFindings('consistency', usual.slice(0, usual.length / 2) + unit(110, 'Relancez.'), [])
  })

  it.each([
    ['letter case, spaces and punctuation', usual + unit(110, 'redémarrez  le  Serveur')],
    ['headings and running text', `${usual}## ${unit(110, 'Redémarrage du serveur')}`],
    [
      'texts of one or two words',
      usual.replaceAll('Restart the server.', 'Restart it') + unit(110, 'Relancez', 'Restart it'),
    ],
  ])('leaves differences of %s alone', (_name, text) => {
    expectFindings('consistency', text, [])
  })
})
