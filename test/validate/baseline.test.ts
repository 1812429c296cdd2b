import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BaselineEntry } from '../../src/model/findings/baseline.ts'
import { compareWithBaseline } from '../../src/validate/engine/baseline.ts'

/** Documents by path with the fingerprints of their findings. */
function filesOf(found: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(found).map(([path, fingerprints]) => {
    const file = new VFile({ path })
    for (const fingerprint of fingerprints) {
      file.message(`Unexpected thing in unit \`1f2e3-101\``, { ruleId: 'rule' }).fingerprint = fingerprint
    }
    return { path, file }
  })
}

const entry = (fingerprint: string, path: string, count = 1): BaselineEntry => ({
  fingerprint,
  rule: 'rule',
  path,
  reason: 'Unexpected thing in unit `…`',
  count,
})

function compare(
  found: Readonly<Record<string, readonly string[]>>,
  baseline: readonly BaselineEntry[],
  isOpen = () => false,
) {
  const { fresh, ...others } = compareWithBaseline(filesOf(found), baseline, isOpen)
  return { fresh: [...fresh].map(({ file, fingerprint }) => `${file} ${fingerprint}`), ...others }
}

describe('compareWithBaseline', () => {
  it('knows nothing where there is nothing, and tells what is to be known', () => {
    expect(compare({ 'a.md': ['x', 'x', 'y'] }, [])).toEqual({
      known: 0,
      fresh: ['a.md x', 'a.md x', 'a.md y'],
      fixed: [],
      updated: [entry('x', 'a.md', 2), entry('y', 'a.md')],
    })
  })

  it('knows all that it told was to be known', () => {
    const found = { 'a.md': ['x', 'x', 'y'], 'b.md': ['x'] }
    const { updated } = compare(found, [])
    expect(compare(found, updated)).toEqual({ known: 4, fresh: [], fixed: [], updated })
  })

  it('knows each finding as often as it was there', () => {
    const { known, fresh } = compare({ 'a.md': ['x', 'x', 'x'] }, [entry('x', 'a.md', 2)])
    expect([known, fresh]).toEqual([2, ['a.md x']])
  })

  it('knows a text that was moved, but not one that was copied', () => {
    const moved = compare({ 'a.md': [], 'b.md': ['x'] }, [entry('x', 'a.md')])
    expect(moved).toMatchObject({ known: 1, fresh: [], fixed: [], updated: [entry('x', 'b.md')] })
    const copied = compare({ '0.md': ['x'], 'a.md': ['x'] }, [entry('x', 'a.md')])
    expect(copied).toMatchObject({ known: 1, fresh: ['0.md x'] })
  })

  it('tells what is fixed, also where the document is gone', () => {
    const baseline = [entry('x', 'a.md', 3), entry('y', 'gone.md')]
    const { fixed, updated } = compare({ 'a.md': ['x'] }, baseline)
    expect(fixed).toEqual([entry('x', 'a.md', 2), entry('y', 'gone.md')])
    expect(updated).toEqual([entry('x', 'a.md')])
  })

  it('leaves alone what it has of documents that were not read', () => {
    const baseline = [entry('x', 'b.md')]
    const result = compare({ 'a.md': ['x'] }, baseline, () => true)
    expect(result).toMatchObject({ known: 0, fresh: ['a.md x'], fixed: [] })
    expect(result.updated).toEqual([entry('x', 'a.md'), entry('x', 'b.md')])
  })

  it('passes over messages without a fingerprint', () => {
    const file = new VFile({ path: 'a.md' })
    file.message('Cannot read this file')
    const result = compareWithBaseline([{ path: 'a.md', file }], [], () => false)
    expect(result).toMatchObject({ known: 0, updated: [] })
  })
})
