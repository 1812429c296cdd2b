import type { Parents, PhrasingContent } from 'mdast'
import { SKIP, visit } from '../../util/visit.ts'
import type { MicrosoftContext, MicrosoftTransform, Paragraph } from './types.ts'

const BLOCK_CODE = /^\[!code(?:-([\w+#.-]+))?\s*\[[^\]]*\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)\s*\]$/i
/** What is in every text that holds one: a letter may be written as a reference. */
const ANY = /include|\[!code|&#/i
const BEFORE = /\[!INCLUDE\s*$/i

/** Puts the content of `[!INCLUDE [title](path)]` and `[!code-lang[title](path)]` in their place. */
export const includes: MicrosoftTransform = (tree, context) => {
  if (!ANY.test(context.text)) return
  visit(tree, 'paragraph', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (code(node, index, parent, context)) return SKIP
    inline(node, context)
    return SKIP
  })
  visit(tree, ['heading', 'tableCell'], (node) => inline(node as unknown as Paragraph, context))
}

function code(node: Paragraph, index: number, parent: Parents, context: MicrosoftContext): boolean {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return false
  const match = BLOCK_CODE.exec(context.text.slice(start.offset, end.offset).trim())
  if (!match) return false
  const [url = '', query = ''] = splitQuery(match[2]!)
  const value = context.code({ url, ...selection(query) }, node.position)
  const highlight = new URLSearchParams(query).get('highlight')
  parent.children[index] = {
    type: 'code',
    lang: match[1] ?? null,
    value: value ?? '',
    ...(highlight ? { data: { hProperties: { dataHighlight: highlight } } } : {}),
    ...(node.position ? { position: node.position } : {}),
  }
  if (value === null) parent.children.splice(index, 1)
  return true
}

function splitQuery(url: string): [string, string] {
  const cut = url.search(/[?#]/)
  return cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut)]
}

/** `?range=1-5`, `?name=region`, `?start=1&end=5`, `#L1-L5`, `#region`. */
function selection(query: string): { range?: string; id?: string } {
  const lines = /^#L(\d+)(?:-L?(\d+))?$/i.exec(query)
  if (lines) return { range: `${lines[1]}-${lines[2] ?? lines[1]}` }
  if (query.startsWith('#')) return { id: query.slice(1) }
  const values = new URLSearchParams(query)
  const range =
    values.get('range') ??
    (values.has('start') || values.has('end')
      ? `${values.get('start') ?? ''}-${values.get('end') ?? ''}`
      : null)
  const id = values.get('name') ?? values.get('id')
  return { ...(range ? { range } : {}), ...(id ? { id } : {}) }
}

/** In phrasing content, the reference is the text `[!INCLUDE `, a link, and the text `]`. */
function inline(node: { children: PhrasingContent[] }, context: MicrosoftContext): void {
  for (let index = 1; index < node.children.length; index++) {
    const [before, link, after] = node.children.slice(index - 1, index + 2)
    if (link?.type !== 'link' || before?.type !== 'text' || after?.type !== 'text') continue
    if (!BEFORE.test(before.value) || !/^\s*\]/.test(after.value)) continue
    const token = context.include(link.url, link.position)
    before.value = before.value.replace(BEFORE, '')
    after.value = after.value.replace(/^\s*\]/, '')
    node.children[index] = { type: 'text', value: token ?? '' }
  }
}
