import { bench, describe } from 'vitest'
import { parseInlineMarkdown } from '../../src/parse/markdown/parse-markdown.ts'
import { InlineReader } from '../../src/parse/segments/inline-content.ts'
import { readSimpleInline } from '../../src/parse/segments/simple-inline.ts'
import { documents } from './samples.ts'

/** What is written in segments that hold markup, each once. */
const markups = [
  ...new Set(
    documents
      .flatMap(({ units }) => Object.values(units))
      .filter(({ syntax }) => syntax === 'markdown')
      .flatMap(({ source, target }) => [source, target])
      .flatMap((segment) => (segment?.content ? [segment.markup] : [])),
  ),
]
const simple = markups.filter((markup) => readSimpleInline(markup, 'markdown'))

describe(`the markup of ${markups.length} segments`, () => {
  const reader = new InlineReader()

  bench('known already', () => {
    for (const markup of markups) reader.read(markup, 'markdown')
  })

  // What may refer to definitions of a document is not known to others, so each reader reads all of it.
  bench('read', () => {
    const fresh = new InlineReader(new Map([['', '']]))
    for (const markup of markups) fresh.read(markup, 'markdown')
  })
})

describe(`the markup of ${simple.length} segments that are simple`, () => {
  bench('readSimpleInline', () => {
    for (const markup of simple) readSimpleInline(markup, 'markdown')
  })

  bench('native parser', () => {
    for (const markup of simple) parseInlineMarkdown(markup)
  })

  bench('remark', () => {
    for (const markup of simple) parseInlineMarkdown(markup, 'remark')
  })
})
