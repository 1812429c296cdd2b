import { type CodedPart, type CodedText, codesOf, type InlineCode, markupOf } from '../../model/coded-text.ts'
import type { TextPlace } from '../../model/text-place.ts'
import { asReference, escaped, mayNeedEscape, needEscape } from './escapes.ts'
import { spellingsIn } from './spellings.ts'
import { inOneLine } from './without-line-breaks.ts'

/** Where a target is written. */
export interface TargetPlace {
  readonly source: CodedText
  /** The target that it replaces. */
  readonly target: CodedText | null
  readonly place: TextPlace
  /** Whether nothing but marks of blocks is before the unit in its line. */
  readonly startsLine: boolean
  /** How the document would read a markup there; `undefined` if it would have marks that can mean something to what is around it. */
  readonly reads: (markup: string) => CodedText | undefined
}

/** How a target is written. */
export interface Spelling {
  readonly markup: string
  /** With character references instead of escapes: the document may take escapes for those that the localization tool adds. */
  readonly otherwise?: string
}

/** Most escapes to try one by one. */
const MOST_TRIED = 48

/**
 * Writes a target as markup that reads as the same texts and codes, with as few escapes as possible; `undefined` if nothing does.
 *
 * @param coded its codes are those of the unit.
 */
export function spellTarget(coded: CodedText, where: TargetPlace): Spelling | undefined {
  const isOneLine = ![where.source, where.target ?? []].some((side) => /\n/.test(markupOf(side)))
  const wanted = isOneLine ? inOneLine(coded) : coded
  const spellings = spellingsIn(where.target ?? where.source, where.place)
  for (const usual of spellings.size > 0 ? [spellings, NONE] : [NONE]) {
    for (const marked of new Set([wanted, withAsterisks(wanted), withTags(wanted)])) {
      const spelling = spell(marked, where, usual)
      if (spelling) return spelling
    }
  }
  return undefined
}

const NONE: ReadonlyMap<string, string> = new Map()

function spell(
  coded: CodedText,
  { source, target, place, startsLine, reads }: TargetPlace,
  spellings: ReadonlyMap<string, string>,
): Spelling | undefined {
  const lineBreak = lineBreakIn([target, source])
  const first = coded.findIndex(({ markup }) => markup !== '')
  const starts = (at: number) => startsLine && at === first
  const isRead = (markup: string) => {
    const read = reads(markup)
    return read !== undefined && areEqual(read, coded)
  }
  const offsets = (of: typeof needEscape) =>
    coded.flatMap((part, at) =>
      part.type === 'text' ? of(part.text, place, starts(at)).map((offset) => `${at} ${offset}`) : [],
    )
  const render = (escapes: ReadonlySet<string>, spell = escaped) =>
    coded
      .map((part, at) => (part.type === 'text' ? renderText(part.text, at, escapes, spell) : part.markup))
      .join('')

  const needed = new Set(offsets(needEscape))
  const few = render(needed)
  if (isRead(few)) return spelling(needed, few)
  const possible = offsets(mayNeedEscape)
  const all = new Set(possible)
  if (!isRead(render(all))) return undefined
  if (possible.length <= MOST_TRIED) {
    for (const offset of possible) {
      if (needed.has(offset)) continue
      all.delete(offset)
      if (!isRead(render(all))) all.add(offset)
    }
  }
  return spelling(all, render(all))

  function spelling(escapes: ReadonlySet<string>, markup: string): Spelling {
    if (place !== 'markdown' || escapes.size === 0) return { markup }
    const otherwise = render(escapes, asReference)
    return isRead(otherwise) ? { markup, otherwise } : { markup }
  }

  function renderText(text: string, at: number, escapes: ReadonlySet<string>, spell: typeof escaped): string {
    let written = ''
    for (let offset = 0; offset < text.length; offset++) {
      const character = text[offset]!
      if (escapes.has(`${at} ${offset}`))
        written += spell(character, place, text.slice(offset + 1, offset + 8))
      else if (character === '\n') written += lineBreak
      else written += spellings.get(character) ?? character
    }
    return written
  }
}

/** The line break of a text, with the marks that continue its block. */
function lineBreakIn(texts: readonly (CodedText | null)[]): string {
  for (const text of texts) {
    const found = /\r?\n[ \t>]*/.exec(markupOf(text ?? []))
    if (found) return found[0]
  }
  return '\n'
}

/** Whether two texts have the same texts and codes in the same places; bold and italic may have other marks. */
export function areEqual(one: CodedText, other: CodedText): boolean {
  return comparable(one) === comparable(other)
}

function comparable(coded: CodedText): string {
  const parts: (string | readonly string[])[] = []
  for (const part of coded) {
    const last = parts.length - 1
    if (part.type !== 'text') parts.push([part.type, part.kind, isMark(part) ? '' : part.markup])
    else if (part.text !== '' && typeof parts[last] === 'string') parts[last] += part.text
    else if (part.text !== '') parts.push(part.text)
  }
  return JSON.stringify(parts)
}

function isMark({ kind, type }: InlineCode): boolean {
  return (kind === 'bold' || kind === 'italic') && (type === 'open' || type === 'close')
}

/** Underscores mark nothing beside letters, such as those of scripts without spaces. */
function withAsterisks(coded: CodedText): CodedText {
  return withMarks(coded, (code) => (/^_+$/.test(code.markup) ? '*'.repeat(code.markup.length) : undefined))
}

/** Marks beside some characters are text, whatever they are; tags never are. */
function withTags(coded: CodedText): CodedText {
  return withMarks(coded, ({ type, kind, markup }) =>
    /^[*_]+$/.test(markup)
      ? `<${type === 'close' ? '/' : ''}${kind === 'bold' ? 'strong' : 'em'}>`
      : undefined,
  )
}

function withMarks(coded: CodedText, markOf: (code: InlineCode) => string | undefined): CodedText {
  const codes = codesOf(coded)
  if (!codes.some((code) => isMark(code) && markOf(code) !== undefined)) return coded
  return coded.map((part): CodedPart => {
    const markup = part.type === 'text' || !isMark(part) ? undefined : markOf(part)
    return markup === undefined ? part : ({ ...part, markup } as CodedPart)
  })
}
