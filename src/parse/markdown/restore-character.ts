import type { Root } from 'mdast'
import { visit } from '../../util/tree/visit.ts'

/** Fields of mdast that contain text of the input. */
const FIELDS = ['value', 'alt', 'url', 'title', 'label', 'identifier', 'lang', 'meta'] as const

/** Replaces a stand-in in a tree with the original character after parsing. */
export function restoreCharacter(tree: Root, standIn: string, character: string): Root {
  visit(tree, (node) => {
    const fields = node as { [field in (typeof FIELDS)[number]]?: unknown }
    for (const field of FIELDS) {
      const value = fields[field]
      if (typeof value === 'string' && value.includes(standIn))
        fields[field] = value.replaceAll(standIn, character)
    }
  })
  return tree
}
