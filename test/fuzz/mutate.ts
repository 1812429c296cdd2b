/** Gives numbers from 0 to 1, always the same for the same seed. */
export type Random = () => number

/** What a mutation may take from elsewhere. */
export interface Material {
  /** Whole documents. */
  readonly documents: readonly string[]
  /** Short texts that mean something to one of the languages in a document. */
  readonly vectors: readonly string[]
}

type Mutation = (text: string, random: Random, material: Material) => string

/** A delimiter of one of the languages that a document holds, or a word. */
const TOKEN =
  /<\/?span[^<>]{0,200}>|<!--|-->|<\/?[a-z][^<>\n]{0,80}>|&#?\w+;|[*_`~]+|!?\[|\]\(?|[()|<>"'=:;\\#]|\r?\n(?:[ \t>]*(?:[-+*]|\d+[.)])?)|[^\s*_`~[\]()|<>"'=:;\\#&]+/gi
/** A unit with both its sides. */
const UNIT = /<span data-ttu-id=["&][^<>]*>[\s\S]*?<span data-stu-id=["&][^<>]*>[\s\S]*?<\/span><\/span>/g
const STRUCTURE = ['> ', '- ', '1. ', '    ', '\t', '## ', '| ', '::: ', '  ', '* ', '<div>', '- [ ] ', '>']
const WRAPS: readonly (readonly [string, string])[] = [
  ...([
    ['**', '**'],
    ['*', '*'],
    ['_', '_'],
    ['~~', '~~'],
    ['`', '`'],
    ['[', '](a.md)'],
    ['![', '](a.png)'],
    ['"', '"'],
  ] as const),
  ...([
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['<a href="a.md">', '</a>'],
    ['<td>', '</td>'],
    ['<!--', '-->'],
    ['<pre>', '</pre>'],
  ] as const),
  ...([
    ['\n```\n', '\n```\n'],
    ['\n\n', '\n\n'],
    ['(', ')'],
    ['<', '>'],
    ['[', ']'],
    ['\n<table><tr><td>', '</td></tr></table>\n'],
  ] as const),
  [
    '<span data-ttu-id="x-101">',
    '</span><span class="sxs-lookup"><span data-stu-id="x-101">Text</span></span>',
  ],
]

/** A whole number below `limit`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** One of some things. */
function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[below(random, items.length)]!
}

/** Start and end of a part that is mostly short. */
function range(text: string, random: Random): readonly [number, number] {
  const start = below(random, text.length + 1)
  return [start, Math.min(text.length, start + below(random, random() < 0.8 ? 12 : 400))]
}

function replace(text: string, [start, end]: readonly [number, number], inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end)
}

/** Where a pattern is found, from some place on, as only one of the places is wanted. */
function find(text: string, pattern: RegExp, random: Random): readonly [number, number] | undefined {
  pattern.lastIndex = below(random, text.length + 1)
  const found = pattern.exec(text)
  pattern.lastIndex = 0
  return found ? [found.index, found.index + found[0].length] : undefined
}

function lineRange(text: string, random: Random): readonly [number, number] {
  const at = below(random, text.length + 1)
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return [start, end < 0 ? text.length : end + 1]
}

/** Deletes, doubles or moves what a pattern finds. */
function shuffle(pattern: RegExp): Mutation {
  return (text, random) => {
    const found = find(text, pattern, random)
    if (!found) return text
    const token = text.slice(...found)
    const kind = below(random, 4)
    if (kind === 0) return replace(text, found, '')
    if (kind === 1) return replace(text, found, token + token)
    const other = find(text, pattern, random)
    if (!other || other[0] < found[1]) return replace(text, found, '')
    if (kind === 2) return replace(replace(text, [other[0], other[0]], token), found, '')
    return replace(replace(text, other, token), found, text.slice(...other))
  }
}

const MUTATIONS: readonly Mutation[] = [
  shuffle(TOKEN),
  shuffle(TOKEN),
  shuffle(UNIT),
  (text, random) => replace(text, range(text, random), ''),
  (text, random, { vectors }) => {
    const [at] = range(text, random)
    return replace(text, [at, at], pick(random, vectors))
  },
  (text, random, { vectors }) => replace(text, find(text, TOKEN, random) ?? [0, 0], pick(random, vectors)),
  (text, random) => {
    const at = below(random, text.length + 1)
    const code = random() < 0.7 ? below(random, 128) : below(random, 0x10000)
    return replace(text, [at, at + below(random, 2)], String.fromCharCode(code))
  },
  (text, random) => {
    const found = range(text, random)
    const [open, close] = pick(random, WRAPS)
    return replace(text, found, open + text.slice(...found) + close)
  },
  (text, random) => {
    const [start] = lineRange(text, random)
    return replace(text, [start, start], pick(random, STRUCTURE).repeat(1 + below(random, 3)))
  },
  (text, random) => {
    const found = lineRange(text, random)
    const [start] = lineRange(text, random)
    const line = text.slice(...found)
    return random() < 0.5 ? replace(text, [start, start], line) : replace(text, found, '')
  },
  (text, random) => {
    const found = find(text, /\r?\n/g, random)
    return found ? replace(text, found, pick(random, ['', '\r\n', '\r', '\n\n', '  \n', '\\\n', ' '])) : text
  },
  (text, random) => {
    const found = find(text, /["'<>&]/g, random)
    const encoded = pick(random, ['&quot;', '&lt;', '&gt;', '&amp;', '&#34;', '&#x3c;', '&#0;', '&apos;', ''])
    return found ? replace(text, found, encoded) : text
  },
  (text, random, { documents }) => {
    const other = pick(random, documents)
    const [start] = range(other, random)
    const [at] = range(text, random)
    return replace(text, [at, at], other.slice(start, start + below(random, 300)))
  },
  (text, random) => {
    const found = find(text, /\p{L}{2,}/gu, random)
    if (!found) return text
    const word = text.slice(...found)
    return replace(text, found, random() < 0.5 ? word.toUpperCase() : word.toLowerCase())
  },
]

/**
 * Makes a document that is a little, or much, damaged: of a part of one that is at most `longest` characters, as what is wrong with a
 * short one is seen sooner.
 */
export function mutate(random: Random, material: Material, longest = 3000): string {
  const document = pick(random, material.documents)
  let text = random() < 0.5 ? document.slice(0, longest) : partOf(document, random, longest)
  for (let count = 1 + below(random, random() < 0.6 ? 3 : 12); count > 0; count--)
    text = pick(random, MUTATIONS)(text, random, material)
  return text
}

function partOf(document: string, random: Random, longest: number): string {
  const [start] = lineRange(document, random)
  return document.slice(start, start + 1 + below(random, longest))
}
