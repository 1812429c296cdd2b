import { describe, expect, it } from 'vitest'
import { titleOf } from '../../src/render/title-of.ts'

describe('the title to show of a document', () => {
  it.each([
    ['Phones', 'a/set-up-phones.md', 'Phones'],
    [null, 'a/set-up-phones.md', 'Set up phones'],
    [null, 'a/set_up.html', 'Set up'],
    [null, 'README.md', 'README'],
    [null, 'index.md', 'index'],
  ])('is %s for %s: %s', (title, path, shown) => expect(titleOf(title, path)).toBe(shown))
})
