/**
 * Reads the markup of a segment as text and codes.
 *
 * Every part is a piece of the markup, cut where the parser says that a node begins or ends, so the parts joined are the markup. Code,
 * formulas, line breaks, tags, and the marks of bold, links and so on are codes. Bare addresses are text, as for whoever types one.
 */

import type { Html, Nodes, Root } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { CodeKind } from '../../model/coded-text.ts'
import { isFormulaNode } from '../formulas/formula-syntax.ts'
import { isPlaceholder } from '../html/placeholders.ts'
import { type MarkdownParser, parseInlineMarkdown } from '../markdown/parse-markdown.ts'
import { GUARD, guarded } from '../segments/inline-content.ts'
import { htmlParts } from './html-parts.ts'
import type { RawPart } from './pair-codes.ts'

/**
 * Reads Markdown as text and codes without numbers.
 *
 * @param markup as written between the delimiters of a unit, without its frame.
 * @param links number of links that it has in its document, whose definitions are elsewhere.
 */
export function markdownParts(markup: string, links: number, parser: MarkdownParser): readonly RawPart[] {
  const line = guarded(markup)
  let tree = parseInlineMarkdown(line, parser)
  const labels = links > linksIn(tree) ? labelsIn(line) : ''
  if (labels !== '') tree = parseInlineMarkdown(line + labels, parser)
  const parts = partsOf(tree, line)
  if (!parts) return [{ type: 'text', text: markup, markup }]
  return line === markup ? parts : withoutGuard(parts, markup)
}

/** A text in brackets. */
const LABEL = /\[((?:[^[\]\\]|\\[\s\S])+)\]/g

/** A definition for each label in a segment. */
function labelsIn(line: string): string {
  const labels = new Set([...line.matchAll(LABEL)].map(([label]) => label))
  return labels.size === 0 ? '' : `\n\n${[...labels].map((label) => `${label}: #`).join('\n')}`
}

function linksIn(tree: Root): number {
  const count = (node: Nodes): number =>
    (node.type === 'link' || node.type === 'linkReference' ? 1 : 0) +
    ('children' in node ? node.children.reduce((sum, child) => sum + count(child), 0) : 0)
  return count(tree)
}

/** The markup before the guard becomes what it was. */
function withoutGuard(parts: readonly RawPart[], markup: string): readonly RawPart[] {
  const space = /^[ \t]*/.exec(markup)![0]
  const [first, ...rest] = parts
  if (first?.type !== 'text' || !first.markup.startsWith(GUARD))
    return [{ type: 'text', text: markup, markup }]
  const own = {
    ...first,
    text: space + first.text.slice(GUARD.length),
    markup: space + first.markup.slice(GUARD.length),
  }
  return own.markup === '' ? rest : [own, ...rest]
}

/** Kinds of nodes with marks around their text. */
const MARKS: Readonly<Partial<Record<Nodes['type'], CodeKind>>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strike',
  link: 'link',
  linkReference: 'link',
}

/** Cuts a text along its tree; `undefined` if the places in the tree do not follow each other. */
function partsOf(tree: Root, text: string): readonly RawPart[] | undefined {
  const startOf = ({ position }: Nodes) => position?.start.offset ?? -1
  const endOf = ({ position }: Nodes) => position?.end.offset ?? -1
  const parts: RawPart[] = []
  let at = 0
  let isSound = true
  inner(tree, text.length)
  gap(text.length)
  return isSound && at === text.length ? parts : undefined

  function inner(node: Nodes, last: number): void {
    if (!('children' in node)) return
    let loose = ''
    for (const child of node.children) {
      // Nodes that were split off, because they are bare addresses, have no position.
      if (!child.position) {
        loose += plainTextOf(child)
        continue
      }
      const [start, end] = [startOf(child), endOf(child)]
      // A definition that was added for a label.
      if (start >= text.length && child.type === 'definition') break
      if (start < at || end > text.length || end < start) {
        isSound = false
        return
      }
      takeLoose(loose, start)
      loose = ''
      gap(start)
      take(child, start, end)
      if (at > end) isSound = false
    }
    takeLoose(loose, last)
  }

  function takeLoose(value: string, end: number): void {
    if (value === '' || end < at) return
    parts.push({ type: 'text', text: value.replace(/\r\n?/g, '\n'), markup: text.slice(at, end) })
    at = end
  }

  /** Text that is in no node: white space, or the marks of a block. */
  function gap(end: number): void {
    const markup = text.slice(at, end)
    at = end
    if (markup === '') return
    const isSpace = /^\s*$/.test(markup) && !/\n[ \t]*\r?\n/.test(markup)
    if (isSpace) parts.push({ type: 'text', text: markup.replace(/\r\n?/g, '\n'), markup })
    else parts.push({ type: 'alone', kind: 'block', markup, shown: '' })
  }

  function take(node: Nodes, start: number, end: number): void {
    const markup = text.slice(start, end)
    const alone = (kind: CodeKind, shown: string) => {
      parts.push({ type: 'alone', kind, markup, shown })
      at = end
    }
    if (node.type === 'text') {
      parts.push({ type: 'text', text: node.value.replace(/\r\n?/g, '\n'), markup })
      at = end
    } else if (node.type === 'html') takeHtml(node, markup, end)
    else if (node.type === 'inlineCode') alone(isFormulaNode(node) ? 'formula' : 'code', node.value)
    else if (node.type === 'break') alone('break', '\n')
    else if (node.type === 'image') takeImage(markup, node.alt ?? '', end)
    else if (node.type === 'imageReference') alone('image', node.alt ?? '')
    else if (node.type === 'code' || node.type === 'definition' || node.type === 'thematicBreak')
      alone('block', '')
    else if (node.type === 'footnoteReference') alone('construct', '')
    else if (MARKS[node.type]) takeMarked(node, MARKS[node.type]!, markup, end)
    else inner(node, end)
  }

  function takeHtml({ value }: Html, markup: string, end: number): void {
    at = end
    if (isPlaceholder(value)) parts.push({ type: 'text', text: value, markup })
    else parts.push(...htmlParts(markup))
  }

  /** An image whose alternative text has no markup is a pair around it. */
  function takeImage(markup: string, alt: string, end: number): void {
    at = end
    const written = /^!\[((?:[^[\]\\]|\\[\s\S])*)\][([]/.exec(markup)?.[1]
    if (!written || decodeString(written) !== alt) {
      parts.push({ type: 'alone', kind: 'image', markup, shown: alt })
      return
    }
    parts.push(
      { type: 'open', kind: 'image', markup: '![' },
      { type: 'text', text: alt, markup: written },
      { type: 'close', kind: 'image', markup: markup.slice(2 + written.length) },
    )
  }

  function takeMarked(node: Nodes, kind: CodeKind, markup: string, end: number): void {
    const children = 'children' in node ? node.children : []
    const first = children[0]
    const isBare = kind === 'link' && !markup.startsWith('[')
    if (isBare && !markup.startsWith('<')) {
      const shown = first?.type === 'text' ? first.value : markup
      parts.push({ type: 'text', text: shown, markup })
      at = end
      return
    }
    if (isBare || !first || (first.position && startOf(first) < at)) {
      parts.push({ type: 'alone', kind, markup, shown: isBare ? markup.slice(1, -1) : '' })
      at = end
      return
    }
    // Marks of emphasis are as long at the end.
    const length = (first.position ? startOf(first) : at + /^[*_~]*/.exec(markup)![0].length) - at
    parts.push({ type: 'open', kind, markup: text.slice(at, at + length) })
    at += length
    inner(node, end - length)
    parts.push({ type: 'close', kind, markup: text.slice(at, end) })
    at = end
  }
}

/** The text of a node that has no position. */
function plainTextOf(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainTextOf).join('') : ''
}
