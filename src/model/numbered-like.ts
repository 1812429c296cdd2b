import { type CodedText, codesOf, type InlineCode } from './coded-text.ts'

/** A code with its partner, if it has one. */
interface Unit {
  readonly code: InlineCode
  /** What both of them are: type, kind and markup. */
  readonly exact: string
  /** What the code does, whatever its address or attributes are. */
  readonly alike: string
}

/**
 * Numbers the codes of a target like the source codes that they correspond to: those with equal markup first, then those of
 * the same kind, in order. Others get new numbers.
 */
export function numberedLike(target: CodedText, source: CodedText): CodedText {
  const own = unitsOf(target)
  if (own.length === 0) return target
  const free = unitsOf(source)
  let next = Math.max(0, ...free.map(({ code }) => code.id)) + 1
  const numbers = new Map<number, number>()
  for (const key of ['exact', 'alike'] as const) {
    for (const unit of own) {
      if (numbers.has(unit.code.id)) continue
      const at = free.findIndex((each) => each[key] === unit[key])
      if (at >= 0) numbers.set(unit.code.id, free.splice(at, 1)[0]!.code.id)
    }
  }
  for (const { code } of own) if (!numbers.has(code.id)) numbers.set(code.id, next++)
  return target.map((part) => (part.type === 'text' ? part : { ...part, id: numbers.get(part.id)! }))
}

/** The codes of a text, pairs as one. */
function unitsOf(coded: CodedText): Unit[] {
  const codes = codesOf(coded)
  const ends = new Map(codes.flatMap((code) => (code.type === 'close' ? [[code.id, code.markup]] : [])))
  return codes.flatMap((code) => {
    if (code.type === 'close') return []
    const alike = `${code.type} ${code.kind}`
    return { code, alike, exact: JSON.stringify([alike, code.markup, ends.get(code.id)]) }
  })
}
