import { expect, it } from 'vitest'
import { localeOfPath } from '../../../src/read/locales/locale-of-path.ts'

it.each([
  ['/docs/fr-FR/a.md', 'fr-FR'],
  ['/docs/fr-fr/sub/a.md', 'fr-FR'],
  ['/docs/zh-Hant-TW/a.md', 'zh-Hant-TW'],
  ['/docs/es-419/a.md', 'es-419'],
  ['/en-US/docs/de-DE/a.md', 'de-DE'],
  ['C:\\docs\\ja-JP\\a.md', 'ja-JP'],
])('%s is in %s', (path, locale) => {
  expect(localeOfPath(path)).toBe(locale)
})

it.each([
  '/docs/a.md',
  '/docs/fr/a.md',
  '/docs/add-in/a.md',
  '/docs/fr-FR.md',
  '/docs/fr-XY/a.md',
  '/docs/qq-FR/a.md',
])('%s tells no locale', (path) => {
  expect(localeOfPath(path)).toBeUndefined()
})

it('prefers a folder written the usual way to a nearer one that may be words', () => {
  expect(localeOfPath('/docs/fr-FR/to-do/a.md')).toBe('fr-FR')
})
