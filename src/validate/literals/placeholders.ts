/** A text in brackets for which the reader puts a value: `<Pool FQDN>`, `[value]`, `{name}`. */
export interface Placeholder {
  /** With its brackets. */
  readonly text: string
  /** Without. */
  readonly name: string
}

/** Angle brackets; square ones and braces, in which only one word is a placeholder for sure. */
const PLACEHOLDER =
  /<(?<angle>\p{L}[^<>\n]{0,80}(?<!\s))>|(?<![\p{L}\p{N}\])}])\[(?<square>\p{L}[\p{L}\p{N}_-]+)\]|(?<![$\p{L}\p{N}\\^_])\{(?<brace>\p{L}[\p{L}\p{N}_-]+)\}/gu

/** Brackets with a name, in the forms of any script. */
const BRACKETED = /[<＜〈‹《][^<>＜＞〈〉‹›《》\n]{1,100}[>＞〉›》]/gu

/** Most placeholders of a text to look for: texts with more are hostile. */
const MOST = 100

/** Finds the distinct placeholders of a text. */
function placeholdersOf(text: string): readonly Placeholder[] {
  const found = new Map<string, Placeholder>()
  for (const { 0: match, groups } of text.matchAll(PLACEHOLDER)) {
    const name = groups!.angle ?? groups!.square ?? groups!.brace!
    found.set(match, { text: match, name })
    if (found.size === MOST) break
  }
  return [...found.values()]
}

/** A placeholder that a translation has without brackets, or not at all. */
export interface LostPlaceholder extends Placeholder {
  /** The name in the translation, if it is there. */
  readonly actual?: string
}

/**
 * Finds the placeholders that a translation has not, by their brackets: it can translate names in angle brackets.
 *
 * @param source Source text without code.
 * @param target Translation, in which code counts.
 */
export function lostPlaceholders(source: string, target: string): readonly LostPlaceholder[] {
  if (!/[<[{]\p{L}/u.test(source)) return []
  const plain = squash(target)
  const missing = placeholdersOf(source).filter(({ text }) => !plain.includes(squash(text)))
  if (missing.length === 0) return []
  const bare = missing.flatMap((one) => {
    const isFewer = countOf(target, one.text[0]!) < countOf(source, one.text[0]!)
    const actual = isFewer ? bareName(target, one.name) : undefined
    return actual === undefined ? [] : { ...one, actual }
  })
  const angles = missing.filter(({ text }) => text.startsWith('<'))
  const others =
    (target.match(BRACKETED) ?? []).length - (source.match(BRACKETED) ?? []).length + angles.length
  // Translated ones, of which each has brackets.
  if (angles.length > 0 && others >= angles.length) return bare.filter(({ text }) => !text.startsWith('<'))
  return bare.length > 0 || others > 0 ? bare : angles
}

function countOf(text: string, bracket: string): number {
  return text.split(bracket).length - 1
}

/** Finds a name that is no part of a longer one and has no brackets. */
function bareName(text: string, name: string): string | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!PART.test(text[at - 1] ?? ' ') && !PART.test(text[at + name.length] ?? ' ')) return name
  }
  return undefined
}

/** What stands beside a part of a longer name, or beside a name in brackets. */
const PART = /[\w\p{Ps}\p{Pe}<>＜＞‹›]/u

/** A text without white space, in small letters: translations insert spaces, which `literal-spacing` reports. */
function squash(text: string): string {
  return text.replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').toLowerCase()
}
