import type { Segment, Syntax } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { inlineCodes } from '../literals/inline-codes.ts'

/** A code span in a segment's markup. */
export interface CodeSpan {
  /** Displayed text, with white space folded. */
  readonly text: string
  /** Range in the markup, including the delimiters. */
  readonly start: number
  readonly end: number
}

const SPAN =
  /(?<![`\\])(?<ticks>`+)(?!`)(?<markdown>[\s\S]*?[^`])\k<ticks>(?!`)|<code\b[^<>]*>(?<html>[^<>&]*)<\/code\s*>/gi

/** Finds the code spans in a segment's markup; `null` if their positions are not certain. */
export function codeSpans(segment: Segment, syntax: Syntax): readonly CodeSpan[] | null {
  if (syntax === 'text') return null
  const spans: CodeSpan[] = []
  for (const match of segment.markup.matchAll(SPAN)) {
    const { markdown, html } = match.groups ?? {}
    if (markdown !== undefined && syntax === 'html') continue
    const text = foldSpace(markdown ?? html ?? '')
    spans.push({ text, start: match.index, end: match.index + match[0].length })
  }
  const { code } = inlineCodes(segment)
  return spans.length === code.length && spans.every(({ text }, at) => text === code[at]) ? spans : null
}
