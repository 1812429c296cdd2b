/**
 * The monolingual text of one side, with marks around each segment, for the full parse.
 *
 * A side with hazards (`parse/hazards/find-hazards.ts`) is parsed in full. To Markdown the marks look like
 * their neighbouring characters, so they change nothing. `skeleton.full` keeps the tree, with the units that
 * made it necessary (`because`). Heading ids are still shared with the skeleton.
 */

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { type MadeText, makeText } from './skeleton-text.ts'
import { type CharacterRange, OTHER_LETTERS, unusedCharacters } from './slots.ts'
import type { SxsPiece } from './sxs-piece.ts'
import type { UnitDraft } from './unit-drafts.ts'

/** Kinds of characters that emphasis distinguishes (CommonMark 0.31, section 6.2). */
type CharacterClass = 'space' | 'punctuation' | 'letter'

const RANGES: Readonly<Record<CharacterClass, CharacterRange>> = {
  // Beyond the characters of slots.
  letter: [0xe800, 0xf8ff],
  // Rare spaces and marks: white space and punctuation to Markdown, but without a meaning of their own.
  space: [0x2000, 0x200a],
  punctuation: [0x2e0e, 0x2e30],
}

const CLOSE: CharacterRange = [RANGES.letter[0] + 64, RANGES.letter[1]]

/**
 * A side of a document as one text, with each unit between two marks that do not change how Markdown reads
 * their surroundings.
 */
export class MarkedText {
  readonly #input: string
  readonly #keys: string[] = []
  readonly #open: Record<CharacterClass, string>
  readonly #close: string
  readonly #pattern: RegExp
  readonly made: MadeText

  /** @param coreOf returns the text of a unit on that side, without its frame. */
  constructor(
    input: string,
    pieces: readonly SxsPiece[],
    drafts: readonly UnitDraft[],
    coreOf: (draft: UnitDraft) => string | null,
  ) {
    this.#input = input
    this.#close = unusedCharacters(input, [CLOSE, ...OTHER_LETTERS], 1)[0]!
    // The character that ends a mark is unused elsewhere, so the one that begins it need not be.
    this.#open = {
      letter: firstOf(RANGES.letter),
      space: firstOf(RANGES.space),
      punctuation: firstOf(RANGES.punctuation),
    }
    const any = Object.values(this.#open).join('')
    this.#pattern = new RegExp(`[${any}](\\d+)([se])${this.#close}[${any}]`)
    this.made = makeText(input, pieces, drafts, (draft) => this.#fill(draft, coreOf(draft) ?? ''))
  }

  #fill({ sxs, frame, key }: UnitDraft, markup: string): string {
    if (frame.structural) return frame.lead + frame.tail
    if (markup.trim() === '') return frame.lead + markup + frame.tail
    const index = this.#keys.push(key) - 1
    const [outside, after] = [this.#input[sxs.start - 1] ?? '\n', this.#input[sxs.end] ?? '\n']
    // Marks go after anything that starts a block or a table row; otherwise Markdown would not see its start.
    const block =
      /^\s*(?:(?:#{1,6}\s+|[-+*]\s+|\d{1,9}[.)]\s+|>\s?)+|(?:<\/?[a-z][^<>]*>\s*)+|\|[ \t]*)/i.exec(
        markup,
      )?.[0] ?? ''
    const rest = markup.slice(block.length)
    const end = /(?:\s*<\/[a-z][^<>]*>)+\s*$|[ \t]*\|[ \t]*$|\s*$/i.exec(rest)!
    const text = rest.slice(0, end.index)
    if (text === '') return frame.lead + markup + frame.tail
    const start = this.#mark(index, 's', text[0]!, outside)
    const stop = this.#mark(index, 'e', after, text[text.length - 1]!)
    return frame.lead + block + start + text + stop + end[0] + frame.tail
  }

  /** Makes a mark that looks like one character to the text before it and like another to the text after it. */
  #mark(index: number, kind: 's' | 'e', seenFromBefore: string, seenFromAfter: string): string {
    return (
      this.#open[classOf(seenFromBefore)] + index + kind + this.#close + this.#open[classOf(seenFromAfter)]
    )
  }

  /** Wraps the text between marks in `span` elements with `dataTtuId` = key, and removes the marks. */
  unmark(tree: Root): Root {
    const open = new Set<number>()
    const walk = (nodes: readonly RootContent[]): RootContent[] =>
      nodes.flatMap((node) => this.#unmarkNode(node, open, walk))
    return { type: 'root', children: walk(tree.children) }
  }

  #unmarkNode(
    node: RootContent,
    open: Set<number>,
    walk: (nodes: readonly RootContent[]) => RootContent[],
  ): RootContent[] {
    if (node.type === 'element') {
      const properties = { ...node.properties }
      for (const [name, value] of Object.entries(properties)) {
        if (typeof value === 'string') properties[name] = this.clean(value)
      }
      return [{ ...node, properties, children: walk(node.children as RootContent[]) as ElementContent[] }]
    }
    if (node.type !== 'text') return [node]
    const result: RootContent[] = []
    const pieces = node.value.split(this.#pattern)
    for (let at = 0; at < pieces.length; at += 3) {
      const value = pieces[at]!
      const current = [...open][open.size - 1]
      if (value !== '')
        result.push(
          current === undefined || value.trim() === ''
            ? { type: 'text', value }
            : this.#segment(current, value),
        )
      const index = Number(pieces[at + 1])
      if (pieces[at + 2] === 's') open.add(index)
      else if (pieces[at + 2] === 'e') open.delete(index)
    }
    return result
  }

  #segment(index: number, value: string): Element {
    const key = this.#keys[index] ?? ''
    return {
      type: 'element',
      tagName: 'span',
      properties: { dataTtuId: key },
      children: [{ type: 'text', value }],
    }
  }

  /** Removes marks from a text, including percent-encoded ones in URLs. */
  clean(text: string): string {
    const pattern = new RegExp(this.#pattern.source, 'g')
    if (!text.includes('%')) return text.replace(pattern, '')
    const encoded = [...Object.values(this.#open)].map(encodeURIComponent).join('|')
    const url = new RegExp(`(?:${encoded})\\d+[se]${encodeURIComponent(this.#close)}(?:${encoded})`, 'g')
    return text.replace(pattern, '').replace(url, '')
  }
}

function firstOf([code]: CharacterRange): string {
  return String.fromCharCode(code)
}

function classOf(character: string): CharacterClass {
  if (/\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter'
}
