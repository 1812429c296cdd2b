import { withoutOpenComments } from '../util/text/without-open-comments.ts'
import { VOID_ELEMENTS } from '../util/tree/void-elements.ts'

/** A tag without its partner. */
export interface TagImbalance {
  readonly name: string
  readonly closing: boolean
  readonly actual: string
  readonly offset: number
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d]*)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi
/**
 * Elements whose missing start or end tag affects text outside their unit. Placeholders such as `<domain>` are
 * not elements.
 */
const KNOWN = new Set([
  ...[
    'a',
    'abbr',
    'address',
    'article',
    'aside',
    'b',
    'big',
    'blockquote',
    'body',
    'caption',
    'center',
    'cite',
    'code',
    'colgroup',
  ],
  ...[
    'dd',
    'del',
    'details',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'font',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
  ],
  ...[
    'h5',
    'h6',
    'head',
    'header',
    'html',
    'i',
    'iframe',
    'ins',
    'kbd',
    'li',
    'main',
    'mark',
    'nav',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
  ],
  ...[
    'script',
    'section',
    'select',
    'small',
    'strike',
    'strong',
    'style',
    'sub',
    'summary',
    'sup',
    'svg',
    'table',
    'tbody',
    'td',
  ],
  ...['textarea', 'tfoot', 'th', 'thead', 'time', 'title', 'tr', 'tt', 'u', 'ul', 'var', 'video'],
])

/** Finds tags of an HTML fragment without a partner in it, in order. Linear except in nesting depth. */
export function unbalancedTags(html: string): TagImbalance[] {
  const open: TagImbalance[] = []
  const unbalanced: TagImbalance[] = []
  for (const { 0: found, 1: slash, 2: written, index } of withoutOpenComments(html).matchAll(TAG)) {
    const name = written?.toLowerCase()
    if (name === undefined || VOID_ELEMENTS.has(name) || !KNOWN.has(name)) continue
    const actual = html.slice(index, index + found.length)
    const tag: TagImbalance = { name, closing: slash === '/', actual, offset: index }
    if (!tag.closing) {
      if (!actual.endsWith('/>')) open.push(tag)
      continue
    }
    const partner = open.findLastIndex((each) => each.name === name)
    if (partner < 0) unbalanced.push(tag)
    else open.splice(partner, 1)
  }
  return [...unbalanced, ...open].sort((a, b) => a.offset - b.offset)
}
