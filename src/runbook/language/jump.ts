/** A jump as a text states it. */
export interface StatedJump {
  /** Step to go on with, as the text names it (`7`, `1b`); `end` for the end of the procedure, `next` after `skip`. */
  readonly to: string
  /** The only step to skip, if the text names that instead. */
  readonly skip?: string
}

const GO =
  /\b(?:skip|go|proceed|continue|jump|move)(?: ahead| on| directly| straight)?(?: to| with| at) (?:the )?step (\d+(?:\.\d+)*[a-z]?)\b(?!\s+(?:in|of|from) (?!this\b))/i
const SKIP_STEP = /\bskip step (\d+(?:\.\d+)*[a-z]?)\b(?!\s+(?:in|of|from) (?!this\b))/i
const SKIP_REST =
  /\bskip the (?:rest|remainder|remaining steps)(?: of the steps)?(?: (?:in|of) this (?:procedure|section|topic))?\b/i

/** Reads the first jump that an English text states; `null` if there is none. */
export function readJump(text: string): StatedJump | null {
  const go = GO.exec(text)
  if (go) return { to: go[1]!.toLowerCase() }
  const skip = SKIP_STEP.exec(text)
  if (skip) return { to: 'next', skip: skip[1]!.toLowerCase() }
  return SKIP_REST.test(text) ? { to: 'end' } : null
}

/** Whether a text says that the step itself can be skipped. */
export function skipsItself(text: string): boolean {
  return /\bskip (?:this|the) step\b/i.test(text)
}
