import { describe, expect, it } from 'vitest'
import { headlineOf, type UnitFacts } from '../../../src/review/document/headline.ts'

const SAME: UnitFacts = { source: 'same', target: 'same', structure: 'one-to-one', moved: false }

describe('headlineOf', () => {
  it.each([
    [{}, 'unchanged'],
    [{ moved: true }, 'moved'],
    [{ source: 'text' }, 'stale'],
    [{ source: 'punctuation' }, 'stale'],
    [{ source: 'case', moved: true }, 'stale'],
    [{ source: 'text', target: 'whitespace' }, 'stale'],
    [{ source: 'text', target: 'markup' }, 'source-changed'],
    [{ source: 'text', target: 'url' }, 'source-changed'],
    [{ source: 'text', target: 'text' }, 'source-changed+retranslated'],
    [{ target: 'text' }, 'retranslated'],
    [{ source: 'url', target: 'punctuation' }, 'retranslated'],
    [{ target: 'text', moved: true }, 'retranslated'],
    [{ source: 'url' }, 'markup-only'],
    [{ source: 'whitespace', target: 'markup' }, 'markup-only'],
    [{ target: 'whitespace', moved: true }, 'whitespace-only'],
    [{ source: 'text', target: 'became-source' }, 'untranslated'],
    [{ structure: 'split', target: 'text' }, 'split'],
    [{ structure: 'merged', moved: true }, 'merged'],
  ] as const)('of %j is %s', (facts, headline) => {
    expect(headlineOf({ ...SAME, ...facts })).toBe(headline)
  })
})
