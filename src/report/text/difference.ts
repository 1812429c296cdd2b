/** A piece of a text, and whether it is missing in the other text. */
export interface DifferencePart {
  readonly text: string
  readonly differs: boolean
}

/** Two texts in pieces; the pieces of each add up to the text. */
export interface Difference {
  readonly actual: readonly DifferencePart[]
  readonly expected: readonly DifferencePart[]
}

/** Maximum product of the two word counts for a comparison by words, so that messages stay fast. */
const LIMIT = 250_000

/** Words, numbers, runs of white space, and other single characters with their combining marks. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]\p{M}*/gu

/** Compares two texts word by word; words that both have in the same order are equal. */
export function difference(actual: string, expected: string): Difference {
  const [a, b] = [tokensOf(actual), tokensOf(expected)]
  const start = countEqual(a, b, (list, index) => list[index])
  const rest = [a.slice(start), b.slice(start)] as const
  const end = countEqual(...rest, (list, index) => list[list.length - 1 - index])
  const [middleOfA, middleOfB] = rest.map((list) => list.slice(0, list.length - end)) as [string[], string[]]
  const common = commonIndexes(middleOfA, middleOfB)
  const parts = (all: readonly string[], middle: readonly string[], same: ReadonlySet<number>) =>
    join([
      ...all.slice(0, start).map((text) => ({ text, differs: false })),
      ...middle.map((text, index) => ({ text, differs: !same.has(index) })),
      ...all.slice(all.length - end).map((text) => ({ text, differs: false })),
    ])
  return { actual: parts(a, middleOfA, common.a), expected: parts(b, middleOfB, common.b) }
}

/** Of several texts, the one that has most in common with the given one. */
export function nearest(text: string, candidates: readonly string[]): string {
  const share = (candidate: string) => {
    const same = difference(text, candidate).actual.filter(({ differs }) => !differs)
    const length = same.reduce((sum, part) => sum + part.text.length, 0)
    return (2 * length) / (text.length + candidate.length || 1)
  }
  const shares = candidates.map(share)
  return candidates[shares.indexOf(Math.max(...shares))] ?? ''
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

function countEqual(
  a: readonly string[],
  b: readonly string[],
  at: (list: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && at(a, count) === at(b, count)) count += 1
  return count
}

/** Indexes, in each of two lists, of their longest common subsequence. */
function commonIndexes(a: readonly string[], b: readonly string[]) {
  const common = { a: new Set<number>(), b: new Set<number>() }
  const width = b.length + 1
  if (a.length * b.length > LIMIT) return common
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const below = (i + 1) * width + j
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[below + 1]! + 1 : Math.max(lengths[below]!, lengths[i * width + j + 1]!)
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.a.add(i++)
      common.b.add(j++)
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return common
}

function join(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const joined: DifferencePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.differs === part.differs) joined[joined.length - 1] = { ...last, text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}
