import type { Root } from 'mdast'
import { type Replacement, withReplacements } from '../../bitext/skeleton-text.ts'
import type { OnSimplified } from '../html/bound-tree.ts'
import { unpairedBrackets } from './image-brackets.ts'
import { type MarkdownParser, parseMarkdown } from './parse-markdown.ts'
import { type DelimiterRow, delimiterRowsOf, widenTables } from './pipe-tables.ts'

/** Options of {@link parseAsMarkdig}. */
export interface MarkdigOptions {
  readonly parser?: MarkdownParser | undefined
  readonly onSimplified: OnSimplified
  /** Whether the alternative text of an image must be neither split nor changed. */
  readonly isOpaque: (alt: string) => boolean
}

/** A parsed text. */
export interface ReadMarkdown {
  readonly tree: Root
  /** The text that was parsed: the given one with some pieces rewritten. */
  readonly text: string
  /** The rewritten pieces in order, with their places in the given text. */
  readonly pieces: readonly Replacement[]
  /** The rewritten delimiter rows. */
  readonly rows: readonly DelimiterRow[]
}

/** Parses Markdown with tables as in Markdig, and with images whose alternative text translation broke. */
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
