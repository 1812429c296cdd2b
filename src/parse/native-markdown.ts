import { createRequire } from 'node:module'
import type { Root } from 'mdast'
import { hasUsualMailOnly } from './usual-mail.ts'

/** A Markdown parser: text to mdast with positions; front matter only where a whole document is read. */
type NativeParse = (text: string, options: { features: { gfm: boolean; frontmatter: boolean } }) => unknown

/**
 * What makes it possible that the native parser gives another tree than remark, known by comparing both on real and on generated
 * documents:
 *
 * - triple-colon lines, which are an extension of ours;
 * - NUL, which remark replaces, and characters beyond the Basic Multilingual Plane, which its rules for emphasis see as two;
 * - mail addresses that are not usual (see `usual-mail.ts`), `mailto:`, the beginnings of addresses without the rest, declarations and
 *   processing instructions;
 * - tables that are followed by HTML, comments that begin a list item;
 * - three asterisks in a row, footnotes, task items without text in their line;
 * - HTML blocks that end with a closing tag (CommonMark 0.31, section 4.6, first kind), but for `<pre>` outside of lists and quotes;
 * - addresses with a pipe in them.
 */
const MAY_DIFFER =
  /:::|[\0\u{10000}-\u{10FFFF}\p{Cs}]|(?:mailto|xmpp):|<\?|<![a-z[]|(?<!:\/\/)www\.|:\/\/(?![\p{L}\p{N}])|:\/\/\S*\||\|[ \t]*\r?\n[ \t]*<|[-*+.)][ \t]+<!--|\*{3}|\[\^|\[[ \tx]\]\s*[\r\n]|<\/?(?:script|style|textarea)|^[^<\r\n].*<pre|(?<![\s\S])\uFEFF/imu
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
  if (MAY_DIFFER.test(text) || !hasUsualMailOnly(text)) return undefined
  if (FRONT_MATTER.test(text) && (kind === 'inline' || !CLOSED_FRONT_MATTER.test(text))) return undefined
  try {
    return native()?.(text, { features: FEATURES[kind] }) as Root | undefined
  } catch {
    // What it cannot read, remark reads.
    return undefined
  }
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
