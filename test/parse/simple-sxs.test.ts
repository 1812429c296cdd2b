import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scanAnySxs } from '../../src/parse/scan-sxs.ts'
import { scanSimpleSxs } from '../../src/parse/simple-sxs.ts'
import { createRandom } from '../join/generate-revision.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus, SEED } from '../support/corpus.ts'

const OPEN = '<span data-ttu-id="a-1">'
const MIDDLE = '</span><span class="sxs-lookup"><span data-stu-id="a-1">'
const PIECES = [
  ...[
    pair('a-1', 'Un', 'One'),
    pair('a-1', 'Un', 'One'),
    pair('a-2', '</span>', '<span> </span>'),
    pair('a-3', '', ''),
  ],
  ...[
    pair('', 'Un', 'One'),
    pair('a b', 'Un', 'One'),
    pair('a"b', 'Un', 'One'),
    OPEN,
    MIDDLE,
    OPEN.replaceAll('"', '&quot;'),
  ],
  ...[
    '</span>',
    '</span></span>',
    '<span class="sxs-lookup">',
    '<span data-stu-id="a-1">',
    'tu-id',
    'tu-id=',
    ' data-stu-id="',
  ],
  ...['text', '\n', '\n\n', '&quot;', '<span>', MIDDLE.replace('><', '> <'), MIDDLE.replace('a-1', 'a-2')],
]

describe('scanSimpleSxs', () => {
  it('finds what the scanner finds, or nothing, in any mix of delimiters and text', () => {
    const random = createRandom(5)
    let read = 0
    for (let run = 0; run < 40_000; run++) {
      let text = ''
      for (let count = Math.floor(random() * 6); count >= 0; count--)
        text += PIECES[Math.floor(random() * PIECES.length)]
      const fast = scanSimpleSxs(text)
      if (!fast) continue
      read++
      expect(fast, text).toEqual(scanAnySxs(text))
    }
    expect(read).toBeGreaterThan(4000)
  })

  it('finds what the scanner finds, or nothing, in a real document that was damaged', () => {
    const random = createRandom(6)
    const seed = readFileSync(SEED, 'utf8')
    let read = 0
    for (let run = 0; run < 400; run++) {
      const at = Math.floor(random() * seed.length)
      const inserted = random() < 0.5 ? '' : PIECES[Math.floor(random() * PIECES.length)]!
      const text = seed.slice(0, at) + inserted + seed.slice(at + Math.floor(random() * 3))
      const fast = scanSimpleSxs(text)
      if (!fast) continue
      read++
      expect(fast).toEqual(scanAnySxs(text))
    }
    expect(read).toBeGreaterThan(40)
  })

  it.skipIf(!hasCorpus)('reads nearly all of the corpus, as the scanner does', () => {
    let left = 0
    let count = 0
    for (const folder of ['seed', 'lync-2013/fr-FR', 'teams/fr-FR']) {
      for (const { text } of corpusFiles(folder)) {
        const fast = scanSimpleSxs(text)
        count++
        if (fast) expect(JSON.stringify(fast)).toBe(JSON.stringify(scanAnySxs(text)))
        else left++
      }
    }
    expect(left).toBeLessThan(count / 50)
  })
})
