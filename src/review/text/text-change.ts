import type { TextChange } from '../types/unit-review.ts'
import { plainText } from './plain-text.ts'

/** White space, characters that show nothing, and references to them. */
const SPACE =
  /(?:[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|&(?:nbsp|ensp|emsp|thinsp|zwj|zwnj|lrm|rlm|shy|#0*160|#x0*a0);)+/gi
/** A destination of markup, or an address that readers see. */
const DESTINATION =
  /\]\((?:\\.|\([^()]*\)|[^()\\])*\)|\b(href|src|cite|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')|((?:https?|ftp|mailto):[^\s<>"'“”‘’«»（）。，、；`)\]]+)/gi
/**
 * Marks that punctuate, unless they belong to a number, a path or a name: those touch a digit or a letter on both
 * sides. A hyphen in a word of small letters does not matter, and emphasis marks in pairs are leftovers.
 */
const PUNCTUATION =
  /(?<=\p{Ll})-(?=\p{Ll})|\*{2,}|(?<![\p{L}\p{N}_])_{2,}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}])[.,:;!?'’‘"“”„«»‹›()[\]{}…–—·、。，．；：！？「」『』（）【】〈〉《》〔〕・،؛؟-]+(?!\p{N})|[,;!?"“”„«»‹›()[\]{}…–—·、。，．；：！？「」『』（）【】〈〉《》〔〕・،؛؟]+(?!\p{N})|[.:'’‘]+(?![\p{L}\p{N}])/gu

/** Forms of a mark that are the same character to a reader. */
const APOSTROPHES = /[’‘‛ʼ＇′]/g
const DASHES = /[‐‑‒–—―−]/g
const FULL_WIDTH = /[\uFF01-\uFF5E]/g

/** Classifies the difference between two versions of a segment by the least that explains it. */
export function textChange(before: string, after: string): TextChange {
  if (before === after) return 'same'
  if (withoutSpace(before) === withoutSpace(after)) return 'whitespace'
  if (withoutSpace(withoutUrls(before)) === withoutSpace(withoutUrls(after))) return 'url'
  const [oldText, newText] = [plainText(before), plainText(after)]
  const [old, current] = [withoutSpace(oldText), withoutSpace(newText)]
  if (old === current) return 'markup'
  if (withoutUrls(old) === withoutUrls(current)) return 'url'
  // Most changes end here, before what takes long.
  if (lettersOf(old) !== lettersOf(current)) return 'text'
  // Marks go before white space does: what touches a mark decides whether it punctuates.
  const [words, others] = [withoutMarks(oldText), withoutMarks(newText)]
  if (words === others) return 'punctuation'
  if (old.toLowerCase() === current.toLowerCase()) return 'case'
  return words.toLowerCase() === others.toLowerCase() ? 'punctuation' : 'text'
}

/** A text without white space and invisible characters, in one form of its accents. */
export function withoutSpace(text: string): string {
  return text.replace(SPACE, '').normalize('NFC')
}

/** A markup without addresses, except for the numbers in those that readers see. */
function withoutUrls(markup: string): string {
  return markup.replace(
    DESTINATION,
    (_, attribute?: string, shown?: string) => `${attribute ?? ''}\0${shown?.match(/\d+/g)?.join() ?? ''}`,
  )
}

/** Letters and digits without case and width. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

function withoutMarks(text: string): string {
  const plain = text
    .replace(FULL_WIDTH, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
  return withoutSpace(plain.replace(PUNCTUATION, ' '))
}
