/** Converts JSON to models, and adds derived properties. */
import type { ElementContent, ElementData, RootContent } from 'hast'
import { mapValues } from '../../util/data/map-values.ts'
import type { BilingualDocument, FullTree, LinkReference } from '../document.ts'
import type { SkeletonTree } from '../hast.ts'
import type { JoinedTarget, LocaleEdition, MultilingualDocument, MultilingualUnit } from '../multilingual.ts'
import type { Place } from '../place.ts'
import type { Table } from '../table.ts'
import type { Segment, TranslationUnit, WrittenContent } from '../unit.ts'
import { placesOfSides } from '../written-unit.ts'
import type * as Json from './types.ts'
import { unitsInBlocks } from './units-in-blocks.ts'

/** Converts the JSON of a model back; the inverse of `toJson`. */
export function fromJson<Data extends Json.DocumentJson | Json.MultilingualJson>(
  json: Data,
): Data extends Json.DocumentJson ? BilingualDocument : MultilingualDocument {
  const document = json.type === 'document' ? documentOf(json) : multilingualOf(json)
  return document as ReturnType<typeof fromJson<Data>>
}

function documentOf(json: Json.DocumentJson): BilingualDocument {
  const { skeleton, tables, links } = json
  const { parts, tree, full } = skeleton
  const units = mapValues(json.units, unitOf)
  return {
    ...json,
    units,
    includedUnits: mapValues(json.includedUnits, unitOf),
    skeleton: { parts, tree: treeOf(tree), ...(full && { full: mapValues(full, fullOf) }) },
    tables: tables.map(tableOf),
    links: links.map((link): LinkReference => {
      const { place = units[link.unit ?? '']?.[link.side!]?.place } = link
      return { ...link, place: place! }
    }),
  }
}

function unitOf(json: Json.UnitJson, key: string): TranslationUnit {
  const { id = key, source, target, syntax = 'markdown', defects = [], ...rest } = json
  const { place, sourceId } = rest
  const sides = { id, ...(sourceId !== undefined && { sourceId }), source, target, place }
  const places = placesOfSides(sides)
  return {
    ...rest,
    key,
    id,
    source: source && segmentOf(source, places.source),
    target: target && segmentOf(target, places.target),
    syntax,
    defects,
  }
}

function segmentOf(json: Json.SegmentJson, usual?: Place): Segment {
  const { markup, text = markup, content, written, place = usual, ...rest } = json
  return {
    ...rest,
    markup,
    text,
    ...(content && { content: content.map(nodeOf) }),
    ...(written && { written: writtenOf(written) }),
    place: place!,
  }
}

function writtenOf({ text, content }: Json.WrittenJson): WrittenContent {
  return { text, ...(content && { content: content.map(nodeOf) }) }
}

function treeOf(nodes: readonly Json.NodeJson[]): SkeletonTree {
  return { type: 'root', children: nodes.map(nodeOf) as RootContent[] }
}

function fullOf({ tree, because }: Json.FullTreeJson): FullTree {
  return { tree: treeOf(tree), because }
}

function nodeOf(node: Json.NodeJson): ElementContent {
  if (typeof node === 'string') return { type: 'text', value: node }
  if ('unit' in node) return { type: 'slot', unit: node.unit }
  const { tagName, properties = {}, slots, children = [] } = node
  return {
    type: 'element',
    tagName,
    properties,
    ...(slots && { data: { slots } as ElementData }),
    children: children.map(nodeOf),
  }
}

function tableOf(table: Json.TableJson): Table {
  return {
    ...table,
    rows: table.rows.map((each, row) => ({
      ...each,
      cells: each.cells.map(({ rowSpan = 1, columnSpan = 1, header = false, ...cell }) => {
        const { units = unitsInBlocks(cell.blocks) } = cell
        return { ...cell, row, rowSpan, columnSpan, header, units }
      }),
    })),
  }
}

function multilingualOf(json: Json.MultilingualJson): MultilingualDocument {
  const { tree, full, ...common } = json.skeleton
  return {
    ...json,
    locales: mapValues(json.locales, editionOf),
    units: mapValues(json.units, joinedOf),
    includedUnits: mapValues(json.includedUnits, joinedOf),
    skeleton: { ...common, tree: treeOf(tree), ...(full && { full: mapValues(full, fullOf) }) },
    tables: json.tables.map(tableOf),
  }
}

function editionOf({ unjoined, own, ...rest }: Json.EditionJson): LocaleEdition {
  return {
    ...rest,
    unjoined: unjoined.map(({ key, unit, ...why }) => ({ unit: unitOf(unit, key), ...why })),
    ...(own && { own: { ...own, tree: treeOf(own.tree), tables: own.tables.map(tableOf) } }),
  }
}

function joinedOf(json: Json.MultilingualUnitJson, key: string): MultilingualUnit {
  const { source, syntax = 'markdown', targets, ...rest } = json
  return {
    ...rest,
    key,
    source: source && segmentOf(source),
    syntax,
    targets: mapValues(targets, targetOf),
  }
}

function targetOf({ units, ...rest }: Json.JoinedTargetJson): JoinedTarget {
  return {
    ...rest,
    units: units.map(({ key, id = key, target, source }) => ({
      key,
      id,
      target: target && segmentOf(target),
      ...(source && { source: segmentOf(source) }),
    })),
  }
}
