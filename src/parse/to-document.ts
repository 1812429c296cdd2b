import type { ElementContent, Root } from 'hast'
import type { Position } from 'unist'
import { findStrays } from '../bitext/strays.ts'
import type { BilingualDocument, FullTree, Metadata } from '../model/document.ts'
import type { OutlineEntry } from '../model/outline.ts'
import { linesOf, type Place } from '../model/place.ts'
import { textOfParts, textOfUnit } from '../model/text.ts'
import type { Side, TranslationUnit } from '../model/unit.ts'
import { toDictionary } from '../util/data/dictionary.ts'
import { canonicalLocale } from '../util/text/canonical-locale.ts'
import type { FrontMatterText } from '../util/text/find-front-matter.ts'
import { foldSpace } from '../util/text/fold-space.ts'
import { type DocumentText, partsOf, placeIn } from './document-text.ts'
import { withoutNoLoc } from './microsoft/no-loc.ts'
import type { References } from './microsoft/references.ts'
import type { ParseOptions } from './parse-options.ts'
import { handoffOf, metadataText, readMetadata } from './read-metadata.ts'
import { withoutPositions } from './segments/inline-content.ts'
import { linksAroundUnits, linksInUnits, linksOverUnits } from './segments/links-in-units.ts'
import { makeUnits } from './segments/make-units.ts'
import type { SegmentReader } from './segments/segment-reader.ts'
import type { Simplifications } from './simplifications.ts'
import { elementsNamed } from './structure/blocks.ts'
import { collectStructure, type Structure } from './structure/collect-structure.ts'
import { toSkeleton } from './structure/to-skeleton.ts'

/** Input of the readers of Markdown and HTML. */
export interface DocumentSource {
  readonly options: ParseOptions
  readonly text: DocumentText
  readonly references: References
  readonly simplifications: Simplifications
}

/** Result of the readers of Markdown and HTML. */
export interface DocumentParts {
  /** The text of the source, perhaps with rewritten pieces in the skeleton. */
  readonly text: DocumentText
  readonly segments: SegmentReader
  readonly metadata: Metadata
  readonly skeleton: Root
  readonly structure: Structure
  /** Trees of sides that needed the full parse. */
  readonly full: Partial<Record<Side, FullTree>>
  /** Text of the `title` element, with slots; `null` without one. */
  readonly htmlTitle: string | null
}

/** Reads front matter that can contain slots. */
export function metadataOf(
  front: FrontMatterText | null,
  { codec, input, skeleton }: DocumentText,
  segments: SegmentReader,
): Metadata {
  const resolve = (value: string) =>
    withoutNoLoc(codec.has(value) ? segments.sideText(value, 'target') : value) ?? ''
  const toPlace = (start: number, end: number) =>
    placeIn(input, skeleton.map.toInput(start), skeleton.map.toInput(end))
  return readMetadata(front, toPlace, resolve)
}

/**
 * Turns the slot characters of a clean tree into slots, and reads the structure of the result.
 *
 * @param place gives the place in the input of a position in the tree.
 */
export function skeletonOf(
  tree: Root,
  { codec }: DocumentText,
  segments: SegmentReader,
  references: References,
  place: (position: Position | undefined) => Place | undefined,
): Pick<DocumentParts, 'skeleton' | 'structure'> {
  const sourceText = (value: string) => segments.sideText(value, 'source')
  const skeleton = toSkeleton(tree, codec, sourceText, references.xrefs())
  const textOf = (key: string) =>
    Object.hasOwn(references.includedUnits, key)
      ? textOfUnit(references.includedUnits[key], 'source')
      : segments.plain(key, 'source')
  const structure = collectStructure({
    tree: skeleton,
    place,
    idsOf: (key) =>
      Object.hasOwn(references.includedUnits, key)
        ? idsIn(references.includedUnits[key]?.source?.content)
        : idsIn(segments.content(key, 'source')),
    sourceText: (parts) =>
      foldSpace(parts.map((part) => (typeof part === 'string' ? part : textOf(part.unit))).join('')),
  })
  return { skeleton, structure }
}

/** Ids of the elements in the content of a segment. */
function idsIn(content: readonly ElementContent[] = []): string[] {
  return elementsNamed(content, null).flatMap(({ properties: { id } }) =>
    typeof id === 'string' && id ? [id] : [],
  )
}

/** Assembles the model of a document. */
export function toDocument(
  { options, references, simplifications }: DocumentSource,
  { text, segments, metadata, skeleton, structure, full, htmlTitle }: DocumentParts,
  format: BilingualDocument['format'],
): BilingualDocument {
  const handoff = handoffOf(metadata)
  const units = makeUnits(text, structure, segments)
  const order = text.drafts.map(({ key }) => key)
  const { links, anchors } = linksInUnits({ units, order })
  const own = [...structure.links, ...links, ...linksAroundUnits({ units }, full, structure.unitLinks)]
  const includedUnits = placeIncluded(references, structure)
  const tables = { units, includedUnits }
  const heading = titleIn(structure.outline)
  const headingText = (side: Side) => (heading ? textOfParts(heading.parts, tables, side) || null : null)
  const htmlText = (side: Side) =>
    htmlTitle === null ? null : textOfParts(text.codec.parts(htmlTitle), tables, side) || null
  // Front matter is in the target's language only, and often not the translation of the heading.
  const ownTitle = htmlText('target') ?? (heading?.depth === 1 ? headingText('target') : null)
  return {
    type: 'document',
    version: 2,
    path: options.path,
    format,
    sourceLocale: options.sourceLocale ?? 'en-US',
    targetLocale: canonicalLocale(handoff.contentLocale) ?? options.targetLocale ?? 'und',
    title: {
      source: htmlText('source') ?? headingText('source') ?? metadataText(metadata, 'TOCTitle') ?? null,
      target: ownTitle ?? metadataText(metadata, 'title') ?? headingText('target') ?? null,
    },
    metadata,
    handoff,
    lines: linesOf(text.input),
    units,
    order,
    includedUnits,
    skeleton: {
      parts: partsOf(text),
      tree: withoutPositions(skeleton),
      ...(Object.keys(full).length > 0 ? { full } : {}),
    },
    outline: structure.outline,
    tables: structure.tables,
    ...(simplifications.found.length > 0 && { simplified: simplifications.found }),
    includes: references.includes,
    links: [...own, ...linksOverUnits({ units }, full, own)].sort((a, b) => a.place[0] - b.place[0]),
    anchors: [...new Set([...structure.anchors, ...anchors])],
    strays: findStrays(text.input, text.pieces),
  }
}

/** The heading that is a document's title: the first one, if no later one is beside or above it, or if it is of level 1. */
function titleIn([first, ...others]: readonly OutlineEntry[]): OutlineEntry | undefined {
  return first?.depth === 1 || others.every(({ depth }) => depth > first!.depth) ? first : undefined
}

/** The units of included files, with their context in this document. */
function placeIncluded(
  { includedUnits }: References,
  { contexts }: Structure,
): Record<string, TranslationUnit> {
  return toDictionary(
    Object.entries(includedUnits),
    ([key]) => key,
    ([key, unit]) => {
      const { heading: _, ...context } = unit.context
      return { ...unit, context: contexts.get(key) ?? context }
    },
  )
}
