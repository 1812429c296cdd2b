import { MEASURES, UNITS, VERSION_WORDS, VERSIONED_NAMES } from '../data/version-words.ts'

/** A version with two parts in a text. */
export interface Version {
  /** As written, such as `1.2`. */
  readonly text: string
  /** The word directly before it, such as `TLS`; empty for another version before it (“7.0, 7.5 or 8.0”). */
  readonly name: string
}

/** A number with a point, not in a path. */
const NUMBER = /(?<![\w.,\\]|[^\d]\/)(v?)(\d{1,4}\.\d{1,5})(?![\w\\]|[.,]\d|\/\p{Ll})/gu

/** The word before a number, and whether something is before that. */
const WORD = /(?<start>^|[.!?:]\s+)?(?<quote>[("“[]?)(?<word>[\p{L}.][\p{L}\p{N}.+#-]*)[)"”\]]?,?\s$/u

/** What can be between two versions of a list. */
const LISTED = /^(?:\s?,\s(?:and\s|or\s)?|\s(?:and|or|to|through|–|-)\s|\/\s?)$/

/** Characters before a number to look at. */
const BEFORE = 48

/** Finds the versions with two parts in an English text: numbers after a name or a word such as “version”, not measures. */
export function versionsOf(text: string): readonly Version[] {
  if (!/\d\.\d/.test(text)) return []
  const found: Version[] = []
  let end = -1
  for (const { 0: match, 1: mark, 2: number = '', index } of text.matchAll(NUMBER)) {
    const after = index + match.length
    const isListed = end >= 0 && LISTED.test(text.slice(end, index))
    const name = mark ? 'v' : nameBefore(text.slice(Math.max(0, index - BEFORE), index))
    const isVersion = !UNITS.test(text.slice(after, after + 16)) && (name !== undefined || isListed)
    if (isVersion) found.push({ text: number, name: name ?? '' })
    end = isVersion ? after : -1
  }
  return found
}

/** The name or the word before a number that makes it a version. */
function nameBefore(before: string): string | undefined {
  const { start, word = '' } = WORD.exec(before)?.groups ?? {}
  if (VERSION_WORDS.has(word.toLowerCase())) return word
  if (!/^\.?\p{Lu}|^\p{Ll}{1,3}\p{Lu}{2}/u.test(word) || MEASURES.has(word.toUpperCase())) return undefined
  const isName = /\p{Lu}.*\p{Lu}|^\./u.test(word) || VERSIONED_NAMES.has(word.toLowerCase())
  return isName || (start === undefined && word.length < before.trimEnd().length) ? word : undefined
}
