import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('charset', `${sxs(101, target, source)}\n`, expected, { locale })

describe('charset', () => {
  it.each([
    ['a replacement character', 'd\uFFFDmarrer'],
    ['one as a reference', 'd&#xFFFD;marrer'],
    ['a control character', 'd\u0008marrer'],
    ['a control character of the second range', 'als \u008F„x“'],
    ['wrongly decoded letters', 'dÃ©marrer'],
    ['a wrongly decoded quotation mark', 'lâ€™aide'],
    ['wrongly decoded Cyrillic', 'ÐŸÐµÑ€ÐµÐ·Ð°'],
    ['wrongly decoded Chinese', 'ä¸\u00ADæ–‡'],
    ['a wrongly decoded no-break space', 'démarrerÂ\u00A0!'],
    ['an overridden direction that is not closed', 'a \u202Eb'],
    ['an isolate that is not closed', 'a \u2067b'],
    ['an isolate that is closed otherwise', 'a \u2067b\u202C'],
    ['a new zero-width space', 'ser\u200Bveur'],
    ['a byte order mark', '\uFEFFserveur'],
  ])('finds %s', (_name, target) => {
    const isClosed = target.endsWith('\u202C')
    const [message] = find(target, 'start', isClosed ? ['1 error', '1 info'] : ['1 error'])
    expect(message!.note).toMatch(/\.$/)
  })

  it('tells what wrongly decoded text stands for, and where it is', () => {
    const [message] = find('dÃ©marrer', 'start', ['1 error'])
    expect(message).toMatchObject({
      actual: 'Ã©',
      expected: ['é'],
      place: { start: { column: 32 }, end: { column: 34 } },
    })
  })

  it.each([
    ['capitals before quotation marks', '«AMANHû NÃO, À GENÈVE…, CAFÉ»', 'pt-PT'],
    ['letters before French marks', 'activé » né… à « été » çà', 'fr-FR'],
    ['direction that is closed', '\u2067שלום\u2069 \u202Bab\u202C', 'he-IL'],
    ['emoji that are joined', '👩\u200D💻 ❤\uFE0F', 'fr-FR'],
    ['a zero-width space in Khmer', 'ភាសា\u200Bខ្មែរ', 'km-KH'],
    ['one in Thai', 'ภาษา\u200Bไทย', 'th-TH'],
    ['a non-joiner in Persian', 'می\u200Cخواهم', 'fa-IR'],
    ['a soft hyphen and no-break spaces', 'Server\u00ADpool 5\u202F%\u00A0!', 'de-DE'],
  ])('finds nothing with %s', (_name, target, locale) => {
    find(target, 'start', [], locale)
  })

  it('hints once per document at directional marks that change little', () => {
    const text = [
      sxs(101, 'أمر\u202C', 'Order'),
      sxs(102, '\u200F\u202Bإجراءات **الكسر\u202C\u200F\u202B**.', 'Actions'),
      sxs(103, '\u2067شيء\u2069\u2069', 'Thing'),
      sxs(104, '\u202Bشيء\u202C', 'Thing'),
    ].join('\n\n')
    const [message] = expectFindings('charset', `${text}\n`, ['1 info'], { locale: 'ar-SA' })
    expect(message!.reason).toContain('U+202C without partner in 3 translations of this document')
    expect(message!.place).toMatchObject({ start: { column: 34 }, end: { column: 35 } })
  })

  it('takes for a hint what the source text has as well, and for meant what is invisible there', () => {
    find('dÃ©marrer', 'dÃ©but', ['1 info'])
    find('ser\u200Bveur', 'ser\u200Bver', [])
  })
})
