import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../src/model/unit.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { pair } from '../../support/bilingual.ts'

function unitOf(target: string, source: string) {
  const document = parseDocument(new VFile(`Text\n\n${pair('aaaaa-101', target, source)}\n`), {
    path: 'a.md',
  })
  return document.units['aaaaa-101']!
}

function shown(segment: Segment | null): string {
  const { content, text } = segment!
  return content ? toHtml(content) : text
}

describe('strong emphasis that the tool has split', () => {
  it.each([
    ['_ *Output*\\* shows', '<strong>Output</strong> shows'],
    ['Send an _ *LOA* \\* to', 'Send an <strong>LOA</strong> to'],
    ['Type \\**/\\** _ as path', 'Type <strong>/*</strong> as path'],
    ['Type \\**/\\** _.', 'Type <strong>/*</strong>.'],
    ['need to _\\*forward it\\*\\*.', 'need to <strong>forward it</strong>.'],
    ['\\**\\** _ The rest', '<strong>*</strong> The rest'],
    ['\\***Encryption** _', '<em><strong>Encryption</strong></em>'],
    ['The **\\**_, and _*/** signs', 'The <strong>*</strong>, and <strong>/</strong> signs'],
    [
      'the **_ID_* _ and the _*_key_**',
      'the <em><strong>ID</strong></em> and the <em><strong>key</strong></em>',
    ],
  ])('is one again in the source: %s', (source, expected) => {
    const unit = unitOf('x', source)
    expect(
      shown(unit.source).replace(/<strong><em>(.*?)<\/em><\/strong>/g, '<em><strong>$1</strong></em>'),
    ).toBe(expected)
    expect(unit.source!.markup).toBe(source)
    expect(unit.source!.written).toBeDefined()
  })

  it.each([
    ['Sur _ *Écouteur*\\* page', 'On _ *Listener*\\* page', 'Sur <strong>Écouteur</strong> page'],
    ['Sur _ *Écouteur*, dans', 'On _ *Listener*\\* page', 'Sur <strong>Écouteur</strong>, dans'],
    ['Seite _ \\*Details\\*\\*, ob', 'the _ *Details*\\* page', 'Seite <strong>Details</strong>, ob'],
    [
      '単一の _ *会議* \\* ライセンス',
      'one _ *Conferencing* \\* license',
      '単一の <strong>会議</strong> ライセンス',
    ],
    ['场合、_ *输出* \\* を', 'an _ *Output* \\* if', '场合、<strong>输出</strong> を'],
    ['tapez \\* */\\** _ en', 'type \\**/\\** _ as', 'tapez <strong>/*</strong> en'],
    [
      'in **path**\\* */\\** _ ein',
      'In **Path**, type \\**/\\** _.',
      'in <strong>path</strong> <strong>/*</strong> ein',
    ],
    ['导航到“扩展”', 'Go to _ *Extensions*\\* tab', '导航到“扩展”'],
  ])('is one again in the target: %s', (target, source, expected) => {
    expect(shown(unitOf(target, source).target)).toBe(expected)
  })

  it.each([
    'R(_, *x*, _)',
    'A *b* _ c',
    '_a_ *b* \\* c',
    '*Note* \\* and **b** _c_',
    '**a** _ b',
    '\\*_x_ and \\* y',
    '_ The Python code',
  ])('is not seen where nothing was split: %s', (markup) => {
    expect(unitOf('x', markup).source).not.toHaveProperty('written')
  })

  it('is looked for in the time of its length', () => {
    const many = '_ *a \\*'.repeat(20_000)
    expect(unitOf(many, '_ *a*\\* b').target!.text).toContain('a')
  })
})

describe('a target of which the source side has no emphasis of single marks', () => {
  it('loses what is left of them', () => {
    const { target } = unitOf(
      '**/ \\* *la directive _, puis _*/a/ \\***',
      'The **/\\**_ directive, then _*/a/\\***',
    )
    expect(target!.text).not.toContain('_')
    expect(target!.text.match(/\*/g)).toHaveLength(2)
  })
})
