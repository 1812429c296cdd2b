import type { TextChange } from '../types/unit-review.ts'
import { plainText } from './plain-text.ts'

const SPACE = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g
const DESTINATION =
  /\]\((?:\\.|\([^()]*\)|[^()\\])*\)|\b(href|src|cite|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')|(?:https?|ftp|mailto):[^\s<>"'“”‘’«»（）。，、；`)\]]+/gi
/** Marks that punctuate, unless they belong to a number, a path or a name: those touch a digit or a letter on both sides. */
const PUNCTUATION =
  /(?<![\p{L}\p{N}])[.,:;!?'’‘"“”„«»‹›()[\]{}…–—·、。，．；：！？「」『』（）【】〈〉《》〔〕・،؛؟-]+(?!\p{N})|[,;!?"“”„«»‹›()[\]{}…–—·、。，．；：！？「」『』（）【】〈〉《》〔〕・،؛؟]+(?!\p{N})|[.:'’‘]+(?![\p{L}\p{N}])/gu

/** Classifies the difference between two versions of a segment by the least that explains it. */
export function textChange(before: string, after: string): TextChange {
  if (before === after) return 'same'
  if (withoutSpace(before) === withoutSpace(after)) return 'whitespace'
  if (withoutSpace(withoutUrls(before)) === withoutSpace(withoutUrls(after))) return 'url'
  const [old, current] = [withoutSpace(plainText(before)), withoutSpace(plainText(after))]
  if (old === current) return 'markup'
  if (withoutUrls(old) === withoutUrls(current)) return 'url'
  // Marks go before white space does: what touches a mark decides whether it punctuates.
  const [words, others] = [withoutMarks(before), withoutMarks(after)]
  if (words === others) return 'punctuation'
  if (old.toLowerCase() === current.toLowerCase()) return 'case'
  return words.toLowerCase() === others.toLowerCase() ? 'punctuation' : 'text'
}

/** A text without white space and invisible characters. */
export function withoutSpace(text: string): string {
  return text.replace(SPACE, '')
}

function withoutUrls(markup: string): string {
  return markup.replace(DESTINATION, (_, attribute?: string) => `${attribute ?? ''}\0`)
}

function withoutMarks(markup: string): string {
  return withoutSpace(plainText(markup).replace(PUNCTUATION, ' '))
}
