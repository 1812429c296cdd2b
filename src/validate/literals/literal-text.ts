import type { Block } from '../../model/table.ts'

/** Whether blocks contain a letter or digit outside any unit, which both sides show. */
export function hasLiteralText(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type === 'text' || block.type === 'code') {
      return block.parts.some((part) => typeof part === 'string' && /[\p{L}\p{N}]/u.test(part))
    }
    if (block.type === 'list') return block.items.some(hasLiteralText)
    return block.type === 'group' && hasLiteralText(block.blocks)
  })
}
