import type { Position } from 'unist'
import type { Segment, StructureHazard, Syntax } from '../model/unit.ts'
import { cloneTree } from '../util/clone-tree.ts'
import type { InlineContent } from './inline-content.ts'

/** What a segment is made of. */
export interface SegmentInput {
  /** The side as written. */
  readonly markup: string
  /** What of it is content and not structure, as it is read. */
  readonly core: string
  /** Offset of the core in the markup. */
  readonly coreStart: number
  readonly syntax: Syntax
  /** The core as it is read. */
  readonly inline: InlineContent
  /** Whether it stands in a pipe table. */
  readonly pipes: boolean
  /** Place in the input of a range of the markup. */
  readonly place: (start: number, end: number) => Position
}

/** Makes one side of a unit. */
export function segmentOf(input: SegmentInput): Segment {
  const { markup, inline } = input
  const { content, text } = inline
  const structure = hazardsOf(input)
  return {
    markup,
    text,
    ...(content ? { content: cloneTree(content) } : {}),
    place: input.place(0, markup.length),
    ...(structure.length > 0 ? { structure } : {}),
  }
}

function hazardsOf({ core, coreStart, syntax, inline, pipes, place }: SegmentInput): StructureHazard[] {
  const { dangling, tags, blocks } = inline
  const at = (offset: number, actual: string) => place(coreStart + offset, coreStart + offset + actual.length)
  const hazards: StructureHazard[] = []
  if (syntax === 'markdown') {
    if (blocks) hazards.push({ type: 'block', actual: core.trim().slice(0, 40), place: at(0, core) })
    for (const { actual, offset } of dangling)
      hazards.push({ type: 'unclosed', actual, place: at(offset, actual) })
    if (pipes) {
      for (const match of core.matchAll(/(?<!\\)\|/g))
        hazards.push({ type: 'pipe', actual: '|', place: at(match.index, '|') })
    }
  }
  for (const { actual, offset } of tags) hazards.push({ type: 'html', actual, place: at(offset, actual) })
  return hazards
}
