import { isImperative } from './imperative.ts'

/** Whether an English sentence says what the steps after it are for: “To export it:”, “If it fails, do the following:”. */
export function isPurpose(sentence: string): boolean {
  return (
    !VAGUE_PURPOSE.test(sentence) &&
    /^(?:(?:to|in order to|if|for|when)\s.*:$|(?:to|in order to)\s[^.]*,)/i.test(sentence)
  )
}

/** A purpose, or an example, that says nothing without the text before it. */
const VAGUE_PURPOSE = /^(?:(?:in order )?to do (?:this|that|so|it)\b|for (?:example|instance)\b)/i

/**
 * Whether an English sentence names the work of the steps after it, though not as their purpose: “You can also enable it
 * from the shell.”, “Verify the settings by completing the following steps:”.
 */
export function namesWork(sentence: string): boolean {
  const said = sentence.replace(OPENING, '')
  if (VAGUE_PURPOSE.test(said) || STEPS_ONLY.test(said) || isAboutCode(said)) return false
  return OFFERS.test(said) || BY_STEPS.test(said) || isImperative(said)
}

/** Does something “by completing the following procedure:”. */
const BY_STEPS = /\bby \w+ing (?:the following|these)\b.*:$/i

/** A place, a time or a link to the text before, at the start of a sentence. */
const OPENING =
  /^(?:(?:then|next|now|finally|first|alternatively|after that),? |(?:from|in|on|at|within|after|once|if you prefer)\b[^,.:]*, )+/i

/** Asks for the steps without a word about their work. */
const STEPS_ONLY =
  /\band (?:then )?(?:complete|do|perform|follow) (?:the following|these)\b|^(?:please )?(?:do|complete|follow|perform|use|run|type|enter|take|execute)\b(?: \w+)? (?:the|this|these|following|one|each|both)\b/i

function isAboutCode(sentence: string): boolean {
  return /^(?:you can do (?:this|that|so)|this|these|the (?:preceding|previous|above)|it|they)\b/i.test(
    sentence,
  )
}

/** Says what the operator can or must do, or what can be done. */
const OFFERS =
  /^you (?:can|must|need to|have to|should|may|might)(?: also| then| first| now)* \w+|\b(?:can|may|must|should) (?:also |then |now )*be \w+(?:ed|en|t|un)\b.*\b(?:by|from|using|with|in)\b/i
