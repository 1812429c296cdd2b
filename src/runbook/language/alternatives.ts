import { numberOfWord } from './number-words.ts'

/** Headings of alternatives: “Option 1: …”, “Method B”. */
const OPTION = /^(?:option|method|alternative|approach)\s+(?:\d{1,2}|[a-z])(?:\s*[:.)–—-]|$)/i

/** Whether a heading names an alternative. */
export function isOptionTitle(heading: string): boolean {
  return OPTION.test(heading.trim())
}

/** Whether a heading names work that follows any of the alternatives before it. */
export function isFollowUp(heading: string): boolean {
  return /^(?:to\s+)?(?:verify|verifying|test|testing|check|checking|confirm|confirming|validat\w+|next|after|then|finally|clean)\b/i.test(
    heading.trim(),
  )
}

const WAYS = '(?:procedures|methods|options|ways|approaches|alternatives|sections)'

/** Offers one of the sections below: “Use one of the following procedures to …”. */
const ONE_OF = new RegExp(
  `\\b(?:one|either) of (?:the |these )?(?:(?:following|these|two|three|four|five) ){0,2}(?:\\w+ )?${WAYS}\\b`,
  'i',
)
const COUNTED = new RegExp(
  `\\b(?:there are|you have|one of(?: the| these)?(?: following)?) (two|three|four|five) (?:\\w+ )?${WAYS}\\b`,
  'i',
)
/** Leaves open how many are taken. */
const SEVERAL = /\b(?:one or more|any|some|all|each|both) of (?:the|these)\b/i
const EITHER = /\busing either\b[^.]* or\b/i

/** How many alternatives an English text offers; `null` if it offers none. */
export function alternativesOffered(text: string): number | 'any' | null {
  if (SEVERAL.test(text)) return null
  const counted = COUNTED.exec(text)?.[1]
  if (counted !== undefined) return numberOfWord(counted)
  if (ONE_OF.test(text)) return 'any'
  return EITHER.test(text) ? 2 : null
}
