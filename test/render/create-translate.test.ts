import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/read/read-locales.ts'
import { createTranslate, type LabelTree } from '../../src/render/create-translate.ts'

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

  it('gives what i18next gives for labels that only name values', () => {
    const odd = {
      x: '{{a}}{{b}} {{ a }}',
      y: '$t(x) {{a}}{{a}}',
      z: '',
      u: '{{count}} {{a}}',
      n_one: 'one',
      n_other: '{{a}}',
    }
    const labels: Record<string, LabelTree> = { ...readLocales(), 'en-GB': odd }
    const { translate } = createTranslate(labels)
    const leavesOf = (tree: LabelTree, path = ''): [string, string][] =>
      Object.entries(tree).flatMap(([name, below]) =>
        typeof below === 'string' ? [[path + name, below]] : leavesOf(below, `${path}${name}.`),
      )
    const texts = ['x', '', '{{number}} $t(page.copy) $1 $& {{{a}}', '<&"', 7, -0.5]
    for (const [locale, from] of [
      ['fr-FR', 'fr-FR'],
      ['ar-SA', 'ar-SA'],
      ['fr-CA', 'fr-FR'],
      ['xx', 'en-US'],
      ['en-GB', 'en-GB'],
    ] as const)
      for (const [key, label] of leavesOf(labels[from]!))
        for (const at of texts.keys()) {
          const names = [...label.matchAll(/\{\{ ?(\w+)/g)].map(([, name = '']) => name)
          const values = Object.fromEntries(
            names.map((name, index) => [name, texts[(at + index) % texts.length]]),
          )
          // Where there are values that the label does not name, i18next makes it.
          expect(translate(locale, key, values), `${locale} ${key}`).toBe(
            translate(locale, key, { ...values, other: at }),
          )
        }
  })

  it('does not interpolate what a value holds', () => {
    const { translate } = createTranslate(LABELS)
    expect(translate('fr-FR', 'greet', { name: '{{count}} $t(only)', count: 7 })).toBe(
      'Bonjour {{count}} $t(only)',
    )
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
