import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { monolingualText } from '../../src/parse/monolingual-text.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { comparable } from '../support/comparable.ts'
import { corpusFiles, corpusResolver, hasCorpus } from '../support/corpus.ts'

/** Document sides whose filled skeleton shows what the full parse of the monolingual text shows; the numbers may only grow. */
const EQUAL: Readonly<Record<string, number>> = { 'teams/fr-FR': 466, 'lync-2013/fr-FR': 3875 }

describe.skipIf(!hasCorpus)('the filled skeleton', () => {
  it.each(Object.entries(EQUAL))(
    'equals the full parse of the monolingual text: %s',
    (folder, atLeast) => {
      const resolve = corpusResolver(folder)
      const unequal: string[] = []
      let [equal, mended] = [0, 0]
      for (const { path, text } of corpusFiles(folder)) {
        const document = parseDocument(new VFile(text), { path, resolve })
        for (const side of ['target', 'source'] as const) {
          // Without the source side nothing tells what is broken.
          if (side === 'target' && Object.values(document.units).some((unit) => unit.target?.written)) {
            mended++
            continue
          }
          const monolingual = parseDocument(new VFile(monolingualText(text, side).text), { path, resolve })
          if (comparable(fillSkeleton(document, side)) === comparable(fillSkeleton(monolingual, side)))
            equal++
          else unequal.push(`${path} (${side})`)
        }
      }
      console.info(
        `${folder}: ${equal} of ${equal + unequal.length} document sides equal, ${mended} mended`,
        unequal,
      )
      expect(equal + mended).toBeGreaterThanOrEqual(atLeast)
    },
    600_000,
  )
})
