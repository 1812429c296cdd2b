import { unusualMails } from './unusual-mails.ts'

/**
 * What makes it possible that the native parser gives another tree than remark, known by comparing both on real and on generated
 * documents:
 *
 * - triple-colon lines, which are an extension of ours;
 * - mail addresses that are not usual (see `unusual-mails.ts`), `mailto:`, the beginnings of addresses with a mark behind them,
 *   declarations and processing instructions;
 * - tables that are followed by HTML, comments that begin a list item;
 * - three asterisks in a row, footnotes, task items without text in their line, or with HTML;
 * - HTML blocks that end with a closing tag (CommonMark 0.31, section 4.6, first kind), but for `<pre>` outside of lists and quotes;
 * - addresses with a pipe in them, an underscore in their domain, or an escape or a reference where they begin;
 * - definitions with something else in the line behind them; lists that begin like a table's row of delimiters, and two such rows;
 * - escaped marks of emphasis with others behind them, and then a letter.
 *
 * Each alternative has one way to match a text, so that time follows the length of a line.
 */
const MAY_DIFFER =
  /(?:mailto|xmpp):|<\?|<![a-z[]|(?<!\bhttps?:\/\/)www\.|:\/\/(?![\p{L}\p{N}\s<\\*"&)]|$)|:\/\/[^\s/?#]*_|https?:?\/?[\\&]|www[\\&]|&#?\w+;(?:(?!https?:)\w{0,4}:\/\/|w{0,2}\.)|w&#?\w+;|\|[ \t]*\r?\n[ \t]*<|[-*+.)][ \t]+<!--|\*{3}|\[\^|\[[ \tx]\]\s*[\r\n<]|<\/?(?:script|style|textarea)|^[^<\r\n].*<pre|^[ \t>]*-[ \t][ \t:|-]*\|[ \t:-]*$|^(?=[ \t>*+|:]*-)[ \t>*+|:-]*\|[ \t:-]*\r?\n[ \t>|:-]*\|[ \t:-]*$|\\[*_][*_]+[^\s\p{P}\p{S}]/gimu
/** Marks of two kinds of emphasis side by side, or the usual ones that stand alone in a paragraph of one line, spaces around them. */
const MIXED_MARKS =
  /(?=[*_])(?<=(?:(?<![\s\S])|\n\r?\n)(?:[^*_`\\<>[\]&\r\n]*\s)?)(?:_\*\*(?=[\p{L}\p{N}])[^*_\r\n]+\*\*[^*_\r\n]*_|\*\*_(?=[\p{L}\p{N}])[^*_\r\n]+_\*\*)(?=(?:\s[^*_`\\<>[\]&\r\n]*)?(?:\r?\n|$))|_\*|\*_/gu
/** A tag with an unquoted value that begins with a slash, or holds what CommonMark allows none to hold (section 6.6). */
const UNUSUAL_VALUE =
  /<[a-z](?:[^<>"'=]|=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+(?![^\s>])))*=\s*(?:\/|[^\s"'=<>`]+["'=<`])/gi
/** What may be a definition, as far as its line goes; the end of that line with something else below it. */
const DEFINITION = /\]:[^\r\n]*/g
const TEXT_BELOW = /\r?\n(?![ \t>]*(?:\r?\n|$|\[))/my
const SPACE = /\s/g
/** Text in brackets, all of it; what may leave a bracket open; an address; a blank line, which ends a paragraph. */
const IN_BRACKETS =
  /\[(?:[^[\]`\\<\r\n]|(?<!`)`[^`[\]\r\n]+`(?!`))*\](?<resource>\((?:[^()\s<>\\]|\([^()\s<>\\]*\))*(?: "[^"\r\n]*")?\))?|\[|https?:\/\/|\n[ \t>]*\r?\n/gi

/** The last answer: whether a text can be parsed natively is asked before it is. */
let known: { readonly text: string; readonly hazards: readonly number[] } | undefined

/** Offsets in a Markdown text of all that makes it possible that the native parser gives another tree than remark. */
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

/** What may be a definition, with a line of something else below it. Each line is looked at once, however often it may begin one. */
function definitionsBeforeText(text: string): number[] {
  const found: number[] = []
  if (!text.includes(']:')) return found
  for (const { index, 0: line } of text.matchAll(DEFINITION)) {
    TEXT_BELOW.lastIndex = index + line.length
    if (TEXT_BELOW.test(text)) found.push(index)
  }
  return found
}

/** Addresses with a pipe in them. Each word is looked at once, however many addresses it may hold. */
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
  // Nearly no text has any, which this says in a fraction of the time.
  if (!text.includes('_*') && !text.includes('*_')) return found
  for (const { index, 0: marks } of text.matchAll(MIXED_MARKS)) if (marks.length === 2) found.push(index)
  return found
}

/** Addresses behind a bracket that may still be open in their paragraph: remark does not know where those are. */
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
