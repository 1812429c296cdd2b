import type { BilingualDocument } from '../model/document.ts'
import type { TextPart } from '../model/hast.ts'
import type { Segment, Side, TranslationUnit } from '../model/unit.ts'
import { unitsOf } from '../model/units-of.ts'
import { localeOf, MONOLINGUAL_HTML, type OutputFile, outputPath } from './context.ts'

/**
 * Renders the monolingual document as it would be published, in the syntax of the input: byte for byte the
 * input, with each unit replaced by its published side. A unit without a target is empty on the target side; one
 * without a source shows its target on both.
 */
export function renderMarkdown(document: BilingualDocument, side: Side): OutputFile {
  const children = childrenOf(unitsOf(document))
  const suffix = document.format === 'html' ? MONOLINGUAL_HTML : '.md'
  return {
    path: outputPath(localeOf(document, side), document.path, suffix),
    content: join(document.skeleton.parts),
  }

  function join(parts: readonly TextPart[]): string {
    return parts.map((part) => (typeof part === 'string' ? part : textOf(document.units[part.unit]))).join('')
  }

  function textOf(unit: TranslationUnit | undefined): string {
    const segment = side === 'target' ? unit?.target : (unit?.source ?? unit?.target)
    return segment ? resolveNested(segment, children.get(unit!.key) ?? []) : ''
  }

  /** Returns a segment's markup with nested units replaced by their side. */
  function resolveNested(segment: Segment, nested: readonly TranslationUnit[]): string {
    if (nested.length === 0) return segment.published ?? segment.markup
    const [base] = segment.place
    let text = ''
    let at = base
    for (const {
      place: [start, end],
      key,
    } of nested) {
      if (start < at || end > base + segment.markup.length) continue
      text += segment.markup.slice(at - base, start - base) + textOf(document.units[key])
      at = end
    }
    return text + segment.markup.slice(at - base)
  }
}

/** Groups nested units by the key of the unit around them, in input order. */
function childrenOf(units: readonly TranslationUnit[]): Map<string, TranslationUnit[]> {
  const children = new Map<string, TranslationUnit[]>()
  for (const unit of units) {
    if (unit.parent === undefined) continue
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.place[0] - b.place[0])
  return children
}
