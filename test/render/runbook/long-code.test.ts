import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { element } from '../../../src/render/page/element.ts'
import { markLongCode, markLongText } from '../../../src/render/runbook/long-code.ts'

/** Whether code is marked as long on upright paper or on its side. */
function isLong(code: string, isLandscape = false): boolean {
  const pre = element('pre', {}, [element('code', {}, [code])])
  const tree: Root = { type: 'root', children: [element('div', {}, [pre])] }
  markLongCode(tree, isLandscape)
  return [pre.properties.className].flat().includes('long-code')
}

const lines = (count: number, text = 'Get-Line'): string => `${text}\n`.repeat(count)

describe('markLongCode', () => {
  it('marks code longer than a third of a page', () => {
    expect(isLong(lines(20))).toBe(false)
    expect(isLong(lines(21))).toBe(true)
  })

  it('marks less on paper that lies on its side', () => {
    expect(isLong(lines(13), true)).toBe(false)
    expect(isLong(lines(14), true)).toBe(true)
  })

  it('counts lines as they are printed: long ones wrap, and characters of double width fill them earlier', () => {
    expect(isLong(lines(11, 'x'.repeat(81)))).toBe(true)
    expect(isLong(lines(11, '字'.repeat(41)))).toBe(true)
    expect(isLong(lines(11, '字'.repeat(40)))).toBe(false)
  })

  it('does not count empty lines at the end', () => {
    expect(isLong(`${lines(20)}\n\n\n`)).toBe(false)
  })
})

describe('markLongText', () => {
  const isLongText = (...children: Parameters<typeof element>[2]): boolean => {
    const tree: Root = { type: 'root', children: children.filter((child) => typeof child !== 'string') }
    markLongText(tree)
    return JSON.stringify(tree).includes('long-text')
  }
  const paragraph = (length: number) => element('p', {}, ['x'.repeat(length)])

  it('marks content longer than half a page', () => {
    expect(isLongText(paragraph(1200), paragraph(1100))).toBe(true)
    expect(isLongText(paragraph(1200), paragraph(900))).toBe(false)
  })

  it('counts blocks: each begins a line', () => {
    expect(isLongText(...Array.from({ length: 31 }, () => paragraph(5)))).toBe(true)
  })

  it('marks no single block', () => {
    expect(isLongText(paragraph(5000))).toBe(false)
  })
})
