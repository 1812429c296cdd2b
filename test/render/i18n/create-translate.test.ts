import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/read/read-locales.ts'
import { createTranslate } from '../../../src/render/i18n/create-translate.ts'

const LABELS = {
  'en-US': {
    greet: 'Hello {{name}}',
    only: 'English only',
    n_one: '{{count, number}} file',
    n_other: '{{count, number}} files',
  },
  'fr-FR': {
    greet: 'Bonjour {{name}}',
    n_one: '{{count, number}} fichier',
    n_many: 'm',
    n_other: '{{count, number}} fichiers',
  },
}

describe('createTranslate', () => {
  it('interpolates without escaping, which is the template’s task', () => {
    const { translate } = createTranslate(LABELS)
    expect(translate('fr-FR', 'greet', { name: '<b>&"' })).toBe('Bonjour <b>&"')
  })

  it('does not interpolate what a value holds', () => {
    const { translate } = createTranslate(LABELS)
    const name = '{{count}} {{{name}} $t(only) $1 $& $$'
    expect(translate('fr-FR', 'greet', { name, count: 7 })).toBe(`Bonjour ${name}`)
    expect(translate('fr-FR', 'greet', { name })).toBe(`Bonjour ${name}`)
  })

  it('picks the plural form of the language and writes numbers its way', () => {
    const { translate } = createTranslate(LABELS)
    expect(translate('fr-FR', 'n', { count: 0 })).toBe('0 fichier')
    expect(translate('en-US', 'n', { count: 0 })).toBe('0 files')
    expect(translate('en-US', 'n', { count: 12345 })).toBe('12,345 files')
    expect(translate('fr-FR', 'n', { count: 12345 }).replace(/\s/gu, ' ')).toBe('12 345 fichiers')
  })

  it('gives the six Arabic and the three Russian forms of whole numbers', () => {
    const { translate } = createTranslate(readLocales())
    const forms = (locale: string, counts: readonly number[]) =>
      new Set(
        counts.map((count) => translate(locale, 'index.documents', { count }).replace(/\p{Nd}+/gu, '#')),
      )
    expect(forms('ar-SA', [0, 1, 2, 3, 11, 100]).size).toBe(6)
    expect(forms('ru-RU', [1, 2, 5])).toEqual(new Set(['# документ', '# документа', '# документов']))
  })

  it('tells which labels fell back and from where', () => {
    const { translate, fallbacks } = createTranslate(LABELS)
    expect(translate('fr-FR', 'greet', { name: '' })).toBe('Bonjour ')
    expect(fallbacks()).toEqual([])
    expect(translate('fr-FR', 'only')).toBe('English only')
    expect(translate('fr-CA', 'greet', { name: 'x' })).toBe('Bonjour x')
    expect(fallbacks()).toEqual([
      { locale: 'fr-CA', key: 'greet', from: 'fr-FR' },
      { locale: 'fr-FR', key: 'only', from: 'en-US' },
    ])
  })

  it('falls back to English for what is no locale', () => {
    const { translate } = createTranslate(LABELS)
    expect(translate('not a locale', 'n', { count: 2 })).toBe('2 files')
    expect(translate('', 'only')).toBe('English only')
  })

  it('throws for a key that no locale has', () => {
    expect(() => createTranslate(LABELS).translate('fr-FR', 'nonesuch')).toThrow(/“nonesuch”/)
  })

  it('leaves the global instance of i18next alone', () => {
    createTranslate(LABELS)
    expect(i18next.isInitialized).toBeFalsy()
  })
})
