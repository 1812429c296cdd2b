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
import { findFrontMatter, opensFrontMatter } from '../../util/find-front-matter.ts'
import { visit } from '../../util/visit.ts'
import { nativeHazards } from './native-hazards.ts'
import { hasTreeHazard } from './native-tree-hazards.ts'

/** A Markdown parser: text to mdast with positions; front matter only where a whole document is read. */
type NativeParse = (text: string, options: { features: { gfm: boolean; frontmatter: boolean } }) => unknown

/**
 * What it reads otherwise, or may read otherwise, wherever it stands: triple-colon lines, control characters (NUL, which remark
 * replaces, and those behind addresses), byte order marks, which are white space to remark, characters beyond the Basic Multilingual
 * Plane, which its rules for emphasis see as two,
 * front matter in TOML, which is none to remark, and a last line of white space, which remark puts into code.
 */
const DIFFERS = /:::|^\+{3}|[\n\r][ \t>]{2,}$|[\0-\x08\x0E-\x1F\x7F-\x9F\u{10000}-\u{10FFFF}\p{Cs}\uFEFF]/u
/** What ends front matter to it and not to remark, and the other way round: a line of dots, a tab behind a fence. */
const DIFFERS_IN_FRONT_MATTER = /^\.\.\.|^---.*\t/m
/** A character reference, an underscore, or a blank line, which ends all that could have to do with what is behind it. */
const COSTLY = /&#?\w+;|_|\n[ \t>]*\r?\n/g
/** Most characters that it may copy because of references. */
const MOST_COPIED = 8_000_000
/** Most underscores in a paragraph: it compares them with each other. */
const MOST_UNDERSCORES = 10_000
/** Length from which on there can be too many of them. */
const LONG = 4000

const FEATURES = {
  document: { gfm: true, frontmatter: true },
  inline: { gfm: true, frontmatter: false },
}

/**
 * Parses Markdown (CommonMark, GFM) natively, where the program for this platform was installed and is known to give the tree that
 * remark gives; else `undefined`.
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
    // What it cannot read, remark reads.
    return undefined
  }
}

/** Whether remark may give another tree of inline Markdown, so that both are needed to read it. */
export function mayDifferNatively(text: string): boolean {
  return DIFFERS.test(text) || nativeHazards(text).length > 0
}

/** Whether front matter is closed, for both parsers at the same line. */
function isUsualFrontMatter(text: string): boolean {
  const front = findFrontMatter(text)
  return front !== null && !DIFFERS_IN_FRONT_MATTER.test(text.slice(front.start, front.end))
}

/**
 * Whether it would take more than its share of memory or time. For each reference in a text it keeps a copy of all of that text before
 * it: 280 KB of them are 7 GB, which ends the process.
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
