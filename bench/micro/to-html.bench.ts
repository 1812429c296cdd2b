import { toHtml as toHtmlByLibrary } from 'hast-util-to-html'
import { bench, describe } from 'vitest'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { toHtml } from '../../src/render/to-html.ts'
import { documents } from './samples.ts'

const trees = documents.map((document) => fillSkeleton(document, 'target'))

describe(`writing ${trees.length} documents as HTML`, () => {
  bench('toHtml', () => {
    for (const tree of trees) toHtml(tree)
  })

  bench('hast-util-to-html', () => {
    for (const tree of trees) toHtmlByLibrary(tree)
  })
})

describe('other work on the same documents', () => {
  bench('fillSkeleton', () => {
    for (const document of documents) fillSkeleton(document, 'target')
  })

  bench('JSON of the models', () => {
    for (const document of documents) JSON.stringify(document)
  })
})
