import type { Element, Parents, RootContent } from 'hast'

/** Elements whose children get rows of their own, each in a copy of the element. */
const SPLIT = new Set(['ol', 'section', 'ul'])

/** Elements of a row in both languages. */
type BlockRow = readonly [source: readonly Element[], target: readonly Element[]]

/**
 * Pairs the blocks of both sides, the items of lists one by one. Both sides fill one skeleton, so that their blocks differ only
 * where a side needed a parse of its own: these share a row.
 */
export function pairBlocks(source: Parents, target: Parents): readonly BlockRow[] {
  const [sources, targets] = [elementsOf(source), elementsOf(target)]
  if (!isAlike(sources, targets)) return [[sources, targets]]
  return sources.flatMap((block, at) => {
    const other = targets[at]!
    if (!SPLIT.has(block.tagName)) return [[[block], [other]]]
    return pairBlocks(block, other).map(
      ([one, two]): BlockRow => [[around(block, one)], [around(other, two)]],
    )
  })
}

function around(block: Element, children: readonly Element[]): Element {
  return { ...block, children: [...children] }
}

function isAlike(sources: readonly Element[], targets: readonly Element[]): boolean {
  return (
    sources.length === targets.length && sources.every(({ tagName }, at) => tagName === targets[at]!.tagName)
  )
}

function elementsOf({ children }: Parents): readonly Element[] {
  return (children as readonly RootContent[]).filter((child) => child.type === 'element')
}
