import type { Root } from 'mdast'
import { type Replacement, withReplacements } from '../../bitext/skeleton-text.ts'
import type { OnSimplified } from '../html/bound-tree.ts'
import { unpairedBrackets } from './image-brackets.ts'
import { type MarkdownParser, parseMarkdown } from './parse-markdown.ts'
import { type DelimiterRow, delimiterRowsOf, widenTables } from './pipe-tables.ts'

/** What a text is read with. */
export interface MarkdigOptions {
  readonly parser?: MarkdownParser | undefined
  readonly onSimplified: OnSimplified
  /** Whether the alternative text of an image is not to be parted or judged. */
  readonly isOpaque: (alt: string) => boolean
}

/** A text as it was read. */
export interface ReadMarkdown {
  readonly tree: Root
  /** The text that the tree is of: pieces of the given one are written as the parser reads them. */
  readonly text: string
  /** These pieces, in order, at their places in the given text. */
  readonly pieces: readonly Replacement[]
  /** Those of them that are rows of delimiters. */
  readonly rows: readonly DelimiterRow[]
}

/** Reads Markdown with tables as Markdig reads them, and with images whose alternative texts translation broke. */
export function parseAsMarkdig(
  written: string,
  { parser, onSimplified, isOpaque }: MarkdigOptions,
): ReadMarkdown {
  let tree = parseMarkdown(written, parser, onSimplified)
  const rows = delimiterRowsOf(tree, written)
  const pieces = [...rows, ...unpairedBrackets(tree, written, isOpaque)].sort((a, b) => a.start - b.start)
  const text = withReplacements(written, pieces)
  if (pieces.length > 0) tree = parseMarkdown(text, parser)
  widenTables(tree)
  return { tree, text, pieces, rows }
}
