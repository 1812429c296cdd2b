import type { Element, ElementContent } from 'hast'
import { otherSide, textOfParts } from '../../model/text.ts'
import type { Side, TranslationUnit } from '../../model/unit.ts'
import { cloneTree } from '../../util/tree/clone-tree.ts'

/** Fills slots with the text of one side, or of the other if the unit lacks it, because a segment cannot contain slots. */
export function fillSlots(
  nodes: readonly ElementContent[],
  units: Readonly<Record<string, TranslationUnit>>,
  side: Side,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'slot') {
      const unit = Object.hasOwn(units, node.unit) ? units[node.unit] : undefined
      const segment = unit?.[side] ?? unit?.[otherSide(side)]
      if (!segment) return []
      return segment.content ? cloneTree(segment.content) : [{ type: 'text', value: segment.text }]
    }
    if (node.type !== 'element') return [{ ...node }]
    const filled: Element = {
      type: 'element',
      tagName: node.tagName,
      properties: { ...node.properties },
      children: fillSlots(node.children, units, side),
    }
    for (const [name, parts] of Object.entries(node.data?.slots ?? {})) {
      const value = textOfParts(parts, { units: {}, includedUnits: units }, side)
      if (name === 'alt' || name === 'title') filled.properties[name] = value
    }
    return [filled]
  })
}
