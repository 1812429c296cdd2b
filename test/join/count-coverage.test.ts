import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { countCoverage } from '../../src/join/count-coverage.ts'
import { joinDocuments } from '../../src/join/join-documents.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { pair } from '../support/bilingual.ts'

const read = (path: string, locale: string, text: string, front = '') =>
  parseDocument(new VFile(`---\nms.contentlocale: ${locale}\n${front}---\n\n${text}\n`), { path })

it('counts units and words of the newest source revision, by locale and folder', () => {
  const french = `${pair('a-1', 'un', 'One two three.')}\n\n${pair('a-2', 'deux', 'Wait for 5 minutes here.')}\n\n<span data-ttu-id="a-3"></span><span class="sxs-lookup"><span data-stu-id="a-3">Left.</span></span>`
  const german = `${pair('b-1', 'eins', 'One two three.')}\n\n${pair('b-2', 'zwei', 'Wait for 9 minutes here.')}`
  const old = 'ms.openlocfilehash: x\nms.lasthandoff: 01/01/2019\n'
  const newer = 'ms.openlocfilehash: y\nms.lasthandoff: 01/01/2020\nms.translationtype: MT\n'
  const count = countCoverage('en-US')
  count.add(joinDocuments([read('g/a.md', 'fr-FR', french, newer), read('g/a.md', 'de-DE', german, old)]), [
    'fr-FR',
    'de-DE',
    undefined,
  ])
  count.add(joinDocuments([read('b.md', 'fr-FR', pair('a-1', 'x', 'A.'), 'ms.translationtype: HT\n')]), [
    'fr-FR',
    'de-DE',
  ])
  const { total, locales, folders } = count.report()
  expect(total).toEqual({ documents: 2, units: 4, words: 3 + 5 + 1 + 1 })
  expect(Object.keys(locales)).toEqual(['de-DE', 'fr-FR'])
  expect(locales['fr-FR']).toEqual({
    coverage: 0.75,
    documents: { complete: 1, partial: 1, stale: 0, missing: 0 },
    units: { translated: 3, stale: 0, missing: 1 },
    words: { translated: 9, stale: 0, missing: 1 },
    translatedBy: { machine: 2, human: 1, unknown: 0 },
  })
  expect(locales['de-DE']).toEqual({
    coverage: 0.25,
    documents: { complete: 0, partial: 0, stale: 1, missing: 1 },
    units: { translated: 1, stale: 1, missing: 2 },
    words: { translated: 3, stale: 5, missing: 2 },
    translatedBy: { machine: 0, human: 0, unknown: 2 },
  })
  expect(folders.map(({ path, total: { documents } }) => [path, documents])).toEqual([
    ['', 1],
    ['g', 1],
  ])
})

it('says 1 only where nothing is missing', () => {
  const text = Array.from({ length: 12_000 }, (_, at) =>
    pair(`a-${at}`, at === 0 ? '' : 'x', `Text ${at}.`),
  ).join('\n')
  const count = countCoverage('en-US')
  count.add(joinDocuments([read('a.md', 'fr-FR', text)]), [])
  expect(count.report().locales['fr-FR']!.coverage).toBe(0.9999)
})
