import { describe, expect, it } from 'vitest'
import type { ReturnedText } from '../../src/exchange/exchange-file.ts'
import { createXliffReader } from '../../src/exchange/read/read-xliff.ts'
import { xliff1Head } from '../../src/exchange/write/xliff-1.ts'
import { codedOf, edited, imported, returnedOf, unit } from './coded-units.ts'
import { readWith } from './returned.ts'

const FRONT = '---\ntitle: x\nms.contentlocale: fr-FR\n---\n\n'
const pair = (type: 'open' | 'close', id: string) => ({ type, id })

/** Imports a new target for the unit `a-1`, and returns its markup in the document with the outcome. */
function written(line: string, target: ReturnedText | null, settings = {}) {
  const coded = codedOf(`${FRONT}${line}\n`)
  const { text, units } = imported(coded, edited(coded, 'a-1', target), settings)
  const { outcome, reason } = units.find(({ id }) => id === 'a-1')!
  const markup = /<span data-ttu-id="a-1">([\s\S]*?)<\/span><span class="sxs-lookup">/.exec(text)?.[1]
  return { outcome, markup, ...(reason !== undefined && { reason }) }
}

describe('a translation that came back', () => {
  it('changes no byte if nobody edited it', () => {
    const text = `${FRONT}# ${unit('a-1', 'A *b*', 'Un *b*')}\r\n\r\n- ${unit('a-2', 'Click **OK** &amp; go.', 'Cliquez&nbsp;sur \\[OK\\].')}\r\n`
    const coded = codedOf(text)
    const result = imported(coded, returnedOf(coded))
    expect(result.text).toBe(text)
    expect(result.units.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
  })

  it('changes only its own target', () => {
    const text = `${FRONT}${unit('a-1', 'One.', 'Un.')} ${unit('a-2', 'Two.', 'Deux.')}\n`
    const coded = codedOf(text)
    expect(imported(coded, edited(coded, 'a-2', ['Deux !'])).text).toBe(text.replace('Deux.', 'Deux !'))
  })

  it('keeps the codes of the document, wherever they have gone', () => {
    const line = unit(
      'a-1',
      'Click **OK** in [Teams](https://x.y/en-us).',
      'Cliquez sur **OK** dans [Teams](https://x.y/fr-fr).',
    )
    const target = [
      'Dans ',
      pair('open', '2'),
      'Teams',
      pair('close', '2'),
      ', cliquez sur ',
      pair('open', '1'),
      'OK',
      pair('close', '1'),
      '.',
    ]
    expect(written(line, target)).toEqual({
      outcome: 'accepted',
      markup: 'Dans [Teams](https://x.y/fr-fr), cliquez sur **OK**.',
    })
  })

  it.each([
    ['*', 'Un * et 2*3.', 'Un * et 2\\*3.'],
    ['_', 'Le _nom_ de a_b_c.', 'Le \\_nom\\_ de a_b_c.'],
    ['<', 'a < b <c> <b>d', 'a < b <c> \\<b>d'],
    ['&', 'A & B, AT&T, &amp;', 'A & B, AT&T, \\&amp;'],
    ['brackets', 'Le [x](y) et [z].', 'Le \\[x\\](y) et \\[z\\].'],
    ['backslash', 'C:\\temp\\*.*', 'C:\\temp\\\\\\*.\\*'],
    ['backtick', 'Une ` seule', 'Une \\` seule'],
    ['address', 'https://x.y/a_b_c et www.x.y', 'https://x.y/a_b_c et www.x.y'],
    ['line break', 'Une ligne\net une autre', 'Une ligne et une autre'],
    ['emoji', 'Bravo 😀 中文 عربي', 'Bravo 😀 中文 عربي'],
    ['block', '1. Un', '1\\. Un'],
    ['block', '# Un', '\\# Un'],
    ['block', '- Un', '\\- Un'],
  ])('escapes only what would be markup: %s', (_, text, markup) => {
    expect(written(unit('a-1', 'One.', 'Un.'), [text])).toEqual({ outcome: 'accepted', markup })
  })

  it('escapes a backslash before a code', () => {
    expect(
      written(unit('a-1', 'One **two**.', 'Un **deux**.'), [
        'Un ',
        pair('open', '1'),
        'C:\\',
        pair('close', '1'),
        '.',
      ]),
    ).toEqual({ outcome: 'accepted', markup: 'Un **C:\\\\**.' })
  })

  it('escapes for where it stands', () => {
    const row = `| a | b |\n|---|---|\n| ${unit('a-1', 'One', 'Un')} | x |`
    expect(written(row, ['a|b'])).toEqual({ outcome: 'accepted', markup: 'a\\|b' })
    const html = `<p title="${unit('a-1', 'One', 'Un')}">x</p>`
    expect(written(html, ['un « "deux" » <b> &amp;'])).toEqual({
      outcome: 'accepted',
      markup: 'un « &quot;deux&quot; » &lt;b> &amp;amp;',
    })
    expect(written(`<div><b>${unit('a-1', 'One', 'Un')}</b></div>`, ['a <i> b & c *d*'])).toEqual({
      outcome: 'accepted',
      markup: 'a &lt;i> b & c *d*',
    })
    expect(written(`![${unit('a-1', 'One', 'Un')}](a.png)`, ['a [b] "c"']).outcome).toBe('accepted')
    expect(written(`\`\`\`\n${unit('a-1', 'One', 'Un')}\n\`\`\``, ['*a* <b> &amp;'])).toEqual({
      outcome: 'accepted',
      markup: '*a* <b> &amp;',
    })
  })

  it('escapes for quoted values of front matter', () => {
    const double = codedOf(`---\ntitle: "${unit('a-1', 'One', 'Un')}"\n---\n`)
    expect(imported(double, edited(double, 'a-1', ['dit "x" \\ y'])).text).toContain('>dit \\"x\\" \\\\ y<')
    const single = codedOf(`---\ntitle: '${unit('a-1', 'One', 'Un')}'\n---\n`)
    expect(imported(single, edited(single, 'a-1', ["l'un"])).text).toContain(">l''un<")
  })

  it('writes characters as the translation before did', () => {
    expect(written(unit('a-1', 'Note: x', 'Note&nbsp;: x'), ['Attention\u00A0: y'])).toEqual({
      outcome: 'accepted',
      markup: 'Attention&nbsp;: y',
    })
  })

  it('marks emphasis in scripts without spaces', () => {
    const line = unit('a-1', 'Click _OK_ now.', '点击 _OK_ 。')
    const target = ['现在点击', pair('open', '1'), '确定', pair('close', '1'), '按钮。']
    expect(written(line, target)).toEqual({ outcome: 'accepted', markup: '现在点击*确定*按钮。' })
    const quoted = ['现在点击', pair('open', '1'), '“确定”', pair('close', '1'), '按钮。']
    expect(written(line, quoted)).toEqual({ outcome: 'accepted', markup: '现在点击<em>“确定”</em>按钮。' })
  })

  it.each([
    ['lost', ['Cliquez sur OK.'], /lacks 1 \(bold: \*\*\)/],
    [
      'repeated',
      [pair('open', '1'), 'a', pair('close', '1'), pair('open', '1'), 'b', pair('close', '1')],
      /too many of 1/,
    ],
    ['unknown', ['a', { type: 'alone' as const, id: '9' }], /code that its source does not have: 9/],
    ['crossed', [pair('close', '1'), 'a', pair('open', '1')], /not in pairs/],
    ['empty', [' '], /empty/],
    ['a control character', [pair('open', '1'), 'a\u0007', pair('close', '1')], /U\+0007/],
    ['a blank line', [pair('open', '1'), 'a\n\nb', pair('close', '1')], /blank line/],
    ['a delimiter', [pair('open', '1'), '<span data-ttu-id="x">', pair('close', '1')], /delimiter/],
  ])('is refused with codes or text that cannot stand there: %s', (_, target, reason) => {
    const line = unit('a-1', 'Click **OK**.', 'Cliquez sur **OK**.')
    const result = written(line, target)
    expect(result).toMatchObject({ outcome: 'refused', markup: 'Cliquez sur **OK**.' })
    expect(result.reason).toMatch(reason)
  })

  it('may lack codes if that is allowed', () => {
    const line = unit('a-1', 'Click **OK**.', 'Cliquez sur **OK**.')
    expect(written(line, ['Cliquez sur OK.'], { allowCodeChanges: true })).toEqual({
      outcome: 'accepted',
      markup: 'Cliquez sur OK.',
    })
  })

  it('may have its codes as text', () => {
    const line = unit('a-1', 'Click **OK**.', 'Cliquez sur **OK**.')
    expect(written(line, ['Appuyez sur **OK**.'])).toEqual({
      outcome: 'accepted',
      markup: 'Appuyez sur **OK**.',
      reason: 'its codes came back as text',
    })
  })

  it('is a conflict if the document has another translation or source by now', () => {
    const old = codedOf(`${FRONT}${unit('a-1', 'One small step.', 'Un petit pas.')}\n`)
    const returned = edited(old, 'a-1', ['Un tout petit pas.'])
    const other = codedOf(old.text.replace('Un petit pas.', 'Un pas.'))
    expect(imported(other, returned)).toMatchObject({ text: other.text, units: [{ outcome: 'conflict' }] })
    const changed = codedOf(old.text.replace('One small step.', 'One very small step.'))
    expect(imported(changed, returned)).toMatchObject({
      text: changed.text,
      units: [{ outcome: 'conflict' }],
    })
    expect(imported(changed, returned, { acceptSimilar: true }).text).toContain('Un tout petit pas.')
  })

  it('is proposed if the file lost what it was exported with', () => {
    const coded = codedOf(`${FRONT}${unit('a-1', 'One.', 'Un.')}\n`)
    const returned = edited(coded, 'a-1', ['Le premier.']).map(({ stamp: _, ...rest }) => rest)
    expect(imported(coded, returned)).toMatchObject({ text: coded.text, units: [{ outcome: 'proposed' }] })
    expect(imported(coded, returned, { acceptSimilar: true }).text).toContain('Le premier.')
  })

  it('is nothing to do if the document has it already', () => {
    const old = codedOf(`${FRONT}${unit('a-1', 'One.', 'Un.')}\n`)
    const other = codedOf(old.text.replace('>Un.<', '>Le premier.<'))
    expect(imported(other, edited(old, 'a-1', ['Le premier.'])).units).toMatchObject([
      { outcome: 'unchanged' },
    ])
  })

  it('finds its unit in a later hand-off, whose ids are others', () => {
    const old = codedOf(
      `${FRONT}${unit('a-1', 'First sentence here.', 'Un.')} ${unit('a-2', 'Second sentence here.', 'Deux.')}\n`,
    )
    const later = codedOf(
      `${FRONT}${unit('b-1', 'A new beginning.', 'Un début.')} ${unit('b-2', 'First sentence here.', 'Un.')} ${unit('b-3', 'Second sentence there.', 'Deux.')}\n`,
    )
    const returned = returnedOf(old).map((each) => ({
      ...each,
      target: [`${each.target?.join('')} Vraiment.`],
    }))
    const result = imported(later, returned)
    expect(result.units.map(({ outcome }) => outcome)).toEqual(['accepted', 'proposed'])
    expect(result.text).toContain('<span data-ttu-id="b-2">Un. Vraiment.</span>')
    expect(result.text).toContain('<span data-ttu-id="b-3">Deux.</span>')
  })

  it('is refused where several translations of a unit differ', () => {
    const coded = codedOf(`${FRONT}${unit('a-1', 'One.', 'Un.')}\n`)
    const result = imported(coded, [...edited(coded, 'a-1', ['A']), ...edited(coded, 'a-1', ['B'])])
    expect(result).toMatchObject({
      text: coded.text,
      units: [{ outcome: 'refused' }, { outcome: 'refused' }],
    })
  })

  it('is missing if the document has no such unit', () => {
    const old = codedOf(`${FRONT}${unit('a-1', 'One small step.', 'Un.')}\n`)
    const other = codedOf(`${FRONT}${unit('a-2', 'Something else entirely', 'Autre')}\n`)
    expect(imported(other, edited(old, 'a-1', ['Deux'])).units).toMatchObject([{ outcome: 'missing' }])
  })
})

describe('an import', () => {
  it('finds nothing to do the second time, also where line breaks became spaces', () => {
    const coded = codedOf(`${FRONT}# ${unit('a-1', 'One.', 'Un.')}\n`)
    const returned = edited(coded, 'a-1', ['Une ligne \n et une autre'])
    const first = imported(coded, returned)
    expect(first.text).toContain('Une ligne et une autre')
    const second = imported(codedOf(first.text), returned)
    expect(second.units.map(({ outcome }) => outcome)).toEqual(['unchanged'])
  })

  it('says what is wrong with each of many translations, and takes the others', () => {
    const lines = Array.from({ length: 150 }, (_, at) => unit(`a-${at}`, '**Name** one', '**Nom** un'))
    const coded = codedOf(`${FRONT}${lines.join('\n\n')}\n`)
    const returned = returnedOf(coded).map((each, at) => ({
      ...each,
      target: [
        pair('open', '1'),
        at % 3 === 0 ? 'Le nom' : '**Le** nom',
        pair('close', '1'),
        ' un',
      ] satisfies ReturnedText,
    }))
    const one = imported(coded, returned.slice(0, 2))
    const { units } = imported(coded, returned)
    expect(units.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(50)
    expect(one.units.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused'])
    expect(new Set(units.map(({ reason }) => reason))).toEqual(new Set([undefined, one.units[1]!.reason]))
  })
})

describe('a target that no translator has touched', () => {
  it('stays if it is blank, whether the file says so or has none', () => {
    for (const blank of ['', ' '])
      for (const target of [null, [], [' ']])
        expect(written(unit('a-1', 'One.', blank), target)).toEqual({ outcome: 'unchanged', markup: blank })
  })

  it('stays if it is for reading only, or its source stands for it', () => {
    const head = `${xliff1Head()}<file original="a.md" source-language="en-US" target-language="fr-FR" datatype="x-markdown"><body>`
    for (const [extra, inside] of [
      [' locked', '<target>\ufffd</target>'],
      [' copy', '<target>One.</target>'],
    ]) {
      const coded = codedOf(`${FRONT}${unit('a-1', 'One.', 'Un.')}\n`)
      const { source, target } = returnedOf(coded)[0]!.stamp!
      const file = `${head}<trans-unit id="a-1" extradata="source:${source} target:${target}${extra}"><source>One.</source>${inside}</trans-unit></body></file></xliff>`
      const { files } = readWith(createXliffReader, file)
      const { text, units } = imported(coded, files[0]!.units)
      expect(units.map(({ outcome }) => outcome)).toEqual(['unchanged'])
      expect(text).toBe(coded.text)
    }
  })
})
