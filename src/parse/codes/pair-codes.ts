import {
  type CodedPart,
  type CodedText,
  type CodeKind,
  type PlainPart,
  withJoinedTexts,
} from '../../model/coded-text.ts'

/** A part before its codes have numbers. */
export type RawPart =
  | PlainPart
  | {
      readonly type: 'open' | 'close' | 'alone'
      readonly kind: CodeKind
      readonly markup: string
      readonly shown?: string
      /** Name of an HTML element, whose tags may lack their partner. */
      readonly name?: string
    }

/** Joins neighbouring texts, numbers the codes, and finds tags without a partner. */
export function withPairs(parts: readonly RawPart[]): CodedText {
  const coded: CodedPart[] = []
  /** Indexes in `coded` of codes that are open. */
  const open: { readonly at: number; readonly name: string | undefined }[] = []
  let id = 0
  for (const part of withJoinedTexts(parts)) {
    if (part.type === 'text') {
      coded.push(part)
      continue
    }
    const { name, kind, markup, type } = part
    if (type !== 'close') {
      id++
      if (type === 'open') open.push({ at: coded.length, name })
      coded.push({ type, id, kind, markup, ...(part.shown !== undefined && { shown: part.shown }) })
      continue
    }
    const partner = partnerOf(name)
    if (partner < 0) {
      coded.push({ type: 'end', id: ++id, kind, markup })
      continue
    }
    for (const { at } of open.splice(partner + 1)) loosen(at)
    const opening = coded[open.pop()!.at]!
    coded.push({ type: 'close', id: opening.type === 'text' ? 0 : opening.id, kind, markup })
  }
  for (const { at } of open) loosen(at)
  return coded

  /** Marks of Markdown always have their partner, and tags cannot reach across them. */
  function partnerOf(name: string | undefined): number {
    const at = open.findLastIndex((each) => each.name === name || each.name === undefined)
    return at >= 0 && open[at]!.name === name ? at : -1
  }

  function loosen(at: number): void {
    const code = coded[at]!
    if (code.type !== 'text') coded[at] = { ...code, type: 'begin' }
  }
}
