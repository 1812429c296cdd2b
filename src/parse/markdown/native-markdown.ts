/**
 * The native parser: a fast path, not a foundation.
 *
 * `satteri` (optional, a binary per platform) parses Markdown to the mdast that remark gives. It is young, so `native-hazards.ts` (in the text)
 * and `native-tree-hazards.ts` (in the resulting tree) know all constructs in which the two may differ, and such texts go to remark, unless the
 * construct is inside code. Findings and outputs therefore do not depend on whether it is installed. A binary can also end the process: it
 * copies a text once per character reference, so long texts with many references go to remark first. Remark also reads everything without
 * a binary, or with `parser: 'remark'` in `ParseOptions`. Texts that would take remark too long (`find-unreadable.ts`) are plain text for both
 * parsers, and neither sees U+FEFF, which only remark treats as white space (`byte-order-marks.ts`). Tests and `npm run fuzz` compare both
 * parsers: run the fuzzer before you let the native one read more.
 */

import { createRequire } from 'node:module'
import type { Root } from 'mdast'
import { findFrontMatter, opensFrontMatter } from '../../util/text/find-front-matter.ts'
import { visit } from '../../util/tree/visit.ts'
import { nativeHazards } from './native-hazards.ts'
import { hasTreeHazard } from './native-tree-hazards.ts'

/** A Markdown parser: text to mdast with positions; front matter only for whole documents. */
type NativeParse = (text: string, options: { features: { gfm: boolean; frontmatter: boolean } }) => unknown

/**
 * Text that the native parser may read differently from remark, even in code: triple-colon lines, control characters (NUL, which remark
 * replaces, and those after addresses), byte order marks (white space for remark), characters beyond the Basic Multilingual Plane (two
 * characters for remark's emphasis rules), TOML front matter (which remark does not support), and a last line of white space (which remark
 * includes in code).
 */
const DIFFERS = /:::|^\+{3}|[\n\r][ \t>]{2,}$|[\0-\x08\x0E-\x1F\x7F-\x9F\u{10000}-\u{10FFFF}\p{Cs}\uFEFF]/u
/** Ends of front matter on which the parsers disagree: a line of dots, a tab after a fence. */
const DIFFERS_IN_FRONT_MATTER = /^\.\.\.|^---.*\t/m
/** A character reference, an underscore, or a blank line, which ends every inline construct. */
const COSTLY = /&#?\w+;|_|\n[ \t>]*\r?\n/g
/** Maximum number of characters that the native parser may copy because of character references. */
const MOST_COPIED = 8_000_000
/** Maximum number of underscores in a paragraph: the native parser compares them with each other. */
const MOST_UNDERSCORES = 10_000
/** Shorter texts cannot have too many of either. */
const LONG = 4000

const FEATURES = {
  document: { gfm: true, frontmatter: true },
  inline: { gfm: true, frontmatter: false },
}

/**
 * Parses Markdown (CommonMark, GFM) natively. Returns `undefined` if no binary for this platform is installed, or if its tree may differ
 * from remark's.
 */
export function parseNatively(text: string, kind: keyof typeof FEATURES): Root | undefined {
  if (DIFFERS.test(text) || costsTooMuch(text)) return undefined
  if (opensFrontMatter(text) && (kind === 'inline' || !isUsualFrontMatter(text))) return undefined
  const parse = native()
  if (!parse) return undefined
  try {
    const hazards = nativeHazards(text)
    const tree = parse(text, { features: FEATURES[kind] }) as Root
    if (hazards.length > 0 && !areInCode(hazards, tree)) return undefined
    return hasTreeHazard(tree, text) ? undefined : tree
  } catch {
    // The caller falls back to remark.
    return undefined
  }
}

/** Whether the native parser and remark may parse inline Markdown differently. */
export function mayDifferNatively(text: string): boolean {
  return DIFFERS.test(text) || nativeHazards(text).length > 0
}

/** Whether both parsers end the front matter at the same line. */
function isUsualFrontMatter(text: string): boolean {
  const front = findFrontMatter(text)
  return front !== null && !DIFFERS_IN_FRONT_MATTER.test(text.slice(front.start, front.end))
}

/**
 * Whether the native parser would take too much memory or time. For each character reference it keeps a copy of all text before it: 280 KB
 * of references need 7 GB, which ends the process.
 */
function costsTooMuch(text: string): boolean {
  if (text.length < LONG) return false
  let [copied, underscores, start] = [0, 0, 0]
  for (const { index, 0: found } of text.matchAll(COSTLY)) {
    if (found === '_') underscores++
    else if (found.startsWith('&')) copied += index - start
    else [start, underscores] = [index, 0]
    if (copied > MOST_COPIED || underscores > MOST_UNDERSCORES) return true
  }
  return false
}

/**
 * Whether all offsets are inside code blocks, where the constructs have no effect. The parsers find blocks line by line, so they agree on
 * the first of these code blocks, because no hazard precedes it, and by induction on all others.
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

/** The native parser, loaded on first use. */
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
