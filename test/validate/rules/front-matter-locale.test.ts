import { describe, expect, it } from 'vitest'
import { expectFindings } from '../check-text.ts'

const find = (yaml: string, expected: string[], expectedLocale?: string) =>
  expectFindings(
    'front-matter-locale',
    `---\n${yaml}\n---\n\ntext\n`,
    expected,
    expectedLocale ? { expectedLocale } : {},
  )

describe('front-matter-locale', () => {
  it.each([['french'], ['fr_FR'], ['"fr FR"'], ['12'], ['[fr-FR]'], ['""']])(
    'finds %s, which is no tag',
    (value) => {
      find(`title: a\nms.contentlocale: ${value}`, ['3 error'])
      find(`title: a\nms.contentlocale: ${value}`, ['3 error'], 'fr-FR')
    },
  )

  it('finds another locale than that of the folder', () => {
    const [message] = find('ms.contentlocale: de-DE', ['2 error'], 'fr-fr')
    expect(message).toMatchObject({ actual: 'de-DE', expected: ['fr-FR'] })
  })

  it('finds a hand-off without a locale', () => {
    find('title: a\nms.openlocfilehash: 0123', ['1 warning'], 'fr-FR')
  })

  it('finds nothing where the locale is that of the folder, however written', () => {
    find('ms.contentlocale: fr-fr', [], 'fr-FR')
    find('ms.contentlocale: fr-FR', [])
  })

  it('asks for nothing where nothing was handed off or no locale is expected', () => {
    find('title: a', [], 'fr-FR')
    find('ms.openlocfilehash: 0123', [])
  })
})
