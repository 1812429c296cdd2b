import { decodeString } from 'micromark-util-decode-string'
import { lineBefore } from '../../bitext/unit-drafts.ts'
import { frameOf } from '../../bitext/unit-frame.ts'
import type { CodedText } from '../../model/coded-text.ts'
import { numberedLike } from '../../model/numbered-like.ts'
import { type TextPlace, textPlaceOf } from '../../model/text-place.ts'
import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { usesFormulas } from '../formulas/uses-formulas.ts'
import type { MarkdownParser } from '../markdown/parse-markdown.ts'
import { mayHaveMarkup } from '../segments/inline-content.ts'
import { elementsNamed } from '../structure/blocks.ts'
import { htmlParts } from './html-parts.ts'
import { markdownParts } from './markdown-parts.ts'
import { type RawPart, withPairs } from './pair-codes.ts'
import { withConstructs } from './whole-constructs.ts'

/** Both sides of a unit as text and codes; `null` for a missing side. */
export interface CodedUnit {
  readonly source: CodedText | null
  /** Its codes have the numbers of the source codes that they correspond to. */
  readonly target: CodedText | null
  readonly place: TextPlace
  /** Whether it can begin a block: nothing but marks of blocks is before it in its line. */
  readonly startsLine: boolean
}

/** What the coder reads of a unit. */
type UnitToCode = Pick<TranslationUnit, 'source' | 'target' | 'syntax' | 'place' | 'context'>

/** A range of a side's markup. */
interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Makes a function that reads both sides of units as text and codes. Structure that both sides share at their edges, such as list marks, is a
 * code.
 *
 * @param input text of the document.
 * @param formulas whether its docset has formulas, if it says so.
 */
export function createUnitCoder(input: string, formulas?: boolean): (unit: UnitToCode) => CodedUnit {
  const parser = parserOf(input, formulas)
  return (unit) => {
    const { source, target, syntax } = unit
    const before = lineBefore(input, unit.place[0])
    const frame = frameOf(source?.markup ?? null, target?.markup ?? null, before)
    const place = textPlaceOf(unit, before)
    const core = (markup: string, segment: Segment): readonly RawPart[] => {
      if (markup === '') return []
      if (syntax === 'html') return withConstructs(htmlParts(markup))
      if (syntax === 'markdown') return markdownOf(markup, linksIn(segment))
      return [{ type: 'text', text: decoded(markup.replace(/\r\n?/g, '\n'), place), markup }]
    }
    const read = (segment: Segment, { start, end }: Range) => {
      const { markup } = segment
      return withPairs([
        ...edge(markup.slice(0, start)),
        ...core(markup.slice(start, end), segment),
        ...edge(markup.slice(Math.max(start, end))),
      ])
    }
    const own = source && frame.source ? read(source, frame.source) : null
    const other = target && frame.target ? read(target, frame.target) : null
    return {
      source: own,
      target: other && numberedLike(other, own ?? []),
      place,
      startsLine: /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/.test(before),
    }
  }

  function markdownOf(markup: string, links: number): readonly RawPart[] {
    if (!mayHaveMarkup(markup, parser))
      return [{ type: 'text', text: markup.replace(/\r\n?/g, '\n'), markup }]
    return withConstructs(markdownParts(markup, links, parser))
  }
}

/** The Markdown parser of a document. */
export function parserOf(input: string, formulas?: boolean): MarkdownParser {
  return usesFormulas(input, formulas) ? 'formulas' : 'native'
}

function edge(markup: string): readonly RawPart[] {
  return markup === '' ? [] : [{ type: 'alone', kind: 'block', markup, shown: '' }]
}

/** The text of markup without codes. */
function decoded(markup: string, place: TextPlace): string {
  if (place === 'title') return decodeString(markup)
  if (place === 'yaml-single') return markup.replaceAll("''", "'")
  return place === 'yaml-double' ? markup.replace(/\\(["\\/])/g, '$1') : markup
}

function linksIn({ content, written }: Segment): number {
  const nodes = written ? written.content : content
  return nodes ? elementsNamed(nodes, 'a').length : 0
}
