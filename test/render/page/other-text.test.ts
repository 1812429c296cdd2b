import { expect, it } from 'vitest'
import { unitOf } from '../../../src/model/text.ts'
import { otherTextOf } from '../../../src/render/page/other-text.ts'
import { pair } from '../../support/bilingual.ts'
import { readDocument } from '../runbook-guide.ts'

it.each([
  ['10<sup>2</sup> and H<sub>2</sub>O', '10² and H₂O'],
  ['**x<sup>n+1</sup>**  (Intel)<sup>12</sup>', 'xⁿ⁺¹ (Intel)¹²'],
  ['The 1<sup>st</sup> one', 'The 1st one'],
  ['Without **any**', 'Without any'],
])('keeps superscripts and subscripts of %j as characters', (source, text) => {
  const document = readDocument(`# x\n\n${pair('a-1', 'cible', source)}\n`, 'a.md')
  expect(otherTextOf(unitOf(document, 'a-1')!.source!)).toBe(text)
})
