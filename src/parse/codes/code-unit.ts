import { lineBefore } from '../../bitext/unit-drafts.ts'
import { frameOf } from '../../bitext/unit-frame.ts'
import type { CodedText } from '../../model/coded-text.ts'
import { numberedLike } from '../../model/numbered-like.ts'
import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { usesFormulas } from '../formulas/uses-formulas.ts'
import { codeSegment } from './code-segment.ts'
import type { RawPart } from './pair-codes.ts'
import { withPairs } from './pair-codes.ts'

/** Both sides of a unit as text and codes; `null` for a missing side. */
export interface CodedUnit {
  readonly source: CodedText | null
  /** Its codes have the numbers of the source codes that they correspond to. */
  readonly target: CodedText | null
}

/**
 * Makes a function that reads both sides of units as text and codes. Structure that both sides share at their edges, such as list marks, is a
 * code.
 *
 * @param input text of the document.
 * @param formulas whether its docset has formulas, if it says so.
 */
export function createUnitCoder(
  input: string,
  formulas?: boolean,
): (unit: Pick<TranslationUnit, 'source' | 'target' | 'syntax' | 'place'>) => CodedUnit {
  const parser = usesFormulas(input, formulas) ? 'formulas' : 'native'
  return ({ source, target, syntax, place }) => {
    const frame = frameOf(source?.markup ?? null, target?.markup ?? null, lineBefore(input, place[0]))
    const read = (segment: Segment, { start, end }: { readonly start: number; readonly end: number }) => {
      const { markup } = segment
      return withPairs([
        ...edge(markup.slice(0, start)),
        ...codeSegment(markup.slice(start, end), { syntax, parser, links: linksIn(segment) }),
        ...edge(markup.slice(Math.max(start, end))),
      ])
    }
    const own = source && frame.source ? read(source, frame.source) : null
    const other = target && frame.target ? read(target, frame.target) : null
    return { source: own, target: other && numberedLike(other, own ?? []) }
  }
}

function edge(markup: string): readonly RawPart[] {
  return markup === '' ? [] : [{ type: 'alone', kind: 'block', markup, shown: '' }]
}

function linksIn({ content, written }: Segment): number {
  const nodes = written ? written.content : content
  return nodes ? JSON.stringify(nodes).split('"tagName":"a"').length - 1 : 0
}
