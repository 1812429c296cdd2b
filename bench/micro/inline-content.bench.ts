import { bench, describe } from 'vitest'
import { InlineReader } from '../../src/parse/segments/inline-content.ts'
import { documents } from './samples.ts'

/** Distinct markup of segments. */
const markups = [
  ...new Set(
    documents
      .flatMap(({ units }) => Object.values(units))
      .filter(({ syntax }) => syntax === 'markdown')
      .flatMap(({ source, target }) => [source, target])
      .flatMap((segment) => (segment?.content ? [segment.markup] : [])),
  ),
]
describe(`the markup of ${markups.length} segments`, () => {
  const reader = new InlineReader()

  bench('cached', () => {
    for (const markup of markups) reader.read(markup, 'markdown')
  })

  // Markup that may refer to a document's definitions is not cached across readers, so each reader reads all
  // of it.
  bench('parsed one by one', () => {
    const fresh = new InlineReader(new Map([['', '']]))
    for (const markup of markups) fresh.read(markup, 'markdown')
  })

  bench('parsed in one go', () => {
    const fresh = new InlineReader(new Map([['', '']]))
    fresh.parseAhead(markups)
    for (const markup of markups) fresh.read(markup, 'markdown')
  })
})
