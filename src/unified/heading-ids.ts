import type { Heading, Html, Root, RootContent } from 'mdast'
import type { Properties } from '../parse/microsoft/types.ts'
import { visit } from '../util/tree/visit.ts'

const ANCHOR = /^<a\s+(?:name|id)\s*=\s*(["']?)([^\s"'<>]+)\1\s*>$/i

/**
 * Makes ids of the anchors before the text of headings (`## <a name="backup"></a>Backup`): tools that make links or an outline from headings
 * would put the anchor into a link, and know only ids.
 */
export function addHeadingIds(tree: Root): void {
  visit(tree, (node: Root | RootContent) => {
    if (node.type === 'heading') addId(node)
  })
}

function addId(heading: Heading): void {
  const [start, end] = heading.children
  const id = isHtml(start) ? ANCHOR.exec(start.value)?.[2] : undefined
  if (id === undefined || !isHtml(end) || end.value !== '</a>') return
  heading.children.splice(0, 2)
  const data = heading.data as { hProperties?: Properties } | undefined
  heading.data = { ...data, hProperties: { ...data?.hProperties, id } }
}

function isHtml(node: RootContent | undefined): node is Html {
  return node?.type === 'html'
}
