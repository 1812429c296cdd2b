import { createRequire } from 'node:module'
import type { Root } from 'mdast'
import { visit } from '../util/visit.ts'
import { unusualMails } from './unusual-mails.ts'

/** A Markdown parser: text to mdast with positions; front matter only where a whole document is read. */
type NativeParse = (text: string, options: { features: { gfm: boolean; frontmatter: boolean } }) => unknown

/** What it reads otherwise, or may read otherwise, wherever it stands: see {@link MAY_DIFFER}. */
const DIFFERS = /:::|[\0-\x08\x0E-\x1F\u{10000}-\u{10FFFF}\p{Cs}]|(?<![\s\S])\uFEFF/u
/**
 * What makes it possible that the native parser gives another tree than remark, known by comparing both on real and on generated
 * documents:
 *
 * - triple-colon lines, which are an extension of ours;
 * - control characters (NUL, which remark replaces, and those behind addresses), and characters beyond the Basic Multilingual Plane, which its rules for emphasis see as two;
 * - mail addresses that are not usual (see `unusual-mails.ts`), `mailto:`, the beginnings of addresses with a mark behind them,
 *   declarations and processing instructions;
 * - tables that are followed by HTML, comments that begin a list item;
 * - three asterisks in a row, footnotes, task items without text in their line;
 * - HTML blocks that end with a closing tag (CommonMark 0.31, section 4.6, first kind), but for `<pre>` outside of lists and quotes;
 * - addresses with a pipe in them.
 */
const MAY_DIFFER =
  /(?:mailto|xmpp):|<\?|<![a-z[]|(?<!:\/\/)www\.|:\/\/(?![\p{L}\p{N}\s<\\*"&)]|$)|:\/\/\S*\||\|[ \t]*\r?\n[ \t]*<|[-*+.)][ \t]+<!--|\*{3}|\[\^|\[[ \tx]\]\s*[\r\n]|<\/?(?:script|style|textarea)|^[^<\r\n].*<pre/gimu
const FRONT_MATTER = /^---[ \t]*(?:\r?\n|\r|$)/
const CLOSED_FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/

const FEATURES = {
  document: { gfm: true, frontmatter: true },
  inline: { gfm: true, frontmatter: false },
}

/**
 * Parses Markdown (CommonMark, GFM) natively, where the program for this platform was installed and is known to give the tree that
 * remark gives; else `undefined`.
 */
export function parseNatively(text: string, kind: keyof typeof FEATURES): Root | undefined {
  if (DIFFERS.test(text)) return undefined
  if (FRONT_MATTER.test(text) && (kind === 'inline' || !CLOSED_FRONT_MATTER.test(text))) return undefined
  const parse = native()
  if (!parse) return undefined
  const hazards = [...Array.from(text.matchAll(MAY_DIFFER), ({ index }) => index), ...unusualMails(text)]
  try {
    const tree = parse(text, { features: FEATURES[kind] }) as Root
    return hazards.length === 0 || areInCode(hazards, tree) ? tree : undefined
  } catch {
    // What it cannot read, remark reads.
    return undefined
  }
}

/**
 * Whether offsets are within blocks of code, where text means nothing. Both parsers agree on where the first of them is, as they find
 * blocks line by line and nothing before it makes a difference; so they agree on the next.
 */
function areInCode(offsets: readonly number[], tree: Root): boolean {
  const ranges: { readonly start: number; readonly end: number }[] = []
  visit(tree, 'code', ({ position }) => {
    ranges.push({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 })
  })
  let at = 0
  return offsets
    .toSorted((a, b) => a - b)
    .every((offset) => {
      while (at < ranges.length && ranges[at]!.end <= offset) at++
      return at < ranges.length && ranges[at]!.start <= offset
    })
}

let loaded: NativeParse | null | undefined

/** The native parser, loaded when it is first wanted. */
function native(): NativeParse | null {
  if (loaded === undefined) {
    try {
      const { markdownToMdast } = createRequire(import.meta.url)('satteri') as {
        markdownToMdast: NativeParse
      }
      loaded = markdownToMdast
    } catch {
      loaded = null
    }
  }
  return loaded
}
