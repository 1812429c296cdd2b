/** Converts models to JSON, without derived properties. */
import type { ElementContent, RootContent } from 'hast'
import { mapValues } from '../../util/data/map-values.ts'
import type { BilingualDocument, FullTree, LinkReference } from '../document.ts'
import type { SkeletonTree } from '../hast.ts'
import type { JoinedTarget, LocaleEdition, MultilingualDocument, MultilingualUnit } from '../multilingual.ts'
import type { Place } from '../place.ts'
import type { Table, TableCell } from '../table.ts'
import { unitOf } from '../text.ts'
import type { Segment, TranslationUnit, WrittenContent } from '../unit.ts'
import { placesOfSides } from '../written-unit.ts'
import type * as Json from './types.ts'
import { unitsInBlocks } from './units-in-blocks.ts'

/** Converts a model to JSON; `fromJson` converts it back. */
export function toJson<Model extends BilingualDocument | MultilingualDocument>(
  document: Model,
): Model extends BilingualDocument ? Json.DocumentJson : Json.MultilingualJson {
  const json = document.type === 'document' ? documentToJson(document) : multilingualToJson(document)
  return json as ReturnType<typeof toJson<Model>>
}

function documentToJson(document: BilingualDocument): Json.DocumentJson {
  const { units, includedUnits, skeleton, tables, links } = document
  const { parts, tree, full } = skeleton
  return {
    ...document,
    units: mapValues(units, unitToJson),
    includedUnits: mapValues(includedUnits, unitToJson),
    skeleton: { parts, tree: treeToJson(tree), ...(full && { full: mapValues(full, fullToJson) }) },
    tables: tables.map(tableToJson),
    links: links.map((link) => linkToJson(link, document)),
  }
}

/** Converts a unit to JSON, without its key. */
export function unitToJson(unit: TranslationUnit, key = unit.key): Json.UnitJson {
  const { key: _, id, source, target, syntax, defects, ...rest } = unit
  const places = placesOfSides(unit)
  return {
    ...(id !== key && { id }),
    source: source && segmentToJson(source, places.source),
    target: target && segmentToJson(target, places.target),
    ...(syntax !== 'markdown' && { syntax }),
    ...rest,
    ...(defects.length > 0 && { defects }),
  }
}

function segmentToJson(segment: Segment, usual?: Place): Json.SegmentJson {
  const { markup, text, content, written, place, ...rest } = segment
  return {
    markup,
    ...(text !== markup && { text }),
    ...(content && { content: content.map(nodeToJson) }),
    ...(written && { written: writtenToJson(written) }),
    ...(!isSame(place, usual) && { place }),
    ...rest,
  }
}

function writtenToJson({ text, content }: WrittenContent): Json.WrittenJson {
  return { text, ...(content && { content: content.map(nodeToJson) }) }
}

function treeToJson({ children }: SkeletonTree): readonly Json.NodeJson[] {
  return children.map(nodeToJson)
}

function fullToJson({ tree, because }: FullTree): Json.FullTreeJson {
  return { tree: treeToJson(tree), because }
}

/** Converts a node of a tree to JSON. */
export function nodeToJson(node: RootContent | ElementContent): Json.NodeJson {
  if (node.type === 'text') return node.value
  if (node.type === 'slot') return { unit: node.unit }
  if (node.type !== 'element') throw new TypeError(`Unexpected node ${node.type} in a sanitized tree`)
  const { tagName, properties, data, children } = node
  return {
    tagName,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(data?.slots && { slots: data.slots }),
    ...(children.length > 0 && { children: children.map(nodeToJson) }),
  }
}

function linkToJson(link: LinkReference, document: BilingualDocument): Json.LinkJson {
  const { place, ...rest } = link
  const segment = link.unit !== undefined && link.side && unitOf(document, link.unit)?.[link.side]
  return segment && isSame(place, segment.place) ? rest : link
}

function tableToJson(table: Table): Json.TableJson {
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(cellToJson) })) }
}

function cellToJson({ row: _, rowSpan, columnSpan, header, units, ...rest }: TableCell): Json.CellJson {
  return {
    ...rest,
    ...(rowSpan !== 1 && { rowSpan }),
    ...(columnSpan !== 1 && { columnSpan }),
    ...(header && { header }),
    ...(!isSameList(unitsInBlocks(rest.blocks), units) && { units }),
  }
}

function multilingualToJson(document: MultilingualDocument): Json.MultilingualJson {
  const { locales, units, includedUnits, skeleton, tables } = document
  const { tree, full, ...common } = skeleton
  return {
    ...document,
    locales: mapValues(locales, editionToJson),
    units: mapValues(units, joinedToJson),
    includedUnits: mapValues(includedUnits, joinedToJson),
    skeleton: { ...common, tree: treeToJson(tree), ...(full && { full: mapValues(full, fullToJson) }) },
    tables: tables.map(tableToJson),
  }
}

function editionToJson({ unjoined, own, ...rest }: LocaleEdition): Json.EditionJson {
  return {
    ...rest,
    unjoined: unjoined.map(({ unit, ...why }) => ({ key: unit.key, unit: unitToJson(unit), ...why })),
    ...(own && { own: { ...own, tree: treeToJson(own.tree), tables: own.tables.map(tableToJson) } }),
  }
}

function joinedToJson(unit: MultilingualUnit): Json.MultilingualUnitJson {
  const { key: _, source, syntax, targets, ...rest } = unit
  return {
    source: source && segmentToJson(source),
    ...(syntax !== 'markdown' && { syntax }),
    ...rest,
    targets: mapValues(targets, targetToJson),
  }
}

function targetToJson({ units, ...rest }: JoinedTarget): Json.JoinedTargetJson {
  return {
    ...rest,
    units: units.map(({ key, id, target, source }) => ({
      key,
      ...(id !== key && { id }),
      target: target && segmentToJson(target),
      ...(source && { source: segmentToJson(source) }),
    })),
  }
}

function isSame(place: Place, other: Place | undefined): boolean {
  return other !== undefined && isSameList(place, other)
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at])
}
