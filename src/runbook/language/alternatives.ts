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

const WAYS = '(?:procedures|methods|options|ways|approaches|alternatives|sections|choices|possibilities)'
const NUMBER = '(two|three|four|five|six)'
const SOME = '(?:a few|a couple(?: of)?|several|multiple)'

/** Offers one of the sections below: “Use one of the following procedures to …”. */
const ONE_OF = new RegExp(
  `\\b(?:one|either) of (?:the |these )?(?:(?:following|available|possible|these|two|three|four|five) ){0,2}(?:\\w+ )?${WAYS}\\b`,
  'i',
)
const COUNTED = new RegExp(
  `\\b(?:there are|(?:you|organizations?|admins?|users) (?:(?:can|may) )?(?:have|choose from|select from)|choose (?:from|between|among)|one of(?: the| these)?(?: following)?|in(?: the following)?) ${NUMBER} (?:\\w+ )?${WAYS}\\b`,
  'i',
)
/** Cases of which one holds: “There are two possible scenarios”. */
const CASES = new RegExp(`\\b${NUMBER} possible (?:\\w+ )?(?:scenarios|cases|situations|${WAYS})\\b`, 'i')
const UNCOUNTED = new RegExp(
  `\\b(?:there are|you have|choose from|in|(?:do|accomplish|achieve) (?:this|it|that|so)(?: in)?) ${SOME} (?:\\w+ )?${WAYS}\\b`,
  'i',
)
/** Leaves open how many are taken. */
const SEVERAL = /\b(?:one or more|any|some|all|each|both) of (?:the|these)\b|\bcombination of\b/i
const EITHER = /\busing either\b[^.]* or\b/i

/** How many alternatives an English text offers; `null` if it offers none. */
export function alternativesOffered(text: string): number | 'any' | null {
  if (SEVERAL.test(text)) return null
  const counted = COUNTED.exec(text)?.[1] ?? CASES.exec(text)?.[1]
  if (counted !== undefined) return numberOfWord(counted)
  if (ONE_OF.test(text) || UNCOUNTED.test(text)) return 'any'
  return EITHER.test(text) ? 2 : null
}

/** Offers ways to do something: “This article reviews the different ways to assign policies”. */
const WAYS_TO = /\b(?:ways|methods|options|approaches)(?: that)?(?: you can use)? to (\p{L}+)/iu

/** The verb of the work for which an English text names ways: “assign”; `null` if it names none. */
export function workOffered(text: string): string | null {
  return WAYS_TO.exec(text)?.[1]?.toLowerCase() ?? null
}

/** The two possibilities that a sentence of an English text contrasts: “You can either use A or B”; `null` if none does. */
export function eitherOr(text: string): readonly [string, string] | null {
  const [, one, other] = /\byou can (?:\p{L}+ )?either\b([^.]*)\bor\b([^.]*)/iu.exec(text) ?? []
  return one !== undefined && other !== undefined ? [one, other] : null
}

/** Begins a text about another way to do what is before it. */
const OTHER_WAY =
  /^(?:alternatively,|if you prefer,? you can)|\bcan also be \w+(?:ed|en|t|un) (?:from|by|using|with(?:in)?|through|in)\b/i

/** Names work that follows whichever way was taken. */
const AFTER_BOTH = /\bafter\b[^.,]*\b(?:has|have) been \w+ed\b[^.]*\byou must\b/i

/** Whether an English sentence offers the work after it in place of that before it. */
export function offersOtherWay(sentence: string): boolean {
  return OTHER_WAY.test(sentence)
}

/** Whether an English text leads from one of several ways to the work that follows all of them. */
export function goesOnAfterBoth(text: string): boolean {
  return AFTER_BOTH.test(text)
}

/** Sends to the section that follows, whatever the case: “Follow the instructions for the command prompt (directly below)”. */
export function leadsBelow(text: string): boolean {
  return GOES_ON_BELOW.test(text) && !/^if\b/i.test(text)
}

const GOES_ON_BELOW =
  /\b(?:follow|complete|perform|do|use|continue|proceed|go on)\b[^.]{0,120}\b(?:(?:directly|immediately) below|(?:in|with|to) the (?:next|following) (?:section|procedure))\b/i

/** Sends to the place of a link, whatever the case: “Then follow the steps in To start the service.” */
export function leadsTo(text: string): boolean {
  return /^(?:(?:then|next|now|finally),? )?(?:follow|complete|perform|do|continue|proceed|go on)\b/i.test(
    text,
  )
}
