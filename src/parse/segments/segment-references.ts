/**
 * Resolves the references of a segment.
 *
 * `[!INCLUDE]`, code files and uids occur in the skeleton and in segments, so they are resolved in two places: in the skeleton by
 * `microsoft/includes.ts` (on mdast, because an include can be a block) and by `structure/to-skeleton.ts` (uids); in segments here, on the
 * result of `InlineReader`, which all documents share although their references differ. A name that differs by language, the title
 * of a document, becomes a slot for a unit of its own (`xref:UID#N` in `includedUnits`). A missing target becomes an element with
 * `data-missing`, which renderers label in the reader's language.
 */

import type { Element, ElementContent } from 'hast'
import { append } from '../../util/data/append.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { cloneTree } from '../../util/tree/clone-tree.ts'
import { referenceOfCode } from '../microsoft/code-reference.ts'
import { pathOfMissing } from '../microsoft/missing.ts'
import type { CodeReference } from '../microsoft/types.ts'
import { isXref, type XrefContext, xrefElement, xrefsInText } from '../xref/xrefs.ts'
import { altText, type InlineContent, padEdges } from './inline-content.ts'

/** Resolvers for the references in a segment. */
export interface SegmentContext {
  readonly xrefs: XrefContext
  /** The content of an include as inline content, or `null` if it is missing. */
  readonly include: (url: string) => readonly ElementContent[] | null
  /** The text of included code, or `null` if it is missing. */
  readonly code: (reference: CodeReference) => string | null
}

const MAY_REFER = /\[!\s*(?:include|code)|xref|@/i
const BEFORE = /\[!\s*(include|code(?:-[\w+#.-]+)?)\s*$/i
const AFTER = /^\s*\]/
/** A complete reference in the text of raw HTML. */
const REFERENCE =
  /\[!\s*(include|code(?:-[\w+#.-]+)?)\s*\[((?:[^\][]|\[[^\][]*\])*)\]\(\s*([^\s()]+)(?:\s+"[^"]*")?\s*\)\s*\]/gi

/** Whether markup can contain a reference. */
export function mayRefer(markup: string): boolean {
  return MAY_REFER.test(markup)
}

/** The content of a segment with its references resolved: to uids, includes and code files. */
export function resolveReferences(
  inline: InlineContent,
  markup: string,
  context: SegmentContext,
): InlineContent {
  const before = inline.content ?? [{ type: 'text', value: inline.text } as const]
  const resolver = new Resolver(context)
  const content = resolver.children(cloneTree(before))
  if (!resolver.isChanged) return inline
  // Without markup, the text is already trimmed.
  if (inline.content === undefined) padEdges(content, markup)
  const text = foldSpace(altText({ type: 'root', children: content }))
  return { ...inline, content, text, hasLink: inline.hasLink || resolver.hasLink }
}

class Resolver {
  readonly context: SegmentContext
  isChanged = false
  hasLink = false
  #links = 0
  #codes = 0

  constructor(context: SegmentContext) {
    this.context = context
  }

  children(nodes: readonly ElementContent[]): ElementContent[] {
    const result: ElementContent[] = []
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!
      const [, link, after] = nodes.slice(index, index + 3)
      const start = node.type === 'text' && this.#codes === 0 ? BEFORE.exec(node.value) : null
      if (
        node.type === 'text' &&
        start &&
        isLink(link) &&
        after?.type === 'text' &&
        AFTER.test(after.value)
      ) {
        this.text(node.value.slice(0, start.index), result)
        append(result, this.include(start[1]!, String(link.properties.href), link.children))
        after.value = after.value.replace(AFTER, '')
        index++
      } else if (node.type === 'text') this.text(node.value, result)
      else if (node.type === 'element') result.push(this.element(node))
      else result.push(node)
    }
    return result
  }

  element(node: Element): Element {
    const { tagName } = node
    if (isXref(node)) {
      this.isChanged = true
      const made = xrefElement(node, this.children(node.children), this.context.xrefs, this.#links > 0)
      this.hasLink ||= made.tagName === 'a'
      return made
    }
    if (tagName === 'a') this.#links++
    else if (tagName === 'code' || tagName === 'pre') this.#codes++
    node.children = this.children(node.children)
    if (tagName === 'a') this.#links--
    else if (tagName === 'code' || tagName === 'pre') this.#codes--
    return node
  }

  text(value: string, result: ElementContent[]): void {
    if (value === '') return
    if (this.#codes > 0) {
      result.push({ type: 'text', value })
      return
    }
    let from = 0
    for (const match of value.matchAll(REFERENCE)) {
      const [whole, kind, title, url] = match
      this.prose(value.slice(from, match.index), result)
      const name = title!.trim()
      append(result, this.include(kind!, url!, name === '' ? [] : [{ type: 'text', value: name }]))
      from = match.index + whole.length
    }
    this.prose(value.slice(from), result)
  }

  prose(value: string, result: ElementContent[]): void {
    if (value === '') return
    const parts = xrefsInText(value, this.context.xrefs, this.#links > 0)
    if (!parts) result.push({ type: 'text', value })
    else {
      this.isChanged = true
      this.hasLink ||= parts.some((part) => part.type === 'element' && part.tagName === 'a')
      append(result, parts)
    }
  }

  include(kind: string, url: string, title: readonly ElementContent[]): readonly ElementContent[] {
    this.isChanged = true
    if (kind.toLowerCase() === 'include')
      return this.context.include(url) ?? [missing('include', url, this.children(title))]
    const code = this.context.code(referenceOfCode(url).reference)
    return [code === null ? missing('code', url, []) : codeElement(code)]
  }
}

/** The same element that `missingInline` makes in Markdown. */
function missing(kind: 'code' | 'include', url: string, title: readonly ElementContent[]): Element {
  const name = title.length > 0 ? title : [codeElement(pathOfMissing(kind, url))]
  const children = /^https?:\/\//i.test(url) ? [element('a', { href: url }, name)] : [...name]
  return element('span', { className: ['missing'], dataMissing: kind }, [
    { type: 'text', value: '[' },
    ...children,
    { type: 'text', value: ']' },
  ])
}

function codeElement(value: string): Element {
  return element('code', {}, [{ type: 'text', value }])
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

function isLink(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'a' && typeof node.properties.href === 'string'
}
