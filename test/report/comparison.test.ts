import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { type ComparedText, comparisonOf } from '../../src/report/comparison.ts'

function compare(fields: object, room?: number) {
  const comparison = comparisonOf(Object.assign(new VFile().message('x'), fields), room)
  return comparison && [marked(comparison.left), marked(comparison.right)]
}

function marked({ name, parts }: ComparedText): string {
  return `${name}: ${parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')}`
}

describe('comparisonOf', () => {
  it('is nothing without segments or both values', () => {
    expect(compare({})).toBeUndefined()
    expect(compare({ actual: 'a' })).toBeUndefined()
    expect(compare({ actual: 'a', expected: [] })).toBeUndefined()
    expect(compare({ expected: ['a'] })).toBeUndefined()
  })

  it('compares what was found with the expected value that is nearest to it, and shows invisible characters that differ', () => {
    expect(compare({ actual: 'ab : c', expected: ['x', 'ab\u00A0: c'] })).toEqual([
      'expected: ab[⟨NBSP⟩]: c',
      'actual: ab[␣]: c',
    ])
  })

  it('marks in the segments what is missing in one and too many in the other', () => {
    const segments = { source: 'From 17 to 7 by Get-A.', target: '17 par Get-B et Get-C.' }
    expect(compare({ segments, actual: '17\nGet-B\nGet-C', expected: ['17\n7\nGet-A'] })).toEqual([
      'source: From 17 to [7] by [Get-A].',
      'target: 17 par [Get-B] et [Get-C].',
    ])
  })

  it('shows segments as they are where nothing tells what differs', () => {
    expect(compare({ segments: { source: 'a', target: 'b' } })).toEqual(['source: a', 'target: b'])
  })

  it('compares the target with a better one where that is what the rule tells', () => {
    const segments = { source: 'The the', target: 'le le chat' }
    expect(compare({ segments, actual: 'le le chat', expected: ['le chat'] })).toEqual([
      'expected: le chat',
      'actual: le [le␣]chat',
    ])
  })

  it('shows both segments where the expected text is in the other language', () => {
    const segments = { source: 'We (and you) go.', target: 'Nous (et vous partons.' }
    const shown = ['source: We (and you) go.', 'target: Nous (et vous partons.']
    expect(compare({ segments, actual: segments.target, expected: [segments.source] })).toEqual(shown)
    expect(compare({ segments, actual: segments.target, expected: [''] })).toEqual(shown)
    const numbers = { source: 'From 11 on', target: '27,9' }
    expect(compare({ segments: numbers, actual: '27,9', expected: ['11'] })).toEqual([
      'source: From [11] on',
      'target: 27,9',
    ])
    const names = { source: 'dbo.A for New Users', target: 'dbo.A for new Users' }
    expect(compare({ segments: names, actual: names.target, expected: [names.source] })).toEqual([
      'expected: dbo.A for [New] Users',
      'actual: dbo.A for [new] Users',
    ])
  })

  it('finds words in languages that write no spaces', () => {
    const segments = { source: 'Run Get-A', target: '运行Get-B命令' }
    expect(compare({ segments, actual: 'Get-B', expected: ['Get-A'] })?.[1]).toBe('target: 运行[Get-B]命令')
  })

  it('keeps what differs when it shortens, and cuts no character in two', () => {
    const [left, right] = compare({ actual: `${'\u{1F600}'.repeat(500)} bad end`, expected: ['good'] }, 50)!
    expect(left).toBe('expected: [good]')
    expect(right).not.toMatch(/\p{Cs}/u)
    const long = `${'word '.repeat(100)}`
    const [, cut] = compare({ actual: `${long}bad${long}`, expected: [`${long}good${long}`] }, 60)!
    expect(cut).toContain('[bad')
    expect(cut!.length).toBeLessThan(80)
  })

  it('leaves no line break or control character', () => {
    const texts = compare({ actual: 'a\nb\u001B[31m\u202E', expected: ['a\nc'], segments: undefined })
    expect(texts!.join('')).not.toMatch(/[\p{Cc}\u202E]/u)
  })
})
