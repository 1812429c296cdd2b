/** Something of emphasis that a run of marks opens. */
interface Opened {
  readonly name: 'strong' | 'em'
  /** Where in the pieces its start tag stands. */
  readonly at: number
}

const RUNS = {
  '*': /(?:\\?\*|＊)+/g,
  _: /(?:\\?_)+/g,
}
/** Where a single escaped one is text, it is so beside others too, but where they begin a word. */
const UNESCAPED = /(?:\\\*){2,}|(?<=^|\s)\\\*\*+(?=[^*\s,.;:!?)])|\\\*|[*＊]+/g
const WORD = /[A-Za-z0-9]/
/** Two marks with a space between them, around words. */
const SPACED = /(?<![*\\])\* \*(?=[^\s*])([^*\r\n]+?)(?<=[^\s*])\* \*(?!\*)/g

/** What may be marks in a target, by what its source side shows. */
export interface EmphasisMarks {
  /** The character. */
  readonly mark: '*' | '_'
  /** Whether single ones that are escaped are text, as the source side has such text. */
  readonly keepsEscaped: boolean
  /** Whether single ones mark emphasis; where the source side has none, they do not. */
  readonly isEmphasis: boolean
}

/** A run of marks that may open or close emphasis. */
interface Run {
  readonly start: number
  readonly end: number
  readonly size: number
  /** What the characters beside it say that it does; `null` if they say nothing. */
  readonly hint: 'opens' | 'closes' | null
}

/**
 * Reads runs of marks that Markdown leaves unread (spaces inside of them, escaped, next to characters that are neither letters nor
 * space) one after the other: each opens or closes emphasis. What is never closed goes. Writes elements, since their marks are read
 * wherever they stand.
 */
export function repairEmphasis(markup: string, marks: EmphasisMarks): string {
  const text = marks.keepsEscaped ? markup : markup.replace(SPACED, '**$1**')
  const runs = runsOf(text, marks)
  const isOdd = runs.reduce((sum, { size }) => sum + (size === 1 ? 0 : Math.floor(size / 2)), 0) % 2 === 1
  const pieces: string[] = []
  const open: Opened[] = []
  let from = 0
  const close = (index: number) => {
    const inner = open.splice(index)
    for (const each of inner.toReversed()) closeLast(pieces, each)
    for (const each of inner.slice(1)) enter(pieces, open, each.name)
  }
  const toggle = (name: Opened['name'], hint: Run['hint']) => {
    const index = open.findLastIndex((each) => each.name === name)
    // Where one has no partner, the characters beside them tell which.
    if (isOdd && hint === 'opens' && index >= 0) {
      pieces[open[index]!.at] = ''
      open.splice(index, 1)
      enter(pieces, open, name)
    } else if (index >= 0) close(index)
    else if (!isOdd || hint !== 'closes') enter(pieces, open, name)
  }
  for (const { start, end, size, hint } of runs) {
    pieces.push(text.slice(from, start))
    from = end
    const isInside = open.length > 0
    for (let left = size; left > 0; left -= 2)
      if (left > 1 || marks.isEmphasis) toggle(left === 1 ? 'em' : 'strong', hint)
    // Between words that both are marked, nothing else parts them.
    if (isInside && open.length > 0 && WORD.test(text[start - 1] ?? '') && WORD.test(text[end] ?? ''))
      pieces.push(' ')
  }
  pieces.push(text.slice(from))
  for (const { at } of open) pieces[at] = ''
  return pieces.join('')
}

function runsOf(text: string, { mark, keepsEscaped }: EmphasisMarks): Run[] {
  const runs: Run[] = []
  for (const { 0: run, index: start } of text.matchAll(
    mark === '*' && keepsEscaped ? UNESCAPED : RUNS[mark],
  )) {
    const end = start + run.length
    const [before, after] = [text[start - 1] ?? ' ', text[end] ?? ' ']
    const size = run.replaceAll('\\', '').length
    const isText =
      (size === 1 && keepsEscaped && run.includes('\\')) ||
      (mark === '_' && WORD.test(before) && WORD.test(after))
    if (isText) continue
    const opens = /[\s(（[「]/.test(before) && !/\s/.test(after)
    const closes = !/\s/.test(before) && /[\s\p{P}]/u.test(after)
    runs.push({ start, end, size, hint: opens ? 'opens' : closes ? 'closes' : null })
  }
  return runs
}

function enter(pieces: string[], open: Opened[], name: Opened['name']): void {
  open.push({ name, at: pieces.push(`<${name}>`) - 1 })
}

/** Ends an element; one without anything in it goes. */
function closeLast(pieces: string[], { name, at }: Opened): void {
  if (
    pieces
      .slice(at + 1)
      .join('')
      .replace(/<\/?(?:strong|em)>/g, '')
      .trim() === ''
  )
    pieces[at] = ''
  else pieces.push(`</${name}>`)
}
