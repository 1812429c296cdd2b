/** How strongly English text promises steps: `never` for links and other matter, `doubt` for lists of choices or facts. */
export type Cue = 'steps' | 'none' | 'doubt' | 'never'

/** Headings of sections that lead elsewhere. */
const ELSEWHERE =
  /^(?:see also|related (?:topics?|articles?|links?|information|content|resources|documentation|sections?)|(?:additional|more|other|further|learn(?:ing)?)\s*(?:resources|information|reading|references|links)?$|further reading|references?$|learn more|for more information|in this (?:section|article|topic|guide)|(?:table of )?contents$|next topics?$|what(?:’|')s next|feedback$)/i

/** Headings of advice, facts and known faults, whose lists are no procedures though they may command. */
const ADVICE =
  /\b(?:tips?|best practices?|considerations?|recommendations?|guidelines|limitations?|faqs?|frequently asked questions|overview|how .+ works?|call flow|glossary|release notes)\b/i

/** Headings of what has to be known or had before. */
const PREREQUISITES =
  /^(?:before you (?:begin|start)|prerequisites?|requirements?$|(?:required )?permissions?(?: required)?$|preparation$|what you(?:’|')?(?:ll)? need|what do i need)/i

/** Headings of what tells that the work has succeeded. */
const RESULTS =
  /^(?:expected (?:results?|outcomes?|output|behaviou?r)|(?:determin(?:e|ing)|confirm(?:ing)?) (?:success|the results?)|success criteria|what you should see|how (?:do (?:you|i)|to) know (?:it|this|that it) worked)\b/i

/** Whether a section with this heading leads elsewhere, so that a runbook leaves it out. */
export function isElsewhere(heading: string): boolean {
  return ELSEWHERE.test(heading.trim())
}

/** Whether a section with this heading says what is needed before. */
export function isPrerequisite(heading: string): boolean {
  return PREREQUISITES.test(heading.trim())
}

/** Whether a section with this heading says how to tell that the work has succeeded. */
export function isResult(heading: string): boolean {
  return RESULTS.test(heading.trim())
}

/** Whether a heading is one of a numbered sequence: “Step 2: …”. */
export function isNumberedStep(heading: string): boolean {
  return /^(?:step|task)\s+\d+\b/i.test(heading.trim())
}

/** Whether a heading names what somebody wants to do: “To …”. */
export function isToTitle(heading: string): boolean {
  return /^to\s+\p{L}/iu.test(heading.trim())
}

/** What a heading promises of the list under it. */
export function cueOfHeading(heading: string): Cue {
  const text = heading.trim()
  if (isElsewhere(text)) return 'never'
  if (/^(?:how )?to\s/i.test(text) || isNumberedStep(text)) return 'steps'
  if (/\b(?:procedures?|workarounds?|resolutions?)\b/i.test(text) || /^steps\b/i.test(text)) return 'steps'
  return ADVICE.test(text) ? 'doubt' : 'none'
}

/** The last sentence of a text. */
export function lastSentence(text: string): string {
  return (
    text
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? ''
  )
}

/** What the sentence before a list promises; only its last sentence introduces the list. */
export function cueOfLead(lead: string): Cue {
  const last = lastSentence(lead)
  if (isElsewhere(last) || (ABILITY.test(last) && !/\b(?:steps?|procedures?)\b/i.test(last))) return 'never'
  if (THIRD_PERSON.test(last) || CHOICE.test(last)) return 'doubt'
  return STEPS.test(last) ? 'steps' : 'none'
}

/** Somebody else does what the list says: “The script performs the following operations:”. */
const THIRD_PERSON =
  /\b(?:script|tool|services?|servers?|clients?|wizard|process|it|system|cmdlet|program|application|setup|command|device|phone|user agent) (?:will |then |also )*(?:perform|do|complete|run|execute|follow|take)(?:s|es)?\b/i

/** The list tells what somebody is able to do: “Users can do the following:”. */
const ABILITY =
  /^(?!to\s).*(?:(?<!\b(?:you|we) )\b(?:can|could|may|able to)|\b(?:lets?|allows?|enables?|permits?)(?: \p{L}+){1,4}?(?: to)?)(?: also| then| now)?(?: do| perform| use| take)?(?: any| all| some| one)?(?: of)?(?: the following| these| such)?(?: things| tasks| actions| activities| operations)?(?: as)?\s*:?$/iu

/** The list holds what to choose from, or facts. */
const CHOICE =
  /\b(?:one|any|either|some) of the following\b|\b(?:values?|options?|types?|reasons?|scenarios?|components?|records?|requirements?|considerations?|parameters?|columns?|fields?|examples?|limitations?|roles?|topics?|sections?|phases?|criteria|conditions?|factors?|features?|benefits?)(?: (?:are|is|include|as follows|listed|below|shown|apply|here))*\s*:?$/i

/** The list holds what to do. */
const STEPS =
  /^to\s+(?!the\b)\p{L}+|\b(?:steps?|procedures?|instructions|tasks|actions)\b.*:?$|\b(?:do|perform|complete|run|follow|use|take|try|verify|check) (?:(?:all of )?the following|these|this)\b|\b(?:following|these) commands?\b|\bas follows\s*:?$/iu

/** Lists with bullets are as often facts or advice, so that the sentence before one has to ask for work in plain words. */
export function asksForWork(lead: string): boolean {
  const last = lastSentence(lead)
  return cueOfLead(lead) === 'steps' && WORK.test(last) && !ADVISES.test(last)
}

const WORK =
  /\b(?:do|doing|perform|performing|performed|complete|completing|completed|follow|following|take|verify|check|run)\b.*\b(?:these|this|the following)\b|\b(?:must|(?:need|have) to|should)\b(?: (?:do|perform|complete|configure)\b.*)?:$|\bsteps\b.*:$|^to\b[^,]*:$/i

const ADVISES =
  /\b(?:can|may|might|could|either|any of|one of|best practices?|guidelines?|precautions?|recommend(?:s|ed|ations?)?|substitutions?|help you|lets?|allows|enables|permits|to plan|learn more|see the following|(?:run|use)\b.*\bto (?:do|perform))\b/i

/**
 * Whether a sentence says what is needed before: rights, accounts, what is installed. It stands before a procedure as often as in its
 * first step.
 */
export function isRequirement(sentence: string): boolean {
  return REQUIREMENT.test(sentence.trim())
}

const REQUIREMENT =
  /^(?:prerequisites?|required (?:permissions?|roles?)|before you (?:begin|start|can|perform|run|use|complete|install|configure)|(?:to|in order to) .*\b(?:you|users?) (?:must|should|need to|have to) (?:first )?(?:be|have)\b|you (?:must|should|need to|have to|will need to) (?:already )?(?:be|have)\b|membership in\b|(?:these|this|the following) (?:steps?|procedures?) (?:assumes?|requires?)\b|make sure (?:that )?you(?:’|'| a)re (?:signed|logged|a member))/i

/** Whether a sentence speaks of running the code behind its paragraph: “To …, run the following command:”. */
export function announcesCommand(sentence: string): boolean {
  return (
    /\b(?:run|type|enter|execute|use|call)\b/i.test(sentence) &&
    COMMAND.test(sentence) &&
    !NO_COMMAND.test(sentence)
  )
}

const COMMAND = /\b(?:commands?|cmdlets?|scripts?|the following|this|prompt|shell|[A-Z][a-z]+-[A-Z]\w+)\b/

/** Examples, and what is said of a command rather than told to run. */
const NO_COMMAND =
  /^(?:for (?:example|instance|(?:more|further) \w+|details)|note (?:that|how)|consider|suppose|the (?:following|preceding|previous)|this (?:command|example))\b/i
