import { bench, describe } from 'vitest'
import { scanSxs } from '../../src/bitext/scan-sxs.ts'
import { draftUnits } from '../../src/bitext/unit-drafts.ts'
import { samples } from './samples.ts'

describe('splitting text into literal pieces and units', () => {
  const scanned = samples.map(({ text }) => ({ text, pieces: scanSxs(text) }))

  bench('scanSxs', () => {
    for (const { text } of samples) scanSxs(text)
  })

  bench('draftUnits', () => {
    for (const { text, pieces } of scanned) draftUnits(text, pieces)
  })
})
