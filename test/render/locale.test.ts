import { describe, expect, it } from 'vitest'
import { directionOf } from '../../src/render/i18n/direction-of.ts'
import { languageName, ownLanguageName } from '../../src/render/i18n/language-name.ts'
import { localeChain, safeTag } from '../../src/render/i18n/locale-chain.ts'

describe('localeChain', () => {
  const available = ['ar-SA', 'de', 'de-DE', 'en-US', 'fr-FR', 'pt-BR', 'sr-Latn-RS', 'zh-CN', 'zh-TW']

  it.each([
    ['fr-FR', ['fr-FR', 'en-US']],
    ['FR-fr', ['fr-FR', 'en-US']],
    ['fr-CA', ['fr-FR', 'en-US']],
    ['de-AT', ['de', 'de-DE', 'en-US']],
    ['zh-HK', ['zh-TW', 'en-US']],
    ['zh-SG', ['zh-CN', 'en-US']],
    ['zh-Hant', ['zh-TW', 'en-US']],
    ['sr-RS', ['en-US']],
    ['en-GB', ['en-US']],
    ['nb-NO', ['en-US']],
    ['fr_FR', ['en-US']],
    ['', ['en-US']],
  ])('of %s is %j', (locale, chain) => {
    expect(localeChain(locale, available)).toEqual(chain)
  })
})

describe('directionOf', () => {
  it.each(['ar-SA', 'he-IL', 'fa', 'ur-PK', 'ckb', 'az-Arab', 'dv'])(
    '%s is written from right to left',
    (locale) => {
      expect(directionOf(locale)).toBe('rtl')
    },
  )

  it.each(['fr-FR', 'az', 'ja-JP', 'no locale', ''])('%s is written from left to right', (locale) => {
    expect(directionOf(locale)).toBe('ltr')
  })
})

describe('languageName', () => {
  it('names a locale in its own language, beginning with a capital letter', () => {
    expect(languageName('fr-FR')).toBe('Français (France)')
    expect(languageName('en-US')).toBe('English (United States)')
    expect(languageName('ja-JP')).toBe('日本語 (日本)')
  })

  it('gives back what is no locale', () => {
    expect(languageName('<x>')).toBe('<x>')
  })
})

describe('ownLanguageName', () => {
  it.each([
    ['fr-FR', ['fr-FR', 'en-US'], 'français'],
    ['fr-CA', ['fr-CA', 'fr-FR'], 'français (Canada)'],
    ['pt-BR', ['pt-BR'], 'português (Brasil)'],
    ['zh-CN', ['zh-CN', 'zh-TW'], '简体中文'],
    ['zh-TW', ['zh-TW'], '繁體中文'],
    ['zh-HK', ['zh-HK', 'zh-TW'], '繁體中文（香港）'],
    ['sr-Latn-RS', ['sr-Latn-RS', 'de-DE'], 'srpski'],
    ['sr-Latn-RS', ['sr-Latn-RS', 'sr-Cyrl-RS'], 'srpski (latinica)'],
    ['id-ID', ['id-ID'], 'Bahasa Indonesia'],
    ['ar-SA', ['ar-SA', 'fr-FR'], 'العربية'],
    ['<x>', ['<x>'], '<x>'],
  ])('names %s among %j as people write it: %s', (locale, others, name) => {
    expect(ownLanguageName(locale, others)).toBe(name)
  })
})

describe('safeTag', () => {
  it('gives a tag that Intl takes, whatever it is given', () => {
    for (const tag of ['fr-FR', 'fr_FR', '', '-', 'x'.repeat(99)]) {
      expect(() => new Intl.DateTimeFormat(safeTag(tag))).not.toThrow()
    }
  })
})
