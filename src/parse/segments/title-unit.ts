import type { Segment, TranslationUnit } from '../../model/unit.ts'

const NOWHERE = [0, 0] as const

/** A unit for the title of another document, displayed by a reference to its uid. */
export function titleUnit(key: string, uid: string, source: string, target: string): TranslationUnit {
  return {
    key,
    id: uid,
    source: segment(source),
    target: segment(target),
    syntax: 'text',
    place: NOWHERE,
    context: { kind: 'other' },
    defects: [],
  }
}

function segment(text: string): Segment {
  return { markup: text, text, place: NOWHERE }
}
