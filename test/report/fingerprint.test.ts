import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { fingerprint, fingerprintOf } from '../../src/report/fingerprint.ts'

const parts = { ruleId: 'number-equal', source: '150 users', target: '50 utilisateurs' }

function message(reason: string, ruleId = 'number-equal') {
  return new VFile().message(reason, { ruleId })
}

describe('fingerprint', () => {
  it('is short, and another one for another rule, source or target', () => {
    const all = [
      parts,
      { ...parts, ruleId: 'x' },
      { ...parts, source: 'x' },
      { ...parts, target: 'x' },
      { ...parts, source: '150 users5', target: '0 utilisateurs' },
    ].map(fingerprint)
    expect(new Set(all).size).toBe(all.length)
    for (const one of all) expect(one).toMatch(/^[0-9a-f]{16}$/)
  })

  it('stays what it is from one version of Lockstep to the next', () => {
    expect(fingerprint(parts)).toBe('9eaefda6b8428acb')
  })
})

describe('fingerprintOf', () => {
  it('is what the message carries', () => {
    expect(fingerprintOf(Object.assign(message('a'), { fingerprint: 'abc' }), 'a.md')).toBe('abc')
  })

  it('is made of rule and segments, wherever they stand', () => {
    const { source, target } = parts
    const found = Object.assign(message('Unit `1f2e3-7`'), {
      segments: { source, target, sourceLocale: 'en' },
    })
    expect(fingerprintOf(found, 'a.md')).toBe(fingerprint(parts))
    expect(fingerprintOf(found, 'b.md')).toBe(fingerprint(parts))
  })

  it('is made of path, rule and reason without ids where there are no segments', () => {
    const first = fingerprintOf(message('Unit `1f2e3-7` and `1f2e3-p101~2`'), 'a.md')
    expect(fingerprintOf(message('Unit `abcde-12` and `abcde-1`'), 'a.md')).toBe(first)
    expect(fingerprintOf(message('Unit `1f2e3-7` or `1f2e3-p101~2`'), 'a.md')).not.toBe(first)
    expect(fingerprintOf(message('Unit `1f2e3-7` and `1f2e3-p101~2`'), 'b.md')).not.toBe(first)
  })
})
