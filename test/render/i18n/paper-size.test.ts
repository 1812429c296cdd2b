import { expect, it } from 'vitest'
import { paperOf } from '../../../src/render/i18n/paper-size.ts'

it.each([
  ['en-US', 'letter'],
  ['en', 'letter'],
  ['en-GB', 'a4'],
  ['fr-FR', 'a4'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
  ['es-419', 'a4'],
  ['ja-JP', 'a4'],
  ['zh-Hant-TW', 'a4'],
  ['not a tag', 'a4'],
] as const)('is that of the region: %s on %s', (locale, paper) => {
  expect(paperOf(locale)).toBe(paper)
})

it('is what the settings tell, wherever', () => {
  expect(paperOf('en-US', 'a4')).toBe('a4')
  expect(paperOf('fr-FR', 'letter')).toBe('letter')
})
