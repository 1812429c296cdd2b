import {
  type CodedPart,
  type CodedText,
  codesOf,
  type InlineCode,
  withJoinedTexts,
} from '../../model/coded-text.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { ReturnedCode, ReturnedText } from '../exchange-file.ts'

/** Both sides of a unit as the document has them. */
export interface DocumentSides {
  readonly source: CodedText
  readonly target: CodedText | null
}

/** A text that came back with the codes of the document, or why it cannot be read. */
export type CodedAgain = { readonly coded: CodedText } | { readonly problem: string }

/**
 * Gives the codes of a text that came back the markup that they have in the document, on the target side if they are there, else on the
 * source side. Texts have their own characters as markup.
 */
export function codedAgain(returned: ReturnedText, { source, target }: DocumentSides): CodedAgain {
  const known = new Map<string, InlineCode>()
  for (const side of [source, target ?? []]) for (const code of codesOf(side)) known.set(nameOf(code), code)
  const coded: CodedPart[] = []
  const open: string[] = []
  for (const part of returned) {
    if (typeof part === 'string') {
      if (part !== '') coded.push({ type: 'text', text: part, markup: part })
      continue
    }
    const code = known.get(nameOf(part))
    if (!code) return { problem: `it has a code that its source does not have: ${part.id}` }
    if (code.type === 'open') open.push(part.id)
    if (code.type === 'close' && open.pop() !== part.id)
      return { problem: `its codes are not in pairs: the end of ${part.id} does not follow its start` }
    coded.push(code)
  }
  return open.length > 0
    ? { problem: `its codes are not in pairs: ${open.at(-1)} does not end` }
    : { coded: withJoinedTexts(coded) }
}

function nameOf({ type, id }: InlineCode | ReturnedCode): string {
  return `${type} ${id}`
}

/** The difference between the codes of two texts, for people; `undefined` if they have the same ones, in whatever order. */
export function codeDifference(actual: CodedText, expected: CodedText): string | undefined {
  const left = [...codesOf(expected)]
  const added: InlineCode[] = []
  for (const code of codesOf(actual)) {
    const at = left.findIndex((each) => nameOf(each) === nameOf(code))
    if (at < 0) added.push(code)
    else left.splice(at, 1)
  }
  const reasons = [
    left.length > 0 && `it lacks ${shown(left)}`,
    added.length > 0 && `it has too many of ${shown(added)}`,
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.join(', and ') : undefined
}

/** Codes for people, the ends of pairs with their start. */
function shown(codes: readonly InlineCode[]): string {
  const starts = codes.filter(
    ({ type, id }) => type !== 'close' || !codes.some((each) => each.type === 'open' && each.id === id),
  )
  return starts.map(({ id, kind, markup }) => `${id} (${kind}: ${shortened(foldSpace(markup))})`).join(', ')
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
