import { describe, expect, it } from 'vitest'
import { alertKeyword } from '../../../src/validate/rules/alert-keyword.ts'
import { repair } from '../apply-fixes.ts'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('alert-keyword', `${text}\n`, expected)
const body = sxs(101, 'Un.', 'One.')

describe('alert-keyword', () => {
  it('finds a translated keyword outside of units, at its place', () => {
    const [message] = find(`a\n\n> [!REMARQUE]\n> ${body}`, ['3 error'])
    expect(message).toMatchObject({
      actual: '[!REMARQUE]',
      expected: ['[!NOTE]'],
      place: { start: { line: 3, column: 4 }, end: { line: 3, column: 13 } },
    })
  })

  it('finds it after units', () => {
    find(`${body}\n\n- ${body}\n  > [!WICHTIG]\n  > ${body}`, ['4 error'])
  })

  it('finds a space before the keyword, and a keyword that means nothing', () => {
    find(`> [! NOTE]\n> ${body}`, ['1 error'])
    const [message] = find(`> [!FOO]\n> ${body}`, ['1 error'])
    expect(message!.expected).toHaveLength(5)
  })

  it('finds keywords inside of units, and lost ones', () => {
    find(`> ${sxs(101, '[!AVERTISSEMENT] Un.', '[!WARNING] One.')}`, ['1 error'])
    find(`> ${sxs(101, '[! NOTE] Un.', '[!NOTE] One.')}`, ['1 error'])
    find(`> ${sxs(101, 'Remarque : un.', '[!NOTE] One.')}`, ['1 error'])
    find(sxs(101, '[!INCLURE [x](a.md)]', '[!INCLUDE [x](a.md)]'), ['1 error'])
  })

  it.each([
    ['the five keywords in any letter case', `> [!Note]\n> ${body}\n\n> [!caution]\n> ${body}`],
    [
      'what is no alert',
      `> [!VIDEO https://a.b/c]\n\n> [!div class="x"]\n> ${body}\n\n[!code-csharp[x](a.cs)]`,
    ],
    [
      'linked images',
      `> [![Un](a.png)](b.md)\n\n> ${sxs(101, '[![Un](a.png)](b.md)', '[![One](a.png)](b.md)')}`,
    ],
    ['code blocks', `\`\`\`\n> [!REMARQUE]\n\`\`\`\n\n${body}`],
    ['brackets in a sentence', sxs(101, 'Tapez [!Foo] ici', 'Type [!Foo] here')],
    ['includes with a translated title', sxs(101, '[!INCLUDE [un deux](a.md)]', '[!INCLUDE [one](a.md)]')],
  ])('finds nothing in %s', (_name, text) => {
    find(text, [])
  })

  it('repairs it, where it is certain', () => {
    const repaired = (text: string) => repair(alertKeyword, `${text}\n${body}\n`).split('\n')[0]
    expect(repaired('> [!Hinweis]')).toBe('> [!NOTE]')
    expect(repaired('> [! TIP]')).toBe('> [!TIP]')
    expect(repaired('> [!注意]')).toBe('> [!注意]')
    expect(repaired(`> ${sxs(102, '[!注意] 一', '[!Note] One')}`)).toBe(
      `> ${sxs(102, '[!Note] 一', '[!Note] One')}`,
    )
  })

  describe.each([
    ['fr', '[!REMARQUE]', 'Redémarrez le service.'],
    ['de', '[!Hinweis]', 'Starten Sie den Dienst neu.'],
    ['ja', '[!注意]', 'サービスを再起動します。'],
    ['zh', '[!注释]', '重启服务。'],
    ['ar', '[!ملاحظة]', 'أعد تشغيل الخدمة.'],
    ['a word of no list', '[!備考欄]', 'サービスを再起動します。'],
    ['English', '[!NOTE]', 'Redémarrez.'],
  ])('a mark that the translation repeats (%s)', (_name, mark, text) => {
    const source = 'Restart the service.'

    it.each([
      ['before the unit', '> [!NOTE]\n> ', source, '', ' '],
      ['before the unit, with CRLF', '> [!NOTE]\r\n> ', source, '', ''],
      ['before the unit, in a list', '1. x\n   > [!NOTE]\n   > ', source, '', ' '],
      ['on the line of the unit', '> [!NOTE] ', source, '', ' '],
      ['before a paragraph in HTML', '> [!NOTE]\n> <P>', source, '', ' '],
      ['before an empty line of the quote', '> [!NOTE]\n>\n> ', source, '', ' '],
      ['in a unit of its own', `> ${sxs(100, '[!NOTE]', '[!NOTE]')}\n> `, source, '', '\n> '],
      ['in the frame of the unit', '> ', `[!NOTE] ${source}`, '[!NOTE] ', ' '],
      ['in the frame of the unit, on its own line', '> ', `[!NOTE]\n> ${source}`, '[!NOTE]\n> ', '\n> '],
    ])('is taken out where the alert’s mark stands %s', (_where, before, original, lead, after) => {
      const damaged = `${before}${sxs(101, `${lead}${mark}${after}${text}`, original)}`
      const line = (before + lead).split('\n').length
      find(damaged, [`${line} error`])
      expect(repair(alertKeyword, `${damaged}\n`)).toBe(`${before}${sxs(101, `${lead}${text}`, original)}\n`)
    })
  })

  it('keeps the mark of the source text of two, whichever comes first', () => {
    const original = '[!NOTE] Restart.'
    const right = `> ${sxs(101, '[!NOTE] Neu starten.', original)}\n`
    expect(repair(alertKeyword, `> ${sxs(101, '[!Hinweis] [!NOTE] Neu starten.', original)}\n`)).toBe(right)
    expect(repair(alertKeyword, `> ${sxs(101, '[!Hinweis] [!WICHTIG] Neu starten.', original)}\n`)).toBe(
      right,
    )
  })

  it('takes no mark out that would leave nothing, and none that is wanted', () => {
    const empty = `> [!NOTE]\n> ${sxs(101, '[!注释]', 'Restart.')}\n`
    expect(repair(alertKeyword, empty)).toBe(empty)
    find(`> [!NOTE]\n> ${sxs(101, '[!NOTE] Redémarrez.', '[!NOTE] Restart.')}`, [])
    find(`> [!NOTE]\n> ${sxs(101, '[!INCLUDE [x](a.md)]', 'Restart.')}`, [])
    find(`> [!NOTE]\n> ${body} ${sxs(102, 'Tapez [!Foo].', 'Type it.')}`, [])
  })

  describe('a mark of which the source text has none', () => {
    it.each([
      [
        'in a later sentence of an alert',
        `> [!IMPORTANT]\n> ${body} `,
        '[！注意] 清單中會自動新增。',
        '清單中會自動新增。',
      ],
      ['in no alert', '', '[！附註] `x` 表格包含資訊。', '`x` 表格包含資訊。'],
      [
        'in the middle of a text',
        '> [!NOTE]\n> ',
        'Elle échoue. [!REMARQUE] Lisez ceci.',
        'Elle échoue. Lisez ceci.',
      ],
    ])('is taken out %s', (_where, before, text, right) => {
      const damaged = `${before}${sxs(102, text, 'It fails. Read this.')}`
      find(damaged, [`${damaged.split('\n').length} error`])
      expect(repair(alertKeyword, `${damaged}\n`)).toBe(
        `${before}${sxs(102, right, 'It fails. Read this.')}\n`,
      )
    })

    it.each([
      ['a word that says the same', sxs(101, '[!REMARQUE] Un.', 'NOTE One.')],
      ['emphasis around it', sxs(101, '**[!REMARQUE]** Un.', 'One.')],
    ])('is reported but not taken out with %s', (_what, text) => {
      find(text, ['1 error'])
      expect(repair(alertKeyword, text)).toBe(text)
    })
  })

  it('repairs a full-width exclamation mark', () => {
    expect(repair(alertKeyword, `> ${sxs(101, '[！注意] 一', '[!NOTE] One')}`)).toBe(
      `> ${sxs(101, '[!NOTE] 一', '[!NOTE] One')}`,
    )
  })

  it('takes keywords of other tools as an option', () => {
    expect(
      repair(
        {
          ...alertKeyword,
          check: (document, report) =>
            alertKeyword.check?.(document, report, { options: { keywords: ['Hinweis'] } }),
        },
        `> [!HINWEIS]\n${body}\n`,
      ),
    ).toContain('[!HINWEIS]')
  })
})
