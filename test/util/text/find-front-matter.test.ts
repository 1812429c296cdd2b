import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { findFrontMatter } from '../../../src/util/text/find-front-matter.ts'
import { createRandom } from '../../join/generate-revision.ts'

const remark = unified().use(remarkParse).use(remarkFrontmatter)

/** What remark reads as front matter. */
function readByRemark(text: string) {
  const [first] = remark.parse(text).children
  return first?.type === 'yaml' ? { value: first.value, end: first.position?.end.offset } : null
}

function found(text: string) {
  const front = findFrontMatter(text)
  return front && { value: front.value, end: front.end }
}

describe('findFrontMatter', () => {
  it.each([
    ['---\na: b\n---\n', 'a: b'],
    ['---  \na: b\n--- \t\n', 'a: b'],
    ['---\r\na: b\r\n---\r\n', 'a: b'],
    ['---\ra: b\r---\r', 'a: b'],
    ['---\na: b\n---', 'a: b'],
    ['---\n---\n', ''],
    ['---\na: b\n\n---\n', 'a: b\n'],
    ['---\na: b\n ---\n----\n---x\n---\n', 'a: b\n ---\n----\n---x'],
    ['---\na: b\n...\nc: d\n---\n', 'a: b\n...\nc: d'],
  ])('reads %j', (text, value) => {
    expect(findFrontMatter(text)?.value).toBe(value)
    expect(found(text)).toEqual(readByRemark(text))
  })

  it.each([
    '---\na: b\n',
    '---\na: b\n...\n',
    '----\na: b\n----\n',
    ' ---\na: b\n---\n',
    '\n---\na: b\n---\n',
    '---',
    '',
  ])('finds none in %j', (text) => {
    expect(findFrontMatter(text)).toBeNull()
    expect(readByRemark(text)).toBeNull()
  })

  it('begins behind a byte order mark', () => {
    expect(findFrontMatter('\uFEFF--- \na: b\n---\n')).toEqual({
      value: 'a: b',
      offset: 6,
      start: 1,
      end: 14,
    })
    expect(findFrontMatter('\uFEFF\uFEFF---\na: b\n---\n')).toBeNull()
  })

  it('finds what remark finds in any mix of fences, white space and line endings', () => {
    const pieces = [
      '---',
      '---',
      '---',
      '\n',
      '\n',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      'a: b',
      '...',
      '-',
      '\u00A0',
      '\u2028',
    ]
    const random = createRandom(4)
    let count = 0
    for (let run = 0; run < 4000; run++) {
      let text = `---${pieces[3 + Math.floor(random() * 7)]}`
      for (let length = Math.floor(random() * 8); length > 0; length--)
        text += pieces[Math.floor(random() * pieces.length)]
      const front = found(text)
      expect(front, JSON.stringify(text)).toEqual(readByRemark(text))
      if (front) count++
    }
    expect(count).toBeGreaterThan(300)
  })

  it('takes no longer for very many fences that are none than for other text', () => {
    expect(findFrontMatter(`---\n${`---${' '.repeat(50)}x\n`.repeat(40_000)}`)).toBeNull()
    expect(findFrontMatter(`---\n${'-'.repeat(2_000_000)}`)).toBeNull()
    expect(findFrontMatter(`---\n---${' '.repeat(2_000_000)}x`)).toBeNull()
  })
})
