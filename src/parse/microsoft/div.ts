import type { BlockContent, Blockquote, DefinitionContent, Properties } from './types.ts'

/** A node that becomes an element with that name and those properties. mdast has no generic container: a block quote is one. */
export function container(
  name: string,
  properties: Properties,
  children: (BlockContent | DefinitionContent)[],
  like?: Blockquote['position'],
): Blockquote {
  const node: Blockquote = { type: 'blockquote', children, data: { hName: name, hProperties: properties } }
  if (like) node.position = like
  return node
}
