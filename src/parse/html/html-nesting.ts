/** What HTML's parser does with an element, as far as it is usual (HTML, section 13.2.6.4). */
export interface Nesting {
  /** The only elements that it stands in where its tag is, if that matters. */
  readonly parents: readonly string[] | undefined
  /** Whether anything but its own parts would be moved elsewhere. */
  readonly holdsOnlyParts: boolean
  /** Whether it ends an open paragraph (HTML, section 13.2.6.4.7). */
  readonly isBlock: boolean
  readonly isHeading: boolean
  /** Whether it can be read by these rules at all. */
  readonly isUsual: boolean
  /** Whether only Markdown may make it: HTML's parser has rules of its own for its tag. */
  readonly isMarkdownOnly: boolean
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  table: ['colgroup', 'thead', 'tbody', 'tfoot'],
  colgroup: ['col'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
}
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const BLOCKS = new Set([
  ...HEADINGS,
  ...['blockquote', 'center', 'div', 'hr', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
])
const INLINE = new Set([
  ...['a', 'b', 'br', 'code', 'del', 'em', 'i', 'img', 'input', 'span', 'strong', 'sub', 'sup', 'u'],
])
const MARKDOWN_ONLY = new Set(['input', 'pre', 'section'])

const UNUSUAL: Nesting = {
  parents: undefined,
  holdsOnlyParts: false,
  isBlock: false,
  isHeading: false,
  isUsual: false,
  isMarkdownOnly: false,
}

const NESTING = new Map(
  [...BLOCKS, ...INLINE, ...Object.values(PARTS).flat(), 'li'].map((tagName): [string, Nesting] => [
    tagName,
    {
      parents: parentsOf(tagName),
      holdsOnlyParts: Object.hasOwn(PARTS, tagName),
      isBlock: BLOCKS.has(tagName),
      isHeading: HEADINGS.includes(tagName),
      isUsual: true,
      isMarkdownOnly: MARKDOWN_ONLY.has(tagName),
    },
  ]),
)

/** How an element nests. */
export function nestingOf(tagName: string): Nesting {
  return NESTING.get(tagName) ?? UNUSUAL
}

function parentsOf(tagName: string): readonly string[] | undefined {
  if (tagName === 'li') return ['ul', 'ol']
  const parents = Object.keys(PARTS).filter((parent) => PARTS[parent]!.includes(tagName))
  return parents.length > 0 ? parents : undefined
}
