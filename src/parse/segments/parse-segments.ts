/** Parses the Markdown of segments: one, or many together. */
import type { Root } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Simplified } from '../../model/findings/simplified.ts'
import { type Dangling, danglingMarks } from '../hazards/dangling-marks.ts'
import type { OnSimplified } from '../html/bound-tree.ts'
import { isBlank } from '../html/tidy-tree.ts'
import { type MarkdownParser, markdownToTree, parseInlineMarkdown } from '../markdown/parse-markdown.ts'
import { parseParagraphs } from '../markdown/parse-paragraphs.ts'
import { inlineConstructs } from '../microsoft/inline.ts'
import { isElement } from '../structure/blocks.ts'

/** The parsed Markdown of a segment. */
export interface ParsedSegment {
  /** mdast. */
  readonly tree: MdastRoot
  /** hast, tidied and sanitized: a paragraph or its content. */
  readonly root: Root
  /** Marks without a partner. */
  readonly dangling: readonly Dangling[]
  /** Why it was simplified; absent if it was read in full. */
  readonly simplified?: Simplified['why']
}

/** Parses one segment, which may be followed by the definitions that it refers to. */
export function parseSegment(text: string, parser?: MarkdownParser): ParsedSegment {
  let simplified: Simplified['why'] | undefined
  const onSimplified: OnSimplified = (why) => {
    simplified ??= why
  }
  const tree = parseInlineMarkdown(text, parser, onSimplified)
  const dangling = danglingMarks(tree, text, parser === 'formulas')
  inlineConstructs(tree)
  const root = markdownToTree(tree, { onSimplified })
  return { tree, root, dangling, ...(simplified && { simplified }) }
}

/**
 * Parses segments together.
 *
 * @param lines as {@link parseParagraphs} takes them.
 * @returns parsed segments by line, without those that must be parsed alone.
 */
export function parseSegments(lines: readonly string[], parser?: MarkdownParser): Map<string, ParsedSegment> {
  const placed = parseParagraphs(lines, parser)
  // Before the trees change.
  const marks = placed.map(({ paragraph, text, start }) => {
    const found = danglingMarks({ type: 'root', children: [paragraph] }, text, parser === 'formulas')
    return found.map((mark) => ({ ...mark, offset: mark.offset - start }))
  })
  const all: MdastRoot = { type: 'root', children: placed.map(({ paragraph }) => paragraph) }
  inlineConstructs(all)
  // Tidying removes a paragraph of white space, but not a `div`.
  for (const paragraph of all.children) paragraph.data = { hName: 'div' }
  const elements = markdownToTree(all).children.filter(isElement)
  return new Map(
    placed.map(({ line, paragraph }, at) => {
      const element = elements[at]!
      const root: Root = { type: 'root', children: isBlank(element) ? [] : element.children }
      return [line, { tree: { type: 'root', children: [paragraph] }, root, dangling: marks[at]! }]
    }),
  )
}
