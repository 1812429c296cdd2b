import { EDGE_WORDS, type EdgeWords } from '../data/edge-words.ts'
import { quote } from '../engine/quote.ts'
import type { MarkupSpan } from '../text/markup-spans.ts'
import { isWhole } from './is-whole.ts'
import { type EdgeFault, innerOf, type Sides } from './sides.ts'

/** Longest name of a button, page or field; longer bold texts are sentences. */
const LONGEST = 120

/** How a bold text shows words of the sentence. */
type Strangeness = keyof EdgeWords

const NOTES: Readonly<Record<Strangeness, string>> = {
  only: 'The bold text has lost its name: put the name into bold, and these words outside.',
  things: 'The bold text has lost its name: put the name into bold, and this word outside.',
  begins: 'Put only the name into bold, without the words before it.',
  ends: 'Put the whole name into bold, without the words of the sentence after it.',
}

/** Finds bold texts with words of the sentence instead of a name or beside it, if those of the source text have none. */
export function strangeLabels(sides: Sides): readonly EdgeFault[] {
  const { source, target, actual, from, to } = sides
  const [theirs, ours] = [EDGE_WORDS[from], EDGE_WORDS[to]]
  if (!theirs || !ours) return []
  const found = boldIn(actual, target.markup).flatMap(({ span, text }) => {
    const strangeness = STRANGENESSES.find((each) => ours[each].test(text))
    return strangeness ? [{ span, text, strangeness }] : []
  })
  if (found.length === 0 || (isWhole(sides.expected, source.markup) && isWhole(actual, target.markup)))
    return []
  const names = boldIn(sides.expected, source.markup)
  return found.flatMap(({ span, text, strangeness }) =>
    names.length === 0 ||
    names.some((name) => /^\p{Ll}/u.test(name.text) || theirs[strangeness].test(name.text))
      ? []
      : {
          found: `bold text ${quote(text)}`,
          wanted: `only a name such as ${quote(names[0]!.text)} in bold`,
          note: NOTES[strangeness],
          start: span.start,
          end: span.end,
        },
  )
}

const STRANGENESSES: readonly Strangeness[] = ['only', 'things', 'begins', 'ends']

function boldIn(spans: readonly MarkupSpan[], markup: string) {
  return spans.flatMap((span) => {
    if (span.kind !== 'strong' || span.innerEnd - span.innerStart > LONGEST) return []
    const text = innerOf(span, markup)
      .replace(/[.,;:。、，\s]+$/u, '')
      .replace(/^[、，\s]+/u, '')
    return text === '' ? [] : [{ span, text }]
  })
}
