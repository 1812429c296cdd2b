import { EXTENSIONS, IDENTIFIED, JOINED_WORDS, TRANSLATED_NAMES } from '../data/identifiers.ts'

/** A name of software in a text: of a class, a field, a file type, a variable, an option or a function. */
export interface Identifier {
  /**
   * A `word` has a capital inside and can be a term or a brand. A `dotted` one (`ASP.NET`) has the form of two sentences without a space
   * between them, and is known to be a name only if the translation has both its words.
   */
  readonly kind:
    | 'name'
    | 'dotted'
    | 'word'
    | 'variable'
    | 'placeholder'
    | 'option'
    | 'function'
    | 'direction'
    | 'file extension'
  /** As written. */
  readonly text: string
  /** Whether it is certainly no word of language. */
  readonly isCertain: boolean
}

const ANY = /[a-z][A-Z]|\w_\w|%\w|\{\d|--[a-z]|\w\(\)|\w\.[A-Za-z_]|[\s("“]\.[a-z]|\[(?:in|out)/

/** TeX where it is not recognized as a formula. */
const TEX = /\\[a-z]{2,}\*?\s*\{|\$[^$\\_^]*[\\_^][^$]*\$/

/** Letters, digits, dots and underscores, not in an address, a path or a variable; with a dot, an underscore or a capital inside. */
const NAME =
  /(?<![\w.@$%#\\/:*-])(?=\w*(?:[._]\w|[a-z][A-Z]))[A-Za-z_]\w*(?:\.\w+)*(?![\w\\/@*]|[.:-]\w|\(\))/g

/** A name with a capital inside before a hyphen: `msRTCSIP-UserEnabled`. */
const HYPHENATED = /(?<![\w.@$%#\\/:*-])[a-z]{2,}[A-Z]\w*(?=-[A-Za-z])/g

/** Kind, a sign that each text with a match has, and pattern. */
const OTHERS: readonly (readonly [kind: Identifier['kind'], sign: string, pattern: RegExp])[] = [
  ['variable', '%', /(?<![\w%])%[A-Za-z]\w{2,}%(?![\w\\])/g],
  ['variable', '$', /(?<![\w$\\{])\$[a-z]+[A-Z]\w{2,}(?![\w\\:$])/g],
  ['placeholder', '%', /(?<![\w%{$])%(?:\d|[sd](?!\w))(?![\w%}])/g],
  ['placeholder', '{', /(?<![\w%{$])\{\d\}(?![\w%}])/g],
  ['option', '--', /(?<![^\s("'“*]|\w["'])--[a-z][a-z\d]+(?:-[a-z\d]+)*(?![\w-])/g],
  ['function', '()', /(?<![\w.\\/])[A-Za-z_][\w.]*\w\(\)/g],
  ['direction', '[', /\[(?:in|out)(?:, ?(?:in|out|optional))?\]/g],
  ['file extension', '.', /(?<![^\s("“'‘])\.[a-z][a-z\d]{1,7}(?![\w.-])/g],
]

/** Longest name of software. */
const LONGEST = 200

/** Most identifiers of a text to look for: texts with more are lists of names, or hostile. */
const MOST = 100

/** Whether a text can have identifiers: a cheap test that most texts fail. */
export function canHaveIdentifiers(text: string): boolean {
  return ANY.test(text)
}

/** Finds the distinct identifiers of an English text without code. */
export function identifiersOf(text: string): readonly Identifier[] {
  if (/[\\$]/.test(text) && TEX.test(text)) return []
  const found = new Map<string, Identifier>()
  for (const { 0: name, index } of text.matchAll(NAME)) {
    if (name.length > LONGEST || found.has(name)) continue
    if (isName(name)) found.set(name, { kind: 'name', text: name, isCertain: true })
    else if (isDotted(name)) found.set(name, { kind: 'dotted', text: name, isCertain: true })
    else if (isCamelWord(name))
      found.set(name, { kind: 'word', text: name, isCertain: isIdentified(name, text, index) })
  }
  if (text.includes('-'))
    for (const [name] of text.matchAll(HYPHENATED))
      if (name.length <= LONGEST && isCamelWord(name))
        found.set(name, { kind: 'word', text: name, isCertain: true })
  for (const [kind, sign, pattern] of OTHERS) {
    if (!text.includes(sign)) continue
    for (const [name] of text.matchAll(pattern)) {
      if (kind !== 'file extension' || EXTENSIONS.has(name.slice(1)))
        found.set(name, { kind, text: name, isCertain: true })
    }
  }
  return [...found.values()].slice(0, MOST)
}

/** An underscore in a name, not in a formula (`x_1`). */
const SNAKE = /[A-Za-z\d]{2,}_\w|\w_[A-Za-z\d]{2,}/

/** Whether letters, digits, dots and underscores are a name rather than words with a full stop between them: “PowerShell.The”. */
function isName(text: string): boolean {
  const parts = text.split('.')
  if (parts.length === 1) return SNAKE.test(text)
  if (!areWords(parts) || beginsSentence(parts)) return false
  if (SNAKE.test(text) || text.startsWith('_') || EXTENSIONS.has(parts.at(-1)!)) return true
  if (parts.length > 2 && parts.every((part) => /^[A-Z\d]/.test(part))) return true
  return parts.some(isCamelWord)
}

/** Whether a text is words with dots between them: the last of two can begin a sentence, that of more is a part of a name (`Calls.Read.All`). */
function isDotted(text: string): boolean {
  const parts = text.split('.')
  return parts.length > 1 && areWords(parts) && (parts.length > 2 || !beginsSentence(parts))
}

/** Whether texts with dots between them are words of some letters: not “PoE802.3AF”. */
function areWords(parts: readonly string[]): boolean {
  return parts.every((part) => part.length > 1) && parts.slice(1).some((part) => /^\D/.test(part))
}

/** Whether the last of the words begins a sentence: “pool.The”. */
function beginsSentence(parts: readonly string[]): boolean {
  return JOINED_WORDS.has(parts.at(-1)!.toLowerCase())
}

/**
 * Whether a word has a capital inside, and is not short (“QoS”), a family name, a word that languages translate, or two words without a space
 * between them.
 */
function isCamelWord(word: string): boolean {
  if (
    word.length < (/^[a-z]{2,}[A-Z]\w/.test(word) ? 5 : 6) ||
    !/[a-z][A-Z]/.test(word) ||
    word.includes('.')
  )
    return false
  if (/^(?:(?:Mac|Mc|De|Di|La|Le|Van)[A-Z][a-z]+$|eX)/.test(word)) return false
  if (TRANSLATED_NAMES.has(word.toLowerCase().replace(/s$/, ''))) return false
  return !/^[a-z]/.test(word) || !JOINED_WORDS.has(/^[a-z]*/.exec(word)![0])
}

/** Whether a word with a capital inside is an identifier by its form, or because nothing else or the name of a kind stands beside it. */
function isIdentified(word: string, text: string, at: number): boolean {
  if (/[a-z][A-Z].*[a-z][A-Z]|[a-z][A-Z]{3,}[a-z]?/.test(word) || /^[a-z]{2,}[A-Z]/.test(word)) return true
  if (text.trim() === word) return true
  const end = at + word.length
  const [before, after] = [text.slice(Math.max(0, at - 24), at), text.slice(end, end + 24)]
  if (IDENTIFIED.numbered.test(after)) return false
  return IDENTIFIED.before.test(before) || IDENTIFIED.after.test(after) || IDENTIFIED.ending.test(word)
}

/** State of an identifier in a translation, and where it is if it has other letter case or spaces inside. */
export interface IdentifierState {
  readonly state: 'kept' | 'case' | 'split' | 'lost'
  /** The identifier as the translation writes it. */
  readonly actual?: string
}

const KEPT: IdentifierState = { state: 'kept' }

/** Marks that show nothing: soft hyphens, zero-width spaces, marks of direction. */
const HIDDEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Determines whether a translation has an identifier as it is, in different letter case, with spaces inside, or not at all. */
export function identifierState(target: string, { kind, text }: Identifier): IdentifierState {
  if (target.includes(text)) return KEPT
  const plain = target.replace(HIDDEN, '')
  const folded = lowerCase(plain)
  // German writes “CSV-Datei”.
  if (kind === 'file extension') return extensionState(plain, folded, text)
  if (plain.includes(text)) return KEPT
  // A plural of English, which other languages form in another way.
  if (kind === 'word' && /[^s]s$/.test(text) && plain.includes(text.slice(0, -1))) return KEPT
  const wanted = lowerCase(text)
  const at = indexOfWord(folded, wanted)
  if (at >= 0) return { state: 'case', actual: plain.slice(at, at + text.length) }
  const actual = withSpaces(plain, wanted.replace(/\s/g, ''))
  return actual === undefined ? { state: 'lost' } : { state: 'split', actual }
}

/** A text in lower case, of the same length: places in it are places in the text. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The place of a text that is no part of a longer word; -1 if there is none. */
function indexOfWord(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + wanted.length] ?? ' ')) return at
  }
  return -1
}

function extensionState(plain: string, folded: string, text: string): IdentifierState {
  const actual = new RegExp(`\\.\\s+${text.slice(1)}(?![\\p{L}\\p{N}])`, 'iu').exec(plain)?.[0]
  if (actual) return { state: 'split', actual }
  return folded.includes(text.slice(1)) ? KEPT : { state: 'lost' }
}

/** Finds a text that has white space inside, by the same text without. */
function withSpaces(plain: string, wanted: string): string | undefined {
  const places: number[] = []
  for (let at = 0; at < plain.length; at++) if (!/\s/.test(plain[at]!)) places.push(at)
  const bare = lowerCase(places.map((place) => plain[place]).join(''))
  const { length } = wanted
  for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
    const [start, end] = [places[at]!, places[at + length - 1]! + 1]
    const isPart = isJoined(plain, start - 1, start) || isJoined(plain, end - 1, end)
    if (end - start > length && !isPart) return plain.slice(start, end)
  }
  return undefined
}

/** Whether two neighbouring characters belong to one word. */
function isJoined(text: string, one: number, other: number): boolean {
  return /\w/.test(text[one] ?? ' ') && /\w/.test(text[other] ?? ' ')
}
