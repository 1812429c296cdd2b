import type { Element, ElementContent, Root } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Position } from 'unist'
import { MarkedText } from '../bitext/marked-text.ts'
import { rewritten } from '../bitext/skeleton-text.ts'
import { work } from '../model/build/work.ts'
import type { FullTree } from '../model/document.ts'
import type { Table } from '../model/table.ts'
import type { Side, Syntax } from '../model/unit.ts'
import { findFrontMatter } from '../util/text/find-front-matter.ts'
import { visit } from '../util/tree/visit.ts'
import { type DocumentText, placeIn, placeOf, sourcesOf } from './document-text.ts'
import { findHazards, planPhrasing } from './hazards/find-hazards.ts'
import { type MarkdownSurvey, surveyMarkdown } from './hazards/survey-markdown.ts'
import type { OnSimplified } from './html/bound-tree.ts'
import { parseAsMarkdig } from './markdown/parse-as-markdig.ts'
import { markdownToTree } from './markdown/parse-markdown.ts'
import { microsoftTransforms } from './microsoft/index.ts'
import type { CodeReference } from './microsoft/types.ts'
import type { ParsedBody, SimplifiedText } from './parsed-body.ts'
import { withoutPositions } from './segments/inline-content.ts'
import { SegmentReader } from './segments/segment-reader.ts'
import { elementsNamed } from './structure/blocks.ts'
import type { Structure } from './structure/collect-structure.ts'
import { toSkeleton } from './structure/to-skeleton.ts'
import { UniqueIds } from './structure/unique-ids.ts'
import { type DocumentParts, type DocumentSource, metadataOf, skeletonOf } from './to-document.ts'

/** A delimiter row that was rewritten to be parsed as in Markdig: its place in the input, and number of cells. */
type DelimiterRow = NonNullable<Table['delimiters']>

/** The body of a document, and the reader of its segments. */
interface ReadBody {
  readonly text: DocumentText
  readonly rows: readonly DelimiterRow[]
  readonly body: ParsedBody
  readonly segments: SegmentReader
}

/** Reads a Markdown document. */
export function readMarkdown(source: DocumentSource): DocumentParts {
  const { references, simplifications } = source
  const shared = sharedBody(source)
  if (shared) work.bodiesShared++
  const { text, rows, body, segments } = shared
    ? { text: source.text, rows: [], body: shared, segments: segmentReader(source, source.text, shared) }
    : parseBody(source)
  const front = findFrontMatter(text.skeleton.text)
  // Positions of a shared body refer to the skeleton of another translation.
  const shift = (front?.end ?? 0) - body.start
  const toPlace = (position: Position | undefined) => placeOf(text, position, shift)
  for (const { why, position } of shared?.simplified ?? []) simplifications.add(why, toPlace(position))
  const metadata = metadataOf(front, text, segments)
  const sides = source.options.full === false ? [] : (['source', 'target'] as const)
  const hazards = sides.map((side) => [side, hazardsOf(body, text, segments, side)] as const)
  const { skeleton, structure } = skeletonOf(body.tree, text, segments, references, toPlace)
  const full: Partial<Record<Side, FullTree>> = {}
  for (const [side, because] of hazards)
    if (because.length > 0) full[side] = fullTree(source, { text, segments, side, because, structure })
  return {
    text,
    segments,
    metadata,
    skeleton,
    structure: rows.length === 0 ? structure : withDelimiters(structure, rows),
    full,
    htmlTitle: null,
  }
}

/** The body that another translation of the document has parsed already, if this one's is equal. */
function sharedBody({ options, text }: DocumentSource): ParsedBody | undefined {
  const known = options.bodies?.get(options.path)
  if (!known) return undefined
  const { text: written } = text.skeleton
  const start = findFrontMatter(written)?.end ?? 0
  if (written.length - start !== known.text.length || !written.endsWith(known.text)) return undefined
  return sourcesOf(text).every((source, at) => source === known.sources[at]) ? known : undefined
}

/** Parses the skeleton's text; delimiter rows that GFM does not read are rewritten in it. */
function parseBody(source: DocumentSource): ReadBody {
  const { options, references, simplifications } = source
  const simplified: SimplifiedText[] = []
  const simplifyIn =
    (text: DocumentText): OnSimplified =>
    (why, position) => {
      if (simplifications.add(why, placeOf(text, position))) simplified.push({ why, position })
    }
  const { codec, input, skeleton: written } = source.text
  const { tree, pieces, rows } = parseAsMarkdig(written.text, {
    parser: options.parser,
    onSimplified: simplifyIn(source.text),
    isOpaque: (alt) => codec.has(alt),
  })
  const text = pieces.length > 0 ? { ...source.text, skeleton: rewritten(written, pieces) } : source.text
  const { text: skeletonText } = text.skeleton
  // Before any transform changes the tree.
  const { syntaxes, definitions, holds } = surveyMarkdown(tree, skeletonText, codec)
  const phrasing = planPhrasing(tree, skeletonText, codec, options.parser === 'formulas')
  const segments = segmentReader(source, text, { syntaxes, definitions })
  const hast = toTree(source, segments, { tree, text, written: skeletonText, holds }, simplifyIn(text))
  const start = findFrontMatter(skeletonText)?.end ?? 0
  const body: ParsedBody = {
    text: skeletonText.slice(start),
    start,
    sources: sourcesOf(text),
    syntaxes,
    definitions,
    phrasing,
    simplified,
    tree: hast,
  }
  // Included content belongs to the locale.
  const isShared = references.includes.length === 0 && codec.unitKeys().every((key) => key !== undefined)
  if (isShared) options.bodies?.set(options.path, body)
  return {
    text,
    rows: rows.map(({ start, end, cells }) => ({
      cells,
      place: placeIn(input, written.map.toInput(start), written.map.toInput(end)),
    })),
    body,
    segments,
  }
}

function segmentReader(
  { options, references, simplifications }: DocumentSource,
  text: DocumentText,
  { syntaxes, definitions }: Pick<ParsedBody, 'syntaxes' | 'definitions'>,
): SegmentReader {
  const byKey = new Map<string, Syntax>()
  for (const [index, key] of text.codec.unitKeys().entries()) {
    const syntax = syntaxes[index]
    if (key !== undefined && syntax) byKey.set(key, syntax)
  }
  const { parser } = options
  const settings = { text, isHtml: false, syntaxes: byKey, definitions, references, simplifications, parser }
  const segments = new SegmentReader(settings)
  segments.parseAhead()
  return segments
}

/** Clean hast of Markdown with Microsoft's constructs. */
function toTree(
  { references }: DocumentSource,
  segments: SegmentReader,
  read: {
    readonly tree: MdastRoot
    readonly text: DocumentText
    /** The text that the tree was parsed from. */
    readonly written: string
    readonly holds?: MarkdownSurvey['holds']
  },
  onSimplified: OnSimplified,
): Root {
  const { tree, text, written, holds = { inline: true, tabs: true } } = read
  const toPlace = (position: Position | undefined) => placeOf(text, position) ?? ([0, 0] as const)
  const context = {
    text: written,
    written: (start: number, end: number) => written.slice(start, end),
    holds,
    sourceText: (value: string) => segments.sideText(value, 'source'),
    include: (url: string, position: Position | undefined, isInline?: boolean) =>
      references.include(url, toPlace(position), isInline),
    code: (reference: CodeReference, position: Position | undefined) =>
      references.code(reference, toPlace(position)),
  }
  for (const transform of microsoftTransforms) transform(tree, context)
  return markdownToTree(tree, { text: written, codec: text.codec, onSimplified })
}

/** Keys of the units that cannot be slots on one side. */
function hazardsOf(
  { phrasing }: ParsedBody,
  { skeleton: { text, slots } }: DocumentText,
  segments: SegmentReader,
  side: Side,
): string[] {
  const units = slots.map(({ draft, start, end }) => {
    const inline = segments.read(draft, side)
    const core = segments.core(draft, side)
    return { key: draft.key, start, end, core, inline, syntax: segments.syntaxOf(draft) }
  })
  return findHazards({ phrasing, text, units })
}

/** Parses one side in full, its segments still marked. */
function fullTree(
  source: DocumentSource,
  {
    text,
    segments,
    side,
    because,
    structure,
  }: {
    readonly text: DocumentText
    readonly segments: SegmentReader
    readonly side: Side
    readonly because: readonly string[]
    readonly structure: Structure
  },
): FullTree {
  const { options, references, simplifications } = source
  const marked = new MarkedText(text.input, text.pieces, text.drafts, (draft) => segments.core(draft, side))
  const clean = (value: string) => marked.clean(value)
  // Positions refer to the marked text: the first unit that needs the parse gives the place.
  const first = text.draftsByKey.get(because[0]!)
  const onSimplified: OnSimplified = (why) =>
    simplifications.add(why, first && [first.sxs.start, first.sxs.end])
  const { tree, text: written } = parseAsMarkdig(marked.made.text, {
    parser: options.parser,
    onSimplified,
    isOpaque: (alt) => clean(alt) !== alt,
  })
  const hast = references.again(() => toTree(source, segments, { tree, text, written }, onSimplified))
  const unmarked = marked.unmark(toSkeleton(hast, text.codec, clean, references.xrefsOf(side)))
  shareIds(unmarked, structure)
  return { tree: withoutPositions(stripFormats(unmarked)), because }
}

/** Adds the rewritten delimiter rows to their tables. */
function withDelimiters(structure: Structure, rows: readonly DelimiterRow[]): Structure {
  const tables = [...structure.tables]
  const placed = tables
    .flatMap(({ place }, index) => (place ? { index, start: place[0], end: place[1] } : []))
    .sort((a, b) => a.start - b.start)
  // The tables around a row, outermost first.
  const open: typeof placed = []
  let next = 0
  for (const delimiters of rows) {
    const [at] = delimiters.place
    for (; next < placed.length && placed[next]!.start <= at; next++) open.push(placed[next]!)
    while (open.length > 0 && open[open.length - 1]!.end <= at) open.pop()
    const index = open[open.length - 1]?.index
    if (index !== undefined) tables[index] = { ...tables[index]!, delimiters }
  }
  return { ...structure, tables }
}

function stripFormats(tree: Root): Root {
  visit(tree, 'element', (node) => {
    delete node.properties.dataFormat
  })
  return tree
}

/** Gives the headings of a side's own tree the ids of the skeleton, if both have the same number; makes ids unique. */
function shareIds(tree: Root, structure: Structure): void {
  const nodes = tree.children as ElementContent[]
  const headings = elementsNamed(nodes, null).filter(isHeading)
  if (headings.length === structure.outline.length)
    for (const [index, heading] of headings.entries()) heading.properties.id = structure.outline[index]!.id
  new UniqueIds(nodes, () => [])
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.tagName) && element.properties.id !== 'footnote-label'
}
