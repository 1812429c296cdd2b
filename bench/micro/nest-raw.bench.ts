import type { Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { toHast } from 'mdast-util-to-hast'
import { bench, describe } from 'vitest'
import { DocumentReader } from '../../src/parse/document-reader.ts'
import { parseMarkdown } from '../../src/parse/markdown.ts'
import { nestRaw } from '../../src/parse/simple-raw.ts'
import { samples } from './samples.ts'

/** Trees of skeletons whose raw HTML is simple. */
const trees = samples
  .map(({ path, text }) => parseMarkdown(new DocumentReader(text, { path }, []).made.text))
  .map((tree) => toHast(tree, { allowDangerousHtml: true }) as Root)
  .filter((tree) => nestRaw(tree))

describe(`nesting the raw HTML of ${trees.length} documents`, () => {
  bench('nestRaw', () => {
    for (const tree of trees) nestRaw(tree)
  })

  bench('hast-util-raw', () => {
    for (const tree of trees) raw(tree as Nodes)
  })
})
