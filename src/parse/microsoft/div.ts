import type { BlockContent, Blockquote, DefinitionContent, Properties } from './types.ts'

/** Makes a node that becomes an element. mdast has no generic container, so it is a block quote. */
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
