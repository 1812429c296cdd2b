import type { Block } from '../../model/table.ts'

/** Whether blocks hold a letter or a digit outside of any unit, which shows on both sides. */
export function hasLiteralText(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'text' || block.type === 'code') {
      return block.parts.some((part) => typeof part === 'string' && /[\p{L}\p{N}]/u.test(part))
    }
    if (block.type === 'list') return block.items.some(hasLiteralText)
    return block.type === 'group' && hasLiteralText(block.blocks)
  })
}
