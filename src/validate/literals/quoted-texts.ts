import { groupBy } from '../../util/data/group-by.ts'
import { literalsOf } from './literals.ts'

/** A text in straight quotation marks that belong to code: to JSON, an assignment, a call, or the value of a parameter. */
export interface QuotedText {
  /** With its quotation marks: `"site:Redmond"`. */
  readonly text: string
  /** What is before it: `-Identity`, `==`, `{`. */
  readonly anchor: string
}

/** What stands before the quotation mark of a literal, but not of a quotation in prose; names, if any, belong to it. */
const ANCHORS = [
  // `Source == "x"`, `Key="x"`
  '\\S{0,60}=',
  // `f("x")`, `@("x")`
  '[\\w@$.]{1,60}\\(',
  // `["x"]`, `{"x": 1}`, `], "x": 1`
  '[[{]|[\\]}]\\s?,',
  // `-Identity "x"`, `/report:"x"`
  '(?<![^\\s(\\[|])(?:[-–—][A-Za-z]\\w*:?|/[A-Za-z]\\w*[:=])',
  // `Get-CsUser "x"`
  '(?<![^\\s(\\[|])[A-Z][a-z]+-[A-Z]\\w+',
]
const QUOTED = `("[^"\\n]{1,200}"|(?<![\\p{L}\\p{N}])'[^'\\n]{1,200}'(?![\\p{L}\\p{N}]))`
const IN_TEXT = new RegExp(`(${ANCHORS.join('|')})\\s?${QUOTED}`, 'gu')
/** In code, all straight quotation marks belong to it. */
const IN_CODE = new RegExp(`(${ANCHORS.join('|')}|)\\s?${QUOTED}`, 'gu')
/** What follows a literal in a list, or its value in JSON. */
const NEXT = new RegExp(`(\\s?[,:])\\s?${QUOTED}`, 'uy')
/** Quotation marks of prose, in any language; an apostrophe is one only in place of a single one. */
const CURLY = '«»‹›“”„‟「」『』〝〞〟＂'
const SINGLE = `${CURLY}‘’‚‛`

/** Lists the texts in straight quotation marks that belong to code, in a text or in code. */
function quotedTexts(text: string, isCode: boolean): readonly QuotedText[] {
  const found: QuotedText[] = []
  const first = isCode ? IN_CODE : IN_TEXT
  first.lastIndex = 0
  for (let match = first.exec(text); match; match = first.exec(text)) {
    for (let next: RegExpExecArray | null = match; next; next = NEXT.exec(text)) {
      const anchor = next[1]!.trim()
      if (!isHyphenated(anchor)) found.push({ anchor, text: next[2]! })
      first.lastIndex = next.index + next[0].length
      NEXT.lastIndex = first.lastIndex
    }
  }
  return found
}

/**
 * Lists the texts in straight quotation marks that belong to code, and that a translation has in those of prose.
 *
 * @param isCode whether the source is code, rather than a text with some.
 */
export function curledTexts(source: string, target: string, isCode: boolean): readonly QuotedText[] {
  if (!/["']/.test(source)) return []
  const there = squash(target)
  const found = groupBy(quotedTexts(source, isCode), ({ text }) => text)
  return [...found.values()].slice(0, MOST).flatMap(([first, ...others]) => {
    const { anchor, text } = first!
    if (there.split(squash(text)).length > others.length + 1) return []
    const marks = text.startsWith('"') ? CURLY : SINGLE
    const isCurly = (index: number) => index >= 0 && index < there.length && marks.includes(there[index]!)
    const [before, inner] = [squash(anchor), squash(text.slice(1, -1))]
    const isCurled =
      (/[^,:]/.test(before) && endsOf(there, before).some(isCurly)) ||
      endsOf(there, inner).some((end) => isCurly(end) || isCurly(end - inner.length - 1))
    return isCurled ? [first!] : []
  })
}

/** How many texts of a segment are looked for in its translation: a damaged one can have as many as it has words. */
const MOST = 1000

/** Whether an anchor looks like a command, but is a word of English: “Add-In”. */
function isHyphenated(anchor: string): boolean {
  return /^[A-Z][a-z]+-[A-Z]/.test(anchor) && !literalsOf(anchor).some(({ kind }) => kind === 'command')
}

/** The offsets at which a text ends in another. */
function endsOf(text: string, part: string): readonly number[] {
  const ends: number[] = []
  if (part === '') return ends
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) ends.push(at + part.length)
  return ends
}

/** A text without white space, in small letters: translations insert spaces. */
function squash(text: string): string {
  return text.replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').toLowerCase()
}
