import { bench, describe } from 'vitest'
import { takeApart } from '../../src/parse/document-text.ts'
import { sanitizeTree } from '../../src/parse/html/sanitize.ts'
import { tidyTree } from '../../src/parse/html/tidy-tree.ts'
import { usualTree } from '../../src/parse/html/to-safe-tree.ts'
import { markdownToHast, parseMarkdown } from '../../src/parse/markdown/parse-markdown.ts'
import { samples } from './samples.ts'

/** Trees of skeletons that take the fast path. */
const trees = samples
  .map(({ text }) => parseMarkdown(takeApart(text).skeleton.text))
  .filter((tree) => usualTree(tree, true))

describe(`making hast of ${trees.length} documents`, () => {
  bench('usualTree', () => {
    for (const tree of trees) usualTree(tree, true)
  })

  bench('libraries', () => {
    for (const tree of trees) sanitizeTree(tidyTree(markdownToHast(tree)))
  })
})
