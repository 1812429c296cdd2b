import type { Place } from '../../model/place.ts'
import type { Segment, StructureHazard, Syntax } from '../../model/unit.ts'
import { cloneTree } from '../../util/tree/clone-tree.ts'
import type { InlineContent } from './inline-content.ts'

/** Input of {@link segmentOf}. */
export interface SegmentInput {
  /** The side as written. */
  readonly markup: string
  /** As published, if that differs. */
  readonly published?: string
  /** Offset of the markup in the input. */
  readonly start: number
  /** The markup without its frame, as read. */
  readonly core: string
  /** Offset of the core in the input. */
  readonly coreStart: number
  readonly syntax: Syntax
  /** The content of the core. */
  readonly inline: InlineContent
  /** Whether it is in a pipe table. */
  readonly pipes: boolean
}

/** Makes one side of a unit. */
export function segmentOf(input: SegmentInput): Segment {
  const { markup, published, start, inline } = input
  if (inline.written) return { ...segmentOf({ ...input, inline: inline.written }), ...repaired(inline) }
  const { content, text } = inline
  const place = [start, start + markup.length] as const
  const structure = mayHaveHazards(input) ? hazardsOf(input) : []
  if (structure.length === 0 && published === undefined)
    return content ? { markup, text, content: cloneTree(content), place } : { markup, text, place }
  return {
    markup,
    ...(published === undefined ? {} : { published }),
    text,
    ...(content ? { content: cloneTree(content) } : {}),
    place,
    ...(structure.length === 0 ? {} : { structure }),
  }
}

/** The repaired content, and the content of the broken markup as written. */
function repaired({ content, text, written }: InlineContent): Partial<Segment> {
  return {
    text,
    content: cloneTree(content ?? [{ type: 'text', value: text }]),
    written: { text: written!.text, ...(written!.content && { content: cloneTree(written!.content) }) },
  }
}

/** A cheap check whether the segment can have hazards; nearly none has. */
function mayHaveHazards({ core, inline, pipes }: SegmentInput): boolean {
  const { dangling, tags, blocks } = inline
  return (
    blocks || dangling.some(({ mark }) => mark !== '$') || tags.length > 0 || (pipes && core.includes('|'))
  )
}

function hazardsOf({ core, coreStart, syntax, inline, pipes }: SegmentInput): StructureHazard[] {
  const { dangling, tags, blocks } = inline
  const at = (offset: number, actual: string): Place => [
    coreStart + offset,
    coreStart + offset + actual.length,
  ]
  const hazards: StructureHazard[] = []
  if (syntax === 'markdown') {
    if (blocks) hazards.push({ type: 'block', actual: core.trim().slice(0, 40), place: at(0, core) })
    // A dollar sign mostly is a price or a variable.
    for (const { mark, actual, offset } of dangling)
      if (mark !== '$') hazards.push({ type: 'unclosed', actual, place: at(offset, actual) })
    if (pipes) {
      for (const match of core.matchAll(/(?<!\\)\|/g))
        hazards.push({ type: 'pipe', actual: '|', place: at(match.index, '|') })
    }
  }
  for (const { actual, offset } of tags) hazards.push({ type: 'html', actual, place: at(offset, actual) })
  return hazards
}
