import { describe, expect, it } from 'vitest'
import { comparableUrl } from '../../src/validate/comparable-url.ts'

const locales = { sourceLocale: 'en-US', targetLocale: 'fr-FR' }
const key = (url: string) => comparableUrl(url, locales)

describe('comparableUrl', () => {
  it.each([
    ['https://learn.microsoft.com/en-us/x', 'https://learn.microsoft.com/fr-fr/x'],
    ['https://learn.microsoft.com/en-us/x', 'https://learn.microsoft.com/FR-fr/x'],
    ['https://learn.microsoft.com/x', 'https://learn.microsoft.com/fr-fr/x'],
    ['/en-us/x', '/fr-fr/x'],
    ['https://contoso.com/a?ui=en-US&rs=en-US&ad=US', 'https://contoso.com/a?ui=fr-FR&rs=fr-FR&ad=FR'],
    ['HTTPS://Contoso.com/x', 'https://contoso.com/x'],
    ['https://contoso.com', 'https://contoso.com/'],
    ['a%20b.md', 'a b.md'],
    ['mailto:Bob@contoso.com', 'mailto:bob@contoso.com'],
    ['x.md?lang=en#a', 'x.md?lang=fr#a'],
  ])('takes %s and %s for equal', (a, b) => {
    expect(key(a)).toBe(key(b))
  })

  it.each([
    ['https://contoso.com/en-us/x', 'https://contoso.com/fr-fr/y'],
    ['https://contoso.com/de-de/x', 'https://contoso.com/fr-fr/x'],
    ['https://contoso.com/X', 'https://contoso.com/x'],
    ['x.md#a', 'x.md#b'],
    ['x.md', 'y.md'],
    ['?tabs=a', '?tabs=b'],
    ['fr-fr', 'en-us'],
  ])('tells %s from %s', (a, b) => {
    expect(key(a)).not.toBe(key(b))
  })

  it('takes broken percent-encoding as it is', () => {
    expect(key('a%E0%A4.md')).toBe('a%E0%A4.md')
  })
})
