import { describe, expect, it } from 'vitest'
import { readLocales } from '../../src/read/read-locales.ts'
import { assertLabels } from '../../src/render/i18n/assert-labels.ts'

type Labels = { readonly [key: string]: string | Labels }

const REQUIRED = 'ar-SA de-DE en-US es-ES fr-FR it-IT ja-JP ko-KR pt-BR ru-RU zh-CN zh-TW'.split(' ')
const locales = readLocales()
const english = flatten(locales['en-US']!)
const PLURAL = /_(?:zero|one|two|few|many|other)$/

/** Labels by full key. */
function flatten(labels: Labels, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(labels)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [below, text] of flatten(value, `${prefix}${key}.`)) flat.set(below, text)
  }
  return flat
}

const stems = (labels: Map<string, string>) =>
  [...new Set([...labels.keys()].map((key) => key.replace(PLURAL, '')))].sort()
const placeholders = (text: string) => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(String).sort()

describe('the labels of every locale', () => {
  it('are there for every locale that is promised', () => {
    expect(Object.keys(locales)).toEqual(expect.arrayContaining(REQUIRED))
  })

  describe.each(REQUIRED)('%s', (locale) => {
    const labels = flatten(locales[locale] ?? {})
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const plurals = [...english.keys()]
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, ''))

    it('meets what is asked of the labels of plugins', () => {
      const [own, english] = [locales[locale]!, locales['en-US']!]
      assertLabels({ locale, labels: own, english, isWhole: true, source: 'locales/' })
    })

    it('has every key and no other', () => {
      expect(stems(labels)).toEqual(stems(english))
    })

    it('has exactly the plural forms of its language', () => {
      for (const stem of new Set(plurals)) {
        const forms = [...labels.keys()].filter((key) => key.startsWith(`${stem}_`)).sort()
        expect(forms).toEqual(categories.map((category) => `${stem}_${category}`).sort())
      }
    })

    it('has the placeholders of English; only a form for one number may leave out the number', () => {
      for (const [key, text] of labels) {
        const expected = placeholders(english.get(key) ?? english.get(key.replace(PLURAL, '_other'))!)
        if (/_(?:zero|one|two)$/.test(key) && !placeholders(text).length) continue
        expect(placeholders(text), key).toEqual(expected)
      }
    })

    it('leaves no label empty or with white space at its ends', () => {
      for (const [key, text] of labels) expect(text, key).toBe(text.trim())
      expect([...labels.values()].filter((text) => text === '')).toEqual([])
    })
  })
})
