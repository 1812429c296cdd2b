import { numberOfWord } from './number-words.ts'

/** A jump as a text states it: by where it goes, or by what it skips. */
export type StatedJump =
  /** Step to go on with, as the text names it (`7`, `1b`); `end` for the end of the procedure. */
  | { readonly to: string }
  /** The first and the last step to skip. */
  | { readonly skip: readonly [from: string, to: string] }
  /** How many steps at the end of the procedure it skips. */
  | { readonly last: number }

const STEP = String.raw`\d+(?:\.\d+)*[a-z]?`
/** No step of another text follows: “step 3 in …”, but “step 3 in this procedure”. */
const HERE = String.raw`\b(?!\s+(?:in|of|from) (?!this\b))`

const GO = new RegExp(
  String.raw`\b(?:skip|go|proceed|continue|jump|move)(?: ahead| on| directly| straight)?(?: to| with| at) (?:the )?(?:(?:instructions?|procedure)\b[^.;:]{0,80} in )?step (${STEP})${HERE}`,
  'gi',
)
const SKIP_STEPS = new RegExp(
  String.raw`\bskip (?:over )?steps? (${STEP})(?:\s?(-|–|to|through|and)\s?(${STEP}))?${HERE}`,
  'gi',
)
const SKIP_REST =
  /\bskip the (?:rest|remainder|remaining steps)(?: of the steps)?(?: (?:in|of) this (?:procedure|section|topic))?\b/i

const SKIP_LAST =
  /\bskip (?:over )?the (?:final|last) (?:(two|three|four|five|six|\d) )?steps?\b(?: (?:in|of) this (?:procedure|section|topic))?(?! (?:in|of|from)\b)/i
/** Names the same steps as those that directly follow. */
const FOLLOWING = /\b(?:the|these) following (?:\w+ )?(?:final|last) steps?\b/i

function readLast(text: string): StatedJump[] {
  const match = SKIP_LAST.exec(text)
  if (!match) return []
  const [, word] = match
  if (FOLLOWING.test(text)) return [{ to: 'end' }]
  return [{ last: word === undefined ? 1 : numberOfWord(word) }]
}

/** Reads the jumps that an English text states; steps to go on with before steps to skip. */
export function readJumps(text: string): readonly StatedJump[] {
  const go = [...text.matchAll(GO)].map(([, to]) => ({ to: to!.toLowerCase() }))
  const skip = [...text.matchAll(SKIP_STEPS)].flatMap(([, from, between, to = from]): StatedJump[] => {
    // Steps “3 and 5” are not a range.
    if (between?.toLowerCase() === 'and' && Number(to) !== Number(from) + 1) return []
    return [{ skip: [from!.toLowerCase(), to!.toLowerCase()] }]
  })
  return [...go, ...skip, ...readLast(text), ...(SKIP_REST.test(text) ? [{ to: 'end' }] : [])]
}

/** Whether a text says that the step itself can be skipped. */
export function skipsItself(text: string): boolean {
  return /\bskip (?:this|the) step\b/i.test(text)
}
