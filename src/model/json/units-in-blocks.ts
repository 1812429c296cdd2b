import type { Block } from '../table.ts'

/** Keys of the units in blocks, each once, in order. */
export function unitsInBlocks(blocks: readonly Block[]): readonly string[] {
  const keys = new Set<string>()
  addUnits(blocks, keys)
  return [...keys]
}

function addUnits(blocks: readonly Block[], keys: Set<string>): void {
  for (const block of blocks) {
    if (block.type === 'list') for (const item of block.items) addUnits(item, keys)
    else if (block.type === 'group') addUnits(block.blocks, keys)
    else if (block.type !== 'table')
      for (const part of block.parts) if (typeof part !== 'string') keys.add(part.unit)
  }
}
