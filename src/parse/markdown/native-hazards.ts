import { unusualMails } from './unusual-mails.ts'

/**
 * Constructs that the native parser may parse differently from remark, found by comparing both on real and generated documents:
 *
 * - triple-colon lines, an extension that only remark has here;
 * - unusual mail addresses (see `unusual-mails.ts`), `mailto:`, the beginnings of addresses followed by a mark,
 *   declarations and processing instructions;
 * - tables followed by HTML, comments at the start of a list item;
 * - three asterisks in a row, footnotes, task items without text in their line or with HTML;
 * - HTML blocks that end with a closing tag (CommonMark 0.31, section 4.6, first kind), except `<pre>` outside of lists and quotes;
 * - addresses that contain a pipe, have an underscore in their domain, or start with an escape or a character reference;
 * - definitions followed by a line of something else; lists that start like a delimiter row of a table, and two such rows;
 * - escaped emphasis marks followed by unescaped ones and a letter.
 *
 * Each alternative can match a text in only one way, so that time is linear in the length of a line.
 */
const MAY_DIFFER =
  /(?:mailto|xmpp):|<\?|<![a-z[]|(?<!\bhttps?:\/\/)www\.|:\/\/(?![\p{L}\p{N}\s<\\*"&)]|$)|:\/\/[^\s/?#]*_|https?:?\/?[\\&]|www[\\&]|&#?\w+;(?:(?!https?:)\w{0,4}:\/\/|w{0,2}\.)|w&#?\w+;|\|[ \t]*\r?\n[ \t]*<|[-*+.)][ \t]+<!--|\*{3}|\[\^|\[[ \tx]\]\s*[\r\n<]|<\/?(?:script|style|textarea)|^[^<\r\n].*<pre|^[ \t>]*-[ \t][ \t:|-]*\|[ \t:-]*$|^(?=[ \t>*+|:]*-)[ \t>*+|:-]*\|[ \t:-]*\r?\n[ \t>|:-]*\|[ \t:-]*$|\\[*_][*_]+[^\s\p{P}\p{S}]/gimu
/** Adjacent emphasis marks of two kinds; matches the whole span if it is harmless: alone in a one-line paragraph, surrounded by spaces. */
const MIXED_MARKS =
  /(?=[*_])(?<=(?:(?<![\s\S])|\n\r?\n)(?:[^*_`\\<>[\]&\r\n]*\s)?)(?:_\*\*(?=[\p{L}\p{N}])[^*_\r\n]+\*\*[^*_\r\n]*_|\*\*_(?=[\p{L}\p{N}])[^*_\r\n]+_\*\*)(?=(?:\s[^*_`\\<>[\]&\r\n]*)?(?:\r?\n|$))|_\*|\*_/gu
/** A tag with an unquoted value that starts with a slash, or contains characters that CommonMark forbids (section 6.6). */
const UNUSUAL_VALUE =
  /<[a-z](?:[^<>"'=]|=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+(?![^\s>])))*=\s*(?:\/|[^\s"'=<>`]+["'=<`])/gi
/** A possible definition up to the end of its line, and a line ending followed by something else. */
const DEFINITION = /\]:[^\r\n]*/g
const TEXT_BELOW = /\r?\n(?![ \t>]*(?:\r?\n|$|\[))/my
const SPACE = /\s/g
/** Complete text in brackets; a bracket that may stay open; an address; a blank line, which ends a paragraph. */
const IN_BRACKETS =
  /\[(?:[^[\]`\\<\r\n]|(?<!`)`[^`[\]\r\n]+`(?!`))*\](?<resource>\((?:[^()\s<>\\]|\([^()\s<>\\]*\))*(?: "[^"\r\n]*")?\))?|\[|https?:\/\/|\n[ \t>]*\r?\n/gi

/** The latest result: callers ask for the same text before they parse it. */
let known: { readonly text: string; readonly hazards: readonly number[] } | undefined

/** Offsets in a Markdown text of all constructs that the native parser may parse differently from remark. */
export function nativeHazards(text: string): readonly number[] {
  if (known?.text !== text) known = { text, hazards: hazardsIn(text) }
  return known.hazards
}

function hazardsIn(text: string): readonly number[] {
  return [
    ...Array.from(text.matchAll(MAY_DIFFER), ({ index }) => index),
    ...definitionsBeforeText(text),
    ...addressesWithPipes(text),
    ...unusualMails(text),
    ...mixedMarks(text),
    ...Array.from(text.matchAll(UNUSUAL_VALUE), ({ index }) => index),
    ...addressesInBrackets(text),
  ]
}

/** Possible definitions followed by a line of something else. Visits each line once, even if it can start several definitions. */
function definitionsBeforeText(text: string): number[] {
  const found: number[] = []
  if (!text.includes(']:')) return found
  for (const { index, 0: line } of text.matchAll(DEFINITION)) {
    TEXT_BELOW.lastIndex = index + line.length
    if (TEXT_BELOW.test(text)) found.push(index)
  }
  return found
}

/** Addresses that contain a pipe. Visits each word once, even if it contains several addresses. */
function addressesWithPipes(text: string): number[] {
  const found: number[] = []
  let end = 0
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', Math.max(at + 3, end - 2))) {
    SPACE.lastIndex = at
    end = SPACE.exec(text)?.index ?? text.length
    if (text.slice(at, end).includes('|')) found.push(at)
  }
  return found
}

function mixedMarks(text: string): number[] {
  const found: number[] = []
  // A fast exit: nearly no text has any.
  if (!text.includes('_*') && !text.includes('*_')) return found
  for (const { index, 0: marks } of text.matchAll(MIXED_MARKS)) if (marks.length === 2) found.push(index)
  return found
}

/** Addresses after a bracket that may still be open in their paragraph: remark gives them no position. */
function addressesInBrackets(text: string): number[] {
  const found: number[] = []
  let isOpen = false
  for (const { index, 0: what, groups } of text.matchAll(IN_BRACKETS)) {
    if (what.startsWith('\n')) isOpen = false
    else if (what === '[') isOpen = true
    else if (!what.startsWith('[')) {
      if (isOpen) found.push(index)
    } else if ((isOpen || groups?.resource === undefined) && what.includes('://')) found.push(index)
  }
  return found
}
