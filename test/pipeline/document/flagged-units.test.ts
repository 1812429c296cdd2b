import { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import type { TranslationUnit } from '../../../src/model/unit.ts'
import { flaggedUnitsOf } from '../../../src/pipeline/document/flagged-units.ts'

describe('a unit with a character that shows nothing', () => {
  const isFlagged = (target: string, actual: string, ruleId = 'charset') => {
    const message = Object.assign(new VFileMessage('Unexpected character', { ruleId, source: 'lockstep' }), {
      fatal: true,
      actual,
      segments: { source: 'Open it.', target },
    })
    const side = (markup: string) => ({ markup }) as TranslationUnit['target']
    return flaggedUnitsOf(() => [message])({ source: side('Open it.'), target: side(target) })
  }

  it('is not doubted if its text is read in the same order', () => {
    expect(isFlagged('افتحه\u202C', '\u202C')).toBe(false)
    expect(isFlagged('\u202Bافتحه', '\u202B')).toBe(false)
    expect(isFlagged('\u202Aافتحه\u202C\u202C', '\u202C')).toBe(false)
    expect(isFlagged('Ou\u200Bvrez.', '\u200B')).toBe(false)
  })

  it('is doubted if a directional mark changes the order, or if other characters are damaged', () => {
    expect(isFlagged('\u202Eافتحه', '\u202E')).toBe(true)
    expect(isFlagged('\u202C\u202Aافتحه', '\u202C')).toBe(true)
    expect(isFlagged('\u202BOuvrez.', '\u202B')).toBe(true)
    expect(isFlagged('Ouvr\uFFFDz.', '\uFFFD')).toBe(true)
    expect(isFlagged('5 %', '5', 'number-equal')).toBe(true)
  })
})

describe('a unit with a fault at the edge of markup', () => {
  const isFlagged = (fix?: VFileMessage['fix'], ruleId = 'markup-edge') => {
    const [source, target] = ['Click **Edit**.', 'Cliquez sur **Modifier** .']
    const message = Object.assign(new VFileMessage('Unexpected space', { ruleId, source: 'lockstep' }), {
      fatal: false,
      segments: { source, target },
      ...(fix && { fix }),
    })
    const side = (markup: string) => ({ markup }) as TranslationUnit['target']
    return flaggedUnitsOf(() => [message])({ source: side(source), target: side(target) })
  }
  const fix = { place: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }, text: '' }

  it('is doubted unless a repair that moves spaces and marks makes it right', () => {
    expect(isFlagged(fix)).toBe(false)
    expect(isFlagged()).toBe(true)
    expect(isFlagged(fix, 'version')).toBe(true)
  })
})
