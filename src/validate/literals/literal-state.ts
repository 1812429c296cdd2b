import type { Segment } from '../../model/unit.ts'
import { comparableUrl, type Locales } from '../comparable-url.ts'
import { type Literal, literalsOf } from './literals.ts'

/** Kind of a literal, including parameters of commands. */
export type LiteralKind = Literal['kind'] | 'parameter'

/** State of a literal in a translation: unchanged, in different letter case, or missing. */
export type LiteralState = 'kept' | 'case' | 'lost'

/** Determines the state of a literal of the source text in a translation. */
export function literalState(
  target: Segment,
  { kind, text }: { readonly kind: LiteralKind; readonly text: string },
  locales: Locales,
): LiteralState {
  const isPlain = kind !== 'command' && kind !== 'parameter' && !/^\d/.test(text)
  if (isPlain && target.text.includes(text)) return 'kept'
  if (kind === 'parameter' && isListItem(target.text, text.slice(1))) return 'kept'
  const texts = [fold(target.text), ...(target.markup === target.text ? [] : [fold(shown(target.markup))])]
  let state: LiteralState = 'lost'
  for (const wanted of variants(kind, fold(text), locales)) {
    for (const where of texts) {
      if (literalPattern(kind, wanted, '').test(where)) return 'kept'
      const found = literalPattern(kind, wanted, 'i').exec(where)
      if (!found) continue
      // Mail servers do not distinguish `Bob@` from `bob@`.
      if (kind === 'address' || beginsSentence(kind, wanted, found[0], where.slice(0, found.index)))
        return 'kept'
      state = 'case'
    }
  }
  return state === 'lost' && kind === 'URL' && hasUrl(target.text, text, locales) ? 'kept' : state
}

/** Whether a text begins with a hyphen, a space and a name: the hyphen of the source text marks a list item, without a space. */
function isListItem(text: string, name: string): boolean {
  return /^[-–—]\s/.test(text) && text.slice(1).trimStart().startsWith(name)
}

/** Builds a pattern for a literal that is not part of a longer one; commands can have an inflectional ending. */
export function literalPattern(kind: LiteralKind, text: string, flags: string): RegExp {
  const escaped = escapeRegExp(text)
  if (/^\d[\d.]*$/.test(text)) return new RegExp(`(?<![\\d.])${escaped}(?!\\.?\\d)`, flags)
  const before = /^\w/.test(text) || kind === 'parameter' ? '(?<![A-Za-z0-9_])' : ''
  const ending = kind === 'command' && !flags.includes('i') ? '(?=[a-z]{0,3}(?![A-Za-z0-9_]))' : ''
  const after = ending || '(?![A-Za-z0-9_])'
  return new RegExp(before + escaped + after, flags)
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Normalizes spaces, and removes invisible characters and Markdown's backslash escapes. */
function fold(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\\+(?=[^A-Za-z\d\s])/g, '')
    .replace(/\\+/g, '\\')
    .replace(/\s+/g, ' ')
}

/** Markup without the destinations of links: a command in a URL is not part of the text. */
function shown(markup: string): string {
  return markup.replace(/\]\((?:[^()\n]|\([^()\n]*\))*\)|\s(?:href|src)\s*=\s*(?:"[^"]*"|'[^']*')/gi, ']')
}

/** Allowed spellings: with the target's locale for the source's; a file name without a word that runs into it. */
function variants(
  kind: LiteralKind,
  text: string,
  { sourceLocale, targetLocale }: Locales,
): readonly string[] {
  if (kind === 'address') {
    // Translators may change the names of example users.
    const [name, domain] = text.split('@')
    return /^[a-z]+$/i.test(name!) ? [`@${domain}`] : [text]
  }
  if (kind === 'command' || kind === 'parameter' || kind === 'version' || kind === 'identifier') return [text]
  const all = new Set([text])
  const languageOf = (tag: string) => tag.split('-')[0]!
  const tag = new RegExp(`(?<![A-Za-z])${escapeRegExp(sourceLocale)}(?![A-Za-z])`, 'gi')
  const language = new RegExp(`(?<=[/.])${escapeRegExp(languageOf(sourceLocale))}(?=[/.])`, 'gi')
  all.add(text.replace(tag, targetLocale))
  all.add(text.replace(tag, targetLocale.toLowerCase()))
  all.add(text.replace(language, languageOf(targetLocale)))
  const glued = kind === 'file name' && /^[a-z]+\.(?=[\w-]+\.\w+$)/.exec(text)
  if (glued) all.add(text.slice(glued[0].length))
  return [...all]
}

/** Whether a text has the same URL, ignoring its locale and the difference between http and https. */
function hasUrl(text: string, url: string, locales: Locales): boolean {
  const wanted = comparable(url, locales)
  return literalsOf(text).some((other) => other.kind === 'URL' && comparable(other.text, locales) === wanted)
}

function comparable(url: string, locales: Locales): string {
  return comparableUrl(url.replace(/^https:/i, 'http:'), locales).replace(/\bclcid=0x[\da-f]+/gi, 'clcid=*')
}

/** Whether only the first letter differs in case, at the start of a sentence. */
function beginsSentence(kind: LiteralKind, wanted: string, found: string, before: string): boolean {
  if (kind === 'command' || kind === 'parameter') return false
  return found.slice(1) === wanted.slice(1) && /(?:^|[.!?:]\s)[\s\p{P}*_]*$/u.test(before)
}
