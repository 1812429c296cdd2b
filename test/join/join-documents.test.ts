import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { editionOf } from '../../src/join/edition-of.ts'
import { joinDocuments } from '../../src/join/join-documents.ts'
import type { BilingualDocument } from '../../src/model/document.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { documentIn, pair } from '../support/bilingual.ts'

/** A document of units in a locale: ordinal, target, source. */
function read(
  locale: string,
  units: readonly (readonly [string, string | null, string])[],
  { hash = 'h1', handoff = '01/01/2020' } = {},
): BilingualDocument {
  const front = { 'ms.openlocfilehash': hash, 'ms.sourcegitcommit': hash, 'ms.lasthandoff': handoff }
  return parseDocument(new VFile(documentIn(locale, units, front)), { path: 'a.md' })
}

const A = ['101', 'Redémarrez.', 'Restart the server.'] as const
const B = ['102', 'Attendez 5 minutes.', 'Wait for 5 minutes until it is up.'] as const
const AB = 'Restart the server. Wait for 5 minutes until it is up.'

describe('joinDocuments', () => {
  it('joins units of one hand-off by ordinal where the source text is equal', () => {
    const joined = joinDocuments([
      read('fr-FR', [A, B]),
      read('de-DE', [
        ['101', 'Neu starten.', A[2]],
        ['102', 'Warten Sie.', B[2]],
      ]),
    ])
    expect(joined.base).toBe('fr-FR')
    expect(Object.keys(joined.units)).toEqual(['101', '102'])
    expect(joined.units['101']!.targets['de-DE']).toMatchObject({
      join: 'ordinal',
      units: [{ key: 'dede-101', id: 'dede-101', target: { text: 'Neu starten.' } }],
    })
    expect(joined.units['101']!.targets['fr-FR']!.join).toBe('base')
    expect(joined.skeleton.sharedBy).toEqual(['de-DE', 'fr-FR'])
    expect(joined.locales['de-DE']).toMatchObject({ revision: 'newest', unjoined: [], missing: [] })
    expect(joined.locales['de-DE']!.own).toBeUndefined()
  })

  it('does not trust an ordinal whose source text differs', () => {
    const { units } = joinDocuments([
      read('fr-FR', [A, B]),
      read('de-DE', [
        ['101', 'Warten Sie.', B[2]],
        ['102', 'Neu starten.', A[2]],
      ]),
    ])
    expect(units['101']!.targets['de-DE']).toMatchObject({ join: 'text', units: [{ key: 'dede-102' }] })
    expect(units['102']!.targets['de-DE']).toMatchObject({ join: 'text', units: [{ key: 'dede-101' }] })
  })

  it('joins several units with the one that they were merged into, both ways', () => {
    const apart = read('fr-FR', [A, B])
    const merged = read('de-DE', [['p101', 'Neu starten und warten.', AB]])
    const one = joinDocuments([apart, merged])
    expect(one.units['101']!.targets['de-DE']).toMatchObject({
      join: 'concatenation',
      units: [{ key: 'dede-p101' }],
    })
    expect(one.units['102']!.targets['de-DE']).toMatchObject({ units: [], continues: '101' })
    expect(one.locales['de-DE']!.missing).toEqual([])

    const newer = read('de-DE', [['p101', 'Neu starten und warten.', AB]], {
      hash: 'h2',
      handoff: '12/31/2020',
    })
    const other = joinDocuments([newer, apart])
    expect(Object.keys(other.units)).toEqual(['p101'])
    expect(other.units.p101).toMatchObject({ key: 'p101' })
    expect(other.units.p101!.targets['fr-FR']!.units.map(({ key }) => key)).toEqual(['frfr-101', 'frfr-102'])
  })

  it('takes the units of the newest source revision, and keeps what an older translation has besides', () => {
    const joined = joinDocuments([
      read('fr-FR', [
        A,
        ['102', 'Attendez.', 'Wait for 9 minutes until it is up.'],
        ['103', 'Vieux.', 'Something quite obsolete.'],
      ]),
      read(
        'de-DE',
        [
          ['101', 'Neu.', A[2]],
          ['102', 'Warten.', B[2]],
          ['104', 'Neues.', 'That is new in here.'],
        ],
        {
          hash: 'h2',
          handoff: '12/31/2020',
        },
      ),
    ])
    expect(joined.base).toBe('de-DE')
    expect(joined.locales['fr-FR']).toMatchObject({ revision: 'older', missing: ['104'] })
    expect(joined.locales['fr-FR']!.unjoined).toMatchObject([
      { unit: { key: 'frfr-103' }, reason: 'no-counterpart' },
    ])
    expect(joined.locales['fr-FR']!.own).toBeDefined()
    expect(joined.units['102']!.targets['fr-FR']).toMatchObject({
      join: 'similarity',
      similarity: 0.875,
      units: [{ source: { text: 'Wait for 9 minutes until it is up.' } }],
    })
  })

  it('keeps every unit of every locale: joined, or with the reason why not', () => {
    const other = read(
      'de-DE',
      [
        ['101', 'x', ''],
        ['101', 'y', 'Odd.'],
        ['777', 'z', 'Never heard of that.'],
      ],
      { hash: 'h9' },
    )
    const joined = joinDocuments([read('fr-FR', [A, B, A]), other])
    const kept = [
      ...Object.values(joined.units).flatMap(
        ({ targets }) => targets['de-DE']?.units.map(({ key }) => key) ?? [],
      ),
      ...joined.locales['de-DE']!.unjoined.map(({ unit }) => unit.key),
    ]
    expect(kept.sort()).toEqual(Object.keys(other.units).sort())
    expect(joined.locales['de-DE']!.unjoined.find(({ unit }) => unit.key === 'dede-101')!.reason).toBe(
      'source-missing',
    )
    expect(Object.keys(joined.units)).toEqual(['101', '102', '101~2'])
  })

  it('takes the units of the document that is least damaged', () => {
    const damaged = read('de-DE', [['101', null, A[2]]])
    expect(joinDocuments([damaged, read('fr-FR', [A, B])]).base).toBe('fr-FR')
  })

  it('keeps the order of the document, whatever the ids look like', () => {
    const german = read('de-DE', [['p3', 'Alles.', `${A[2]} ${B[2]} Then go on with it.`]])
    const french = read('fr-FR', [
      ['9', 'a', A[2]],
      ['7', 'b', B[2]],
      ['5', 'c', 'Then go on with it.'],
    ])
    const joined = joinDocuments([french, german])
    expect(joined.order).toEqual(['9', '7', '5'])
    expect(editionOf(joined, 'de-DE').units['9']!.source!.text).toBe(`${A[2]} ${B[2]} Then go on with it.`)
    const bare = [`${pair('9', 'a', A[2])}`, `${pair('5', 'b', B[2])}`].join('\n\n')
    const merged = read('de-DE', [['p3', 'Alles.', AB]])
    const other = joinDocuments([
      parseDocument(new VFile(bare), { path: 'a.md', targetLocale: 'it-IT' }),
      merged,
    ])
    expect(other.locales['de-DE']!.unjoined).toEqual([])
  })

  it('joins the units of included files', () => {
    const texts = (locale: string) => ({
      'a.md': `---\nms.contentlocale: ${locale}\n---\n\n[!INCLUDE [x](b.md)]\n`,
      'b.md': pair(`${locale.slice(0, 2)}000-101`, locale, 'Included text.'),
    })
    const parse = (locale: string) => {
      const files: Record<string, string> = texts(locale)
      return parseDocument(new VFile(files['a.md']!), {
        path: 'a.md',
        resolve: (_, path) => ({ status: 'found', path, text: files[path]! }),
      })
    }
    const joined = joinDocuments([parse('fr-FR'), parse('de-DE')])
    expect(joined.includedUnits['b.md#101']!.targets['de-DE']!.units[0]!.target!.text).toBe('de-DE')
    expect(joined.skeleton.sharedBy).toEqual(['de-DE', 'fr-FR'])
  })
})

describe('editionOf', () => {
  const apart = read('fr-FR', [A, B])
  const merged = read('de-DE', [['p101', 'Neu starten und warten.', AB]])
  const newer = read('de-DE', [['p101', 'Neu starten und warten.', AB]], {
    hash: 'h2',
    handoff: '12/31/2020',
  })

  it('puts a merged translation into the first place and nothing into the others', () => {
    const { units } = editionOf(joinDocuments([apart, merged]), 'de-DE')
    expect(units['101']).toMatchObject({
      id: 'dede-p101',
      source: { text: AB },
      target: { text: 'Neu starten und warten.' },
    })
    expect(units['102']!.target!.text).toBe('')
  })

  it('puts all parts into the place of what they were merged into', () => {
    const { units } = editionOf(joinDocuments([newer, apart]), 'fr-FR')
    expect(units.p101!.target!.text).toBe('Redémarrez. Attendez 5 minutes.')
  })

  it('leaves out translations of an earlier source text unless told to keep them', () => {
    const joined = joinDocuments([
      read('fr-FR', [['102', 'Attendez 9 minutes.', 'Wait for 9 minutes until it is up.']]),
      read('de-DE', [B], { hash: 'h2', handoff: '12/31/2020' }),
    ])
    expect(editionOf(joined, 'fr-FR').units['102']!.target).toBeNull()
    expect(editionOf(joined, 'fr-FR', { keepStale: true }).units['102']!.target!.text).toBe(
      'Attendez 9 minutes.',
    )
  })

  it('of a locale that has none is the source in all places', () => {
    const edition = editionOf(joinDocuments([apart]), 'ar-SA')
    expect(edition).toMatchObject({ targetLocale: 'ar-SA', title: { target: apart.title.source } })
    expect(Object.values(edition.units).map(({ target }) => target)).toEqual([null, null])
  })
})
