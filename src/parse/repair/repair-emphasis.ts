/** An element that a run of marks opened. */
interface Opened {
  readonly name: 'strong' | 'em'
  /** Index of its start tag in the pieces. */
  readonly at: number
}

const RUNS = {
  '*': /(?:\\?\*|＊)+/g,
  _: /(?:\\?_)+/g,
}
/**
 * For texts in which a single escaped mark is text: it is text next to other marks too, unless they begin a
 * word.
 */
const UNESCAPED = /(?:\\\*){2,}|(?<=^|\s)\\\*\*+(?=[^*\s,.;:!?)])|\\\*|[*＊]+/g
const WORD = /[A-Za-z0-9]/
/** Two marks with a space between them, around words. */
const SPACED = /(?<![*\\])\* \*(?=[^\s*])([^*\r\n]+?)(?<=[^\s*])\* \*(?!\*)/g

/** Which characters of a target may be marks, according to its source side. */
export interface EmphasisMarks {
  readonly mark: '*' | '_'
  /** Whether single escaped ones are text, because the source side has such text. */
  readonly keepsEscaped: boolean
  /** Whether single ones mark emphasis: only if the source side has emphasis. */
  readonly isEmphasis: boolean
}

/** A run of marks that may open or close emphasis. */
interface Run {
  readonly start: number
  readonly end: number
  readonly size: number
  /** Its likely role, judged by the adjacent characters; `null` if they do not decide. */
  readonly hint: 'opens' | 'closes' | null
}

/**
 * Turns runs of marks that Markdown does not recognize (with spaces inside, escaped, next to punctuation) into
 * elements: each run opens or closes emphasis. Unclosed ones are dropped. The result has tags instead of marks,
 * because tags work anywhere.
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
    // If one mark has no partner, the adjacent characters decide which.
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
    // The marks between two emphasized words were all that separated them.
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

/** Ends an element, or drops it if it is empty. */
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
