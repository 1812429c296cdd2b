import { describe, expect, it } from 'vitest'
import { cjkWidth } from '../../../src/validate/rules/cjk-width.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'zh-CN') =>
  findingsOf(cjkWidth, sxs(101, target, source), locale)

describe('cjk-width', () => {
  it.each([
    ['a drive', '打开 C：\\Logs。', 'Open C:\\Logs.', ':'],
    ['a drive with an escaped backslash', '打开 C：\\\\Logs。', 'Open C:\\\\Logs.', ':'],
    ['a URL', '请看 https：//contoso.com。', 'See https://contoso.com.', ':'],
    ['a time', '在 10：30 开始', 'Start at 10:30', ':'],
    ['a thousand', '共有 50，000 个用户', 'There are 50,000 users', ','],
    ['a decimal number', '需要 1．5 GB', 'Needs 1.5 GB', '.'],
    ['a file name', '打开 setup．exe', 'Open setup.exe', '.'],
    ['a domain', '到 contoso。com', 'To contoso.com', '.'],
    ['an address', '发送到 bob＠contoso.com', 'Send it to bob@contoso.com', '@'],
  ])('finds and repairs %s', (_name, target, source, text) => {
    const [finding, ...others] = find(target, source)
    expect(finding).toMatchObject({ fix: { text } })
    expect(finding!.fix!.place).toEqual(finding!.place)
    expect(others).toEqual([])
  })

  it('places the repair at the mark, each of several', () => {
    const found = find('共有 1，050，000 个', 'There are 1,050,000')
    expect(found.map(({ place }) => place![0])).toEqual([34, 38])
  })

  it.each([
    ['a list of names', '支持 Windows，Linux', 'Supports Windows, Linux'],
    ['a list of numbers', '端口 80，443', 'Ports 80 and 443'],
    ['text after Latin words', '使用 Lync：打开', 'Use Lync: open'],
    ['a label', '名称：Server1', 'Name: Server1'],
    [
      'a list without spaces',
      '通过 Vodafone，O2 访问 4、6 或 8',
      'Accessible through Vodafone,O2 with 4,6 or 8',
    ],
    ['an ampersand between words', '[Q＆A] アイコン', 'The Q&A icon'],
    ['a formula', '函数 $f(x，y)$ 和 $x，y $', 'The function $f(x,y)$ and $x,y$'],
    ['usual marks', '在 10:30 打开 C:\\Logs，50,000 个', 'At 10:30 open C:\\Logs, 50,000'],
    ['code', '运行 `C：\\Logs`', 'Run `C:\\Logs`'],
  ])('leaves %s alone', (_name, target, source) => {
    expect(find(target, source)).toEqual([])
  })

  it('looks at Chinese, Japanese and Korean', () => {
    for (const locale of ['ja-JP', 'ko-KR', 'zh-TW'])
      expect(find('10：30', 'At 10:30', locale)).toHaveLength(1)
    expect(find('10：30', 'At 10:30', 'fr-FR')).toEqual([])
  })
})
