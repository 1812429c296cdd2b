import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../src/model/document.ts'
import type { Segment, Side } from '../../src/model/unit.ts'
import { monolingualText } from '../../src/parse/monolingual-text.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { comparable } from '../support/comparable.ts'
import { corpusFiles, corpusResolver, hasCorpus } from '../support/corpus.ts'

/** Document sides whose filled skeleton shows what the full parse of the monolingual text shows; the numbers may only grow. */
const EQUAL: Readonly<Record<string, number>> = { 'teams/fr-FR': 466, 'lync-2013/fr-FR': 3875 }

/** A document without what was mended with the source side's help, which the monolingual text does not have. */
function asWritten(document: BilingualDocument): BilingualDocument {
  const units = Object.entries(document.units).map(([key, unit]) => {
    return [key, { ...unit, source: sideAsWritten(unit.source), target: sideAsWritten(unit.target) }] as const
  })
  return { ...document, units: Object.fromEntries(units) }
}

function sideAsWritten(segment: Segment | null): Segment | null {
  if (!segment?.written) return segment
  const { content: _, written, ...shown } = segment
  return { ...shown, ...written }
}

function isMended({ units }: BilingualDocument, side: Side): boolean {
  return Object.values(units).some((unit) => unit[side]?.written !== undefined)
}

describe.skipIf(!hasCorpus)('the filled skeleton', () => {
  it.each(Object.entries(EQUAL))('equals the full parse of the monolingual text: %s', (folder, atLeast) => {
    const resolve = corpusResolver(folder)
    const unequal: string[] = []
    let [equal, mended] = [0, 0]
    for (const { path, text } of corpusFiles(folder)) {
      const document = parseDocument(new VFile(text), { path, resolve })
      for (const side of ['target', 'source'] as const) {
        // A side that is read in full is read with what was mended.
        if (document.skeleton.full?.[side] && isMended(document, side)) {
          mended++
          continue
        }
        const monolingual = parseDocument(new VFile(monolingualText(text, side).text), { path, resolve })
        if (
          comparable(fillSkeleton(asWritten(document), side)) === comparable(fillSkeleton(monolingual, side))
        )
          equal++
        else unequal.push(`${path} (${side})`)
      }
    }
    console.info(
      `${folder}: ${equal} of ${equal + unequal.length} document sides equal, ${mended} mended ones not compared`,
      unequal,
    )
    expect(equal + mended).toBeGreaterThanOrEqual(atLeast)
    expect(mended).toBeLessThanOrEqual(2)
  })
})
