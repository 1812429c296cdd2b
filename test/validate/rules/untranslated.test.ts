import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { untranslated } from '../../../src/validate/rules/untranslated.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const same = (text: string, locale = 'fr-FR') => findingsOf(untranslated, sxs(101, text, text), locale)

describe('untranslated', () => {
  it.each([
    'Restart the server and wait.',
    'Click **Next** and then close the window',
    'How many gateways are needed?',
  ])('finds %s', (text) => {
    expect(same(text)).toMatchObject([{ actual: expect.any(String), place: [30, expect.any(Number)] }])
  })

  it('finds text that differs in spaces and quotation marks only', () => {
    const text = sxs(101, 'The name of the « pool » is :', 'The name of the "pool" is:')
    expect(findingsOf(untranslated, text)).toHaveLength(1)
  })

  it.each([
    ['a product name', 'Microsoft Lync Server 2013 Planning Guide'],
    ['three words', 'Restart the server'],
    ['words without an English function word', 'minutes services information configuration'],
    ['a third language', 'a) est compatible au moins avec la résolution « QCIF » ;', 'ja-JP'],
    ['code', '`Cannot use the domain of this tenant`'],
    ['a path', 'C:\\the\\path\\of\\all\\files'],
  ])('leaves %s alone', (_name, text, locale = 'fr-FR') => {
    expect(same(text, locale)).toEqual([])
  })

  it('leaves translations alone, and documents in the language of the source', () => {
    expect(
      findingsOf(untranslated, sxs(101, 'Redémarrez le serveur.', 'Restart the server and wait.')),
    ).toEqual([])
    expect(same('Restart the server and wait.', 'en-GB')).toEqual([])
  })

  it('is a hint where most other locales have it too', () => {
    const text = sxs(101, 'Restart the server and wait.', 'Restart the server and wait.')
    const unit = Object.values(
      parseDocument(new VFile(text), { path: 'doc.md', targetLocale: 'fr-FR' }).units,
    )[0]!
    const otherTranslations = () => ['de-DE', 'ja-JP'].map((locale) => ({ locale, target: unit.source! }))
    expect(findingsOf(untranslated, text, 'fr-FR', { otherTranslations })[0]!.severity).toBe('info')
  })
})
