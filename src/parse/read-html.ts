import type { ElementContent, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Position } from 'unist'
import { work } from '../model/build/work.ts'
import { findFrontMatter } from '../util/text/find-front-matter.ts'
import { placeOf } from './document-text.ts'
import { RawBounds } from './html/bound-raw.ts'
import { tidyTree } from './html/tidy-tree.ts'
import { SegmentReader } from './segments/segment-reader.ts'
import { elementsNamed } from './structure/blocks.ts'
import { type DocumentParts, type DocumentSource, metadataOf, skeletonOf } from './to-document.ts'

/** Reads a page or a fragment of HTML. */
export function readHtml({ options, text, references, simplifications }: DocumentSource): DocumentParts {
  const { text: written } = text.skeleton
  const front = findFrontMatter(written)
  const segments = new SegmentReader({
    text,
    isHtml: true,
    syntaxes: new Map(text.drafts.map(({ key }) => [key, 'html'])),
    definitions: new Map(),
    references,
    simplifications,
    parser: options.parser,
  })
  const metadata = metadataOf(front, text, segments)
  const start = front?.end ?? 0
  const html = ' '.repeat(start) + written.slice(start)
  work.htmlPages++
  const dropped: number[] = []
  const bounded = new RawBounds(() => {}).html(html, 0, (offset) => dropped.push(offset))
  if (dropped[0] !== undefined) simplifications.add('flattened', placeOf(text, pointAt(dropped[0])))
  const page = unified()
    .use(rehypeParse, { fragment: !/<(?:html|body|!doctype)\b/i.test(html) })
    .parse(bounded)
  const [body] = elementsNamed(page.children as ElementContent[], 'body')
  const [title] = elementsNamed(page.children as ElementContent[], 'title')
  const tree: Root = { type: 'root', children: body ? body.children : page.children }
  const { skeleton, structure } = skeletonOf(tidyTree(tree, true), text, segments, references, (position) =>
    placeOf(text, position),
  )
  const htmlTitle =
    title?.children.map((child) => (child.type === 'text' ? child.value : '')).join('') ?? null
  return { text, segments, metadata, skeleton, structure, full: {}, htmlTitle }
}

/** A position in the skeleton's text with only an offset. */
function pointAt(offset: number): Position {
  const point = { line: 1, column: 1, offset }
  return { start: point, end: point }
}
