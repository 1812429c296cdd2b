import { expect, it } from 'vitest'
import { documentIn } from '../../support/bilingual.ts'
import { checkLocales } from '../check-locales.ts'

const check = (texts: Record<string, string>) => checkLocales('locale-join', texts)
const A = ['101', 'x', 'Restart the server.'] as const
const B = ['102', 'y', 'Wait for 5 minutes until it is up.'] as const
const C = ['103', 'z', 'Nothing like the others at all.'] as const

it('finds nothing where all units are joined, whatever their ordinals', () => {
  expect(
    check({
      'fr-FR': documentIn('fr-FR', [A, B]),
      'de-DE': documentIn('de-DE', [
        ['7', 'x', A[2]],
        ['9', 'y', B[2]],
      ]),
    }),
  ).toEqual([])
})

it('reports a unit that no other locale has, and what a locale lacks', () => {
  const found = check({
    'fr-FR': documentIn('fr-FR', [A, B]),
    'de-DE': documentIn('de-DE', [A, C]),
    'it-IT': documentIn('it-IT', [A]),
  })
  expect(found.map(([place]) => place)).toEqual(['fr-FR 8 warning', 'de-DE 8 warning'])
  expect(found[0]![1]).toContain('without a counterpart in `de-DE` and `it-IT`: “Wait for 5 minutes')
  expect(found[1]![1]).toContain('`dede-103` (“Nothing like the others at all.”)')
})

it('is a hint where the translation is of an older source revision', () => {
  const found = check({
    'fr-FR': documentIn('fr-FR', [A, B], { 'ms.openlocfilehash': 'new', 'ms.lasthandoff': '12/01/2020' }),
    'de-DE': documentIn('de-DE', [A, C], { 'ms.openlocfilehash': 'old', 'ms.lasthandoff': '01/01/2020' }),
  })
  expect(found.map(([place]) => place)).toEqual(['fr-FR 10 info', 'de-DE 10 info'])
})

it('says why', () => {
  const same = 'Yes, but only then and there.'
  const found = check({
    'fr-FR': documentIn('fr-FR', [A, ['102', 'oui', same], ['103', 'oui', same], B]),
    'de-DE': documentIn('de-DE', [A, ['102', 'ja', same], B, ['9', 'leer', '']]),
  })
  expect(found.map(([, reason]) => /which .*$/.exec(reason)?.[0]).filter(Boolean)).toEqual([
    'which has several candidates for it',
    'which cannot be searched, because the unit has no source text',
  ])
})
