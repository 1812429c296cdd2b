import { describe, expect, it } from 'vitest'
import { type LoneDocument, pairDocuments } from '../../../src/review/pairing/pair-documents.ts'

const common = 'This sentence is in the documents of everybody.'

function lone(
  path: string,
  sentences: readonly number[],
  sourceHash?: string,
  locale = 'fr-FR',
): LoneDocument {
  const texts = sentences.map((number) => `The sentence with the number ${number} is a long one.`)
  return { path, locale, sentences: new Set([common, ...texts]), ...(sourceHash && { sourceHash }) }
}

describe('pairDocuments', () => {
  it('pairs by the hash of the source file, then by distinctive sentences', () => {
    const olds = [lone('a', [1, 2, 3, 4], 'x'), lone('b', [11, 12, 13, 14]), lone('c', [21, 22, 23, 24])]
    const currents = [lone('d/a', [31, 32], 'x'), lone('d/b', [11, 12, 13, 99]), lone('d/e', [41, 42, 43])]
    expect(pairDocuments(olds, currents)).toEqual([
      { oldPath: 'a', path: 'd/a', join: { method: 'source-hash' } },
      { oldPath: 'b', path: 'd/b', join: { method: 'sentences', share: 0.75 } },
    ])
  })

  it('pairs none of several equally good partners, and none of another locale', () => {
    const two = [lone('a', [1, 2, 3, 4]), lone('b', [1, 2, 3, 4])]
    expect(pairDocuments(two, [lone('c', [1, 2, 3, 4])])).toEqual([])
    const halves = [lone('c', [1, 2, 3]), lone('d', [4, 5, 6])]
    expect(pairDocuments([lone('a', [1, 2, 3, 4, 5, 6])], halves)).toEqual([])
    expect(pairDocuments([lone('a', [1], 'x'), lone('b', [2], 'x')], [lone('c', [1], 'x')])).toEqual([])
    expect(pairDocuments([lone('a', [1, 2, 3])], [lone('c', [1, 2, 3], undefined, 'de-DE')])).toEqual([])
  })
})
