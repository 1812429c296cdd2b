import type { Element, Nodes as HastNodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Nodes, Parents, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { readTree, type TreeWords } from './read-tree.ts'

/** Reads an included file by its URL in a document; `undefined` if it does not exist. */
export type ReadIncluded = (
  url: string,
  from: string,
) => { readonly path: string; readonly text: string } | undefined

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze()

const FENCE = /^[ >\t]*(`{3,}(?=[^`]*$)|~{3,})/
const BLOCK = /^[ >\t]*:::\s*(?:row|column|zone|moniker|form|questions?|answers?)(?:-end)?\b.*$/i
const NO_LOC = /:::no-loc\s+text\s*=\s*["“”]([^"“”]*)["“”]\s*:::/gi
const IMAGE = /:::image(?!-end)\s([^\n]*?):::/gi
const INCLUDE = /\[!INCLUDE\s*$/i

/** Reads the words of a Markdown document as Microsoft's site shows them. */
export function publishedWords(text: string, path: string, readIncluded: ReadIncluded): TreeWords {
  return readTree(treeOf(text, path, readIncluded, []), ({ tagName, properties }) => {
    if (typeof properties.dataIntended === 'string') return properties.dataIntended
    if (properties.id === 'user-content-footnote-label' || properties.dataFootnoteBackref !== undefined)
      return 'footnote'
    return tagName === 'a' && /^xref:/i.test(String(properties.href ?? '')) ? 'xref' : undefined
  })
}

function treeOf(text: string, path: string, readIncluded: ReadIncluded, chain: readonly string[]): Root {
  const tree = markdown.parse(withoutMarks(text.replace(/^\uFEFF/, '')))
  visit(tree, 'blockquote', (node) => {
    const first = node.children[0]
    const start = first?.type === 'paragraph' ? first.children[0] : undefined
    if (first?.type !== 'paragraph' || start?.type !== 'text') return
    const mark = /^\s*\[!(?!include|code|video)[^\][\n]{1,60}\][ \t]*/i.exec(start.value)?.[0]
    if (mark === undefined) return
    start.value = start.value.slice(mark.length)
    first.children.unshift(intended(mark, 'alert'))
  })
  visit(tree, 'paragraph', (node) => {
    const code = /^\s*\[!(code|video)\b/i.exec(textOf(node))?.[1]?.toLowerCase()
    if (code === undefined || !/\]\s*$/.test(textOf(node))) return
    node.children = [intended(textOf(node), code === 'code' ? 'code file' : 'video')]
  })
  // Markdig makes tables as wide as their widest row.
  visit(tree, 'table', (table) => {
    const width = Math.max(...table.children.map((row) => row.children.length))
    table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null)
  })
  const included: Record<string, Root> = {}
  visit(tree, (node) => {
    if (!('children' in node)) return
    includes(node, (url) => {
      const found = readIncluded(url, path)
      if (!found || chain.includes(found.path)) return undefined
      const key = String(Object.keys(included).length)
      included[key] = treeOf(found.text, found.path, readIncluded, [...chain, path])
      return key
    })
  })
  const hast = raw(toHast.runSync(tree) as HastNodes) as Root
  visit(hast, 'element', (node: Element) => {
    const key = node.properties.dataIncluded
    if (typeof key !== 'string' || !included[key]) return
    node.children = included[key].children as Element['children']
    return SKIP
  })
  return hast
}

/** Marks text that pages omit or change on purpose with its class. */
function intended(value: string, className: string): PhrasingContent {
  return {
    type: 'emphasis',
    children: [{ type: 'text', value }],
    data: { hName: 'span', hProperties: { dataIntended: className } },
  }
}

/** Replaces `[!INCLUDE [title](path)]` within a line. */
function includes(parent: Parents, take: (url: string) => string | undefined): void {
  const children = parent.children as Nodes[]
  for (let at = 1; at + 1 < children.length; at++) {
    const [before, link, after] = [children[at - 1]!, children[at]!, children[at + 1]!]
    if (before.type !== 'text' || link.type !== 'link' || after.type !== 'text') continue
    const mark = INCLUDE.exec(before.value)?.[0]
    if (mark === undefined || !/^\s*\]/.test(after.value)) continue
    before.value = before.value.slice(0, -mark.length)
    after.value = after.value.replace(/^\s*\]/, '')
    const key = take(link.url)
    children[at] =
      key === undefined
        ? intended(`[!INCLUDE [${textOf(link)}](${link.url})]`, 'include')
        : {
            type: 'emphasis',
            children: [],
            data: { hName: 'div', hProperties: { dataIncluded: key } },
          }
  }
}

/** Resolves triple colons outside fences, and adapts tables to Markdig. */
function withoutMarks(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  const result: string[] = []
  let fence: string | undefined
  let front = lines[0]?.trimEnd() === '---' ? 0 : -1
  let inColumn = false
  for (const [at, line] of lines.entries()) {
    if (front >= 0 && at > front) {
      if (line.trimEnd() === '---') front = -1
      result.push(line)
      continue
    }
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || (mark[0] === fence[0] && mark.length >= fence.length)))
      fence = fence === undefined ? mark : undefined
    if (fence !== undefined || mark !== undefined) {
      result.push(line)
      continue
    }
    if (BLOCK.test(line)) {
      if (/:::\s*column/i.test(line)) inColumn = !/column-end/i.test(line)
      result.push(/^[ \t]*/.exec(line)![0])
      continue
    }
    if (/^\s*:::image-end:::\s*$/i.test(line)) {
      result.push('')
      continue
    }
    const plain = line
      .replace(NO_LOC, '$1')
      .replace(IMAGE, (_, attributes: string) =>
        /type="icon"/.test(attributes)
          ? ''
          : `<img alt="${/alt-text\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? ''}">`,
      )
    result.push(likeMarkdig(inColumn ? plain.replace(/^ {4}/, '') : plain, lines[at - 1], lines[at - 2]))
  }
  return result.join('\n')
}

const DELIMITERS = /^([ >\t]*)(\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*$/

/** Gives a delimiter row as many cells as its header: GFM requires that, Markdig does not. */
function likeMarkdig(line: string, head: string | undefined, before: string | undefined): string {
  const found = line.includes('|') && head?.includes('|') ? DELIMITERS.exec(line) : null
  if (!found || before?.includes('|')) return line
  const cells = (row: string) =>
    row
      .replace(/^[ >\t]*\|?/, '')
      .replace(/\|?[ \t]*$/, '')
      .replace(/\\\||`[^`]*`/g, 'x')
      .split('|').length
  const [expected, actual] = [cells(head!), cells(line)]
  return expected === actual ? line : `${found[1]}|${'---|'.repeat(expected)}`
}
