import { alternativesOffered } from './alternatives.ts'
import { lastSentence } from './cue.ts'
import { isActionTitle } from './imperative.ts'

/** Introduces alternatives, of which one is taken. */
const CHOOSE =
  /\b(?:one|either)(?: or (?:more|both))? of (?:the (?:following|\p{L}+ \p{L}+ below)|these)\b|\b(?:choose|select|pick|use) (?:from |between |among )?(?:the|these|one of the)? ?following (?:\p{L}+ )?(?:options|alternatives|methods|choices)\b|\b(?:choose|select) (?:from|between|among) (?:the following|these(?: \p{L}+)?)\s*:|\b(?:you can|should|must) either\s*:?$/iu

/** Asks for one of the things that the list after it names: “select a scope for the dial plan:”. */
const CHOOSE_A =
  /\b(?:choose|select|pick) an? (?!(?:\w+ )*?(?:and|following|that|then|which|who|with)\b)\p{L}[^.,;:()]{2,60}:$/iu

/** Asks to choose between two things. */
const BETWEEN = /\b(?:choose|decide|select) between\b[^.]{1,200}\bor\b/i

/** Introduces instructions of which any number can apply. */
const ANY = /\b(?:any|one or more|some)(?: or all)? of (?:the following|these)\b/i

/** Begins an alternative: a condition, a purpose, a name of its own. */
const OPENER = /^(?:if|to|for|when|option \w+|method \w+)\b/i

/** How the text before a list says that its items are taken: exactly one, any number, or all of them. */
export function amountAsked(lead: string): 'one' | 'any' | 'all' {
  const last = lastSentence(lead)
  if (ANY.test(last)) return 'any'
  const isChoice = CHOOSE.test(last) || CHOOSE_A.test(last) || BETWEEN.test(last)
  return isChoice || alternativesOffered(last) !== null ? 'one' : 'all'
}

/** Whether an item names its own case: a condition, a purpose. */
export function isAlternative(text: string): boolean {
  return OPENER.test(text)
}

/** Does something for a thing: “To remove it for a user, …”. */
const FOR_A_THING = /^to (\p{L}+ [^,:]+?) for ([^,:]+)[,:]/iu

/**
 * Whether each text does the same for another thing, and the text before them leaves open for which: “You can remove it
 * for a user or for all users.”
 */
export function areForOneOf(texts: readonly string[], lead: string): boolean {
  const read = texts.map((text) => FOR_A_THING.exec(text))
  const works = new Set(read.map((match) => match?.[1]?.toLowerCase()))
  const things = new Set(read.map((match) => match?.[2]?.toLowerCase()))
  const isOpen = /\bfor\b[^.]*\bor\b/i.test(lastSentence(lead))
  return isOpen && texts.length > 1 && read.every(Boolean) && works.size === 1 && things.size === texts.length
}

/** Names of buttons that go on, rather than values to choose. */
const GOES_ON = /^(?:the|all|an?|each|next|ok|new|done)\b/i

/** Whether each item chooses another value: “Choose Formal to require …”, “Choose Informal to …”. */
export function chooseOne(items: readonly string[]): boolean {
  const names = items.map(
    (text) => /^(?:choose|select) ([^,.:]{1,60}?)(?: (?:to|if|for|when)\b|:)/i.exec(text)?.[1] ?? '',
  )
  return (
    new Set(names).size > 1 &&
    names.every((name) => name !== '' && !GOES_ON.test(name) && !isActionTitle(name))
  )
}

/** Whether a text begins another way to do the work before it: “Alternatively, …”, “Or, use …”. */
export function beginsOtherWay(text: string): boolean {
  return /^(?:or\b|alternat(?:e|ive)ly\b)/i.test(text.trim())
}

/** Whether the text before a further command offers it in place of another one, or for a purpose of its own. */
export function isInstead(text: string): boolean {
  return (
    beginsOtherWay(text) ||
    /^to\s(?!complete|finish|do (?:so|this))|\b(?:you can also|instead|alternat(?:e|ive)(?:ly)?)\b/i.test(
      text,
    )
  )
}

/**
 * Counts the items at the start of a list that are alternatives, by the English text before it and their beginnings.
 * If the first one begins with a condition or a purpose, so does every alternative; an item that begins otherwise
 * follows them, as do items beyond the number that the text announces.
 */
export function countAlternatives(items: readonly string[], lead: string): number {
  const offered = alternativesOffered(lastSentence(lead))
  const most = typeof offered === 'number' ? Math.min(offered, items.length) : items.length
  if (!isAlternative(items[0] ?? '')) return most
  const other = items.findIndex((text) => !isAlternative(text))
  return other < 0 ? most : Math.min(other, most)
}

/** Role of a code block besides that of a command to run. */
export type CodeRole = 'example' | 'output'

/** Announces code to adapt rather than to run. */
const EXAMPLE = /\b(?:for (?:example|instance)|examples?|e\.g\.)(?=[\s,:.)]|$)/i

/** An example of something that a sentence names. */
const EXAMPLE_OF_WORD = /\((?:e\.g\.|for (?:example|instance)),? [^()]+\)/gi

/** Says of all the code after a text that it is an example. */
const IN_EXAMPLE = /^in (?:this|the following|these) examples?\b/i

/** Organizations that documentation invents. */
const SAMPLE_NAMES =
  /\b(?:contoso|fabrikam|litware(?:inc)?|northwind(?:traders)?|adatum|tailspintoys|wingtiptoys|woodgrove(?:bank)?|cohowinery|example\.(?:com|org|net))\b/i

/** Asks to run a command that resembles the code. */
const SIMILAR =
  /\b(?:commands?|cmdlets?|scripts?)\b[^.,]{0,40}?\b(?:similar to|such as|like) (?:the following|the one|this|these)\b/i

/** Whether a command is to be adapted before it is run, by the English text directly before it or by its own names. */
export function isToAdapt(before: string, code: string): boolean {
  return SIMILAR.test(lastSentence(before)) || SAMPLE_NAMES.test(code)
}

/** Whether an English text ends with “for example” or “example”, which labels the code after it. */
export function endsWithExample(text: string): boolean {
  return /\b(?:for (?:example|instance)|examples?|e\.g\.)\s*[:,.]?$/i.test(text.trim())
}

/** Announces what a command, a file or a message shows. */
const OUTPUT =
  /\b(?:error|warning|message|output|results?|response)s?\b[^.]*[:.]$|\b(?:returns?|displays?|shows?|see|receives?|gets? back|looks?(?: similar| something)? like|appears?|similar to)\b[^.]*:$/i

/** Says, at the end or before one more sentence, that the output is like the code that follows. */
const OWN_OUTPUT =
  /\b(?:your|the) outputs? (?:should|will|must) (?:be|look|match|read|resemble)\b[^.:]{0,200}(?::|\.(?: [^.:]{0,200}[.:])?)$/i

/** Asks for work with the code that follows. */
const RUNS = /\b(?:run|type|typing|running|enter|entering|execute|executing|use|using|call|paste|add|copy)\b/i

/** Says when something shows, rather than what to do. */
const WHEN_RUN =
  /\b(?:when(?:ever)?|if|after|once|each time) you (?:run|type|enter|execute|use|call)\b|\bpressing enter\b/gi

/** The role of a code block, by the English text directly before it; `null` for a command to run. */
export function roleOfCode(before: string): CodeRole | null {
  const last = lastSentence(before).replace(EXAMPLE_OF_WORD, '')
  if (OWN_OUTPUT.test(before)) return 'output'
  if (EXAMPLE.test(last) || IN_EXAMPLE.test(before)) return 'example'
  if (/\bthe following (?:errors?|warnings?|messages?|output|results?)\b/i.test(before) && !/[:]$/.test(last))
    return 'output'
  return OUTPUT.test(last) && !RUNS.test(last.replace(WHEN_RUN, '')) ? 'output' : null
}

/** Whether an English sentence tells what the code before it does: “This will make the command available.” */
export function tellsEffect(sentence: string): boolean {
  return /^this (?:command |cmdlet |script )?will\b/i.test(sentence) && !/:$/.test(sentence)
}

/** Whether the sentence before code tells what a command returns: “This command returns the names of all users:”. */
export function tellsResult(before: string): boolean {
  return /\b(?:this|the (?:following|next)) (?:\w+ )?(?:command|cmdlet|script) (?:returns|displays|shows|lists)\b/i.test(
    lastSentence(before),
  )
}
