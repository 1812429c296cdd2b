import { sentencesOf } from './sentences.ts'

/**
 * How strongly English text suggests steps: `never` for links and the like, `doubt` for lists of choices or
 * facts.
 */
export type Cue = 'steps' | 'none' | 'doubt' | 'never'

/** Headings of sections that lead elsewhere. */
const ELSEWHERE =
  /^(?:see also|related (?:topics?|articles?|links?|information|content|resources|documentation|sections?)|(?:additional|more|other|further|learn(?:ing)?)\s*(?:resources|information|reading|references|links)?$|further reading|references?$|learn more|for more information|in this (?:section|article|topic|guide)|(?:table of )?contents$|next topics?$|what(?:’|')s next|feedback$)/i

/** Headings of advice and facts, whose lists are not procedures even if they contain imperatives. */
const ADVICE =
  /\b(?:tips?|best practices?|considerations?|recommendations?|guidelines|limitations?|overview|how .+ works?|call flow|glossary|release notes)\b/i

/** Headings of questions, whose answers are no part of the work. */
const QUESTIONS = /\bfaqs?\b|\bfrequently asked questions\b/i

/** Headings of prerequisites. */
const PREREQUISITES =
  /^(?:before you (?:begin|start)|prerequisites?|requirements?$|(?:required )?permissions?(?: required)?$|preparation$|what you(?:’|')?(?:ll)? need|what do i need)/i

/** Headings of expected results. */
const RESULTS =
  /^(?:expected (?:results?|outcomes?|output|behaviou?r)|(?:determin(?:e|ing)|confirm(?:ing)?) (?:success|the results?)|success criteria|what you should see|how (?:do (?:you|i)|to) know (?:it|this|that it) worked)\b/i

/** Headings of sections about a failure of the work before them. */
const FAILURE =
  /^(?:(?:common|possible|some|typical)?\s*(?:reasons?|causes?)\s+(?:why|for|of)\b.*\bfail|why (?:the |a |this |your )?(?:\w+ ){0,3}(?:might|may|could|can)?(?: have)? ?fail|(?:what to do )?if (?:the |this |a |any |an )?(?:\w+ ){1,4}(?:fails?|failed|does(?: not|n(?:’|')t) (?:work|succeed|start))\b|(?:possible|common|likely) causes?$|troubleshoot(?:ing)?\b|error handling$|roll(?:ing)?[- ]?back\b)/i

/** Words anywhere in headings of sections about why something failed: “Agent installation failures and their causes”. */
const FAILURE_TITLE =
  /\b(?:reasons? (?:why|for)\b.*\bfail|if\b.*\bfail(?:s|ed)?\b|failures?\b.*\b(?:causes?|reasons?)|troubleshoot)/i

/** Headings that name a problem or its cause, beside a section with its fix. */
const PROBLEM =
  /^(?:(?:known )?issues?|symptoms?|problems?|causes?|errors?|error messages?|possible causes?)\s*(?:\d+)?\s*:?$/i

/** Headings that name a phase of an event: “User experience during failover”. */
const PHASE =
  /\b(?:before|during|after|when|while|until|in case of|in the event of)\s+(?:(?:the|an?|your|pool|planned|unplanned|server|site|data ?center|service|system|database|network|power|disaster)\s+){0,3}(?:fail(?:s|ed|ing)?[- ]?(?:over|back)s?|outages?|disasters?|failures?|disaster recovery|recovery|roll[- ]?backs?|cut[- ]?overs?|switch[- ]?overs?|maintenance)\b/i

/** Headings of examples and of references to commands and interfaces. */
const REFERENCE =
  /^(?:examples?\b|samples?\b|syntax|(?:type )?parameters?|return(?:s| values?| types?)?|(?:input|output)(?:s| types?)?|properties|methods|constructors?|exceptions|namespace|remarks|(?:detailed )?description)(?: \w{1,2})?(?:$|:)/i

/** Whether a section with this heading describes or shows something rather than asks for work. */
export function isReferenceTitle(heading: string): boolean {
  return REFERENCE.test(heading.trim())
}

/** Whether a section with this heading is about a failure of the work before it. */
export function isFailure(heading: string): boolean {
  return FAILURE.test(heading.trim())
}

/** Whether a section with this heading is for when the work before it failed. */
export function isFailureTitle(heading: string): boolean {
  return FAILURE_TITLE.test(heading)
}

/** Whether a heading names a problem or its cause. */
export function isProblem(heading: string): boolean {
  return PROBLEM.test(heading.trim())
}

/** Whether a heading names a phase of an event. */
export function isPhaseTitle(heading: string): boolean {
  return PHASE.test(heading.trim())
}

/** Whether a section with this heading leads elsewhere, so that a runbook omits it. */
export function isElsewhere(heading: string): boolean {
  return ELSEWHERE.test(heading.trim())
}

/** Whether a section with this heading answers questions. */
export function isQuestions(heading: string): boolean {
  return QUESTIONS.test(heading)
}

/** Whether a section with this heading contains prerequisites. */
export function isPrerequisite(heading: string): boolean {
  return PREREQUISITES.test(heading.trim())
}

/** Whether a section with this heading contains expected results. */
export function isResult(heading: string): boolean {
  return RESULTS.test(heading.trim())
}

/** Whether a heading names only the means of the work: “Using PowerShell”, “In the admin center”. */
export function namesMeans(heading: string): boolean {
  return /^(?:by )?(?:us(?:e|ing)|with|in|from|via|through)\s(?!.*\bto\s)/i.test(heading.trim())
}

/** Whether a heading belongs to a numbered sequence: “Step 2: …”. */
export function isNumberedStep(heading: string): boolean {
  return /^(?:step|task)\s+\d+\b/i.test(heading.trim())
}

/** Whether a heading names a goal: “To …”. */
export function isToTitle(heading: string): boolean {
  return /^to\s+\p{L}/iu.test(heading.trim())
}

/** Returns the cue that a heading gives for a list under it. */
export function cueOfHeading(heading: string): Cue {
  const text = heading.trim()
  if (isElsewhere(text)) return 'never'
  if (/^(?:how )?to\s/i.test(text) || isNumberedStep(text)) return 'steps'
  if (/\b(?:procedures?|workarounds?|resolutions?)\b/i.test(text) || /^steps\b/i.test(text)) return 'steps'
  return ADVICE.test(text) || isQuestions(text) ? 'doubt' : 'none'
}

/** Returns the last sentence of a text that is not a mere pointer elsewhere: “For details, see [X].” */
export function lastSentence(text: string): string {
  return sentencesOf(text.trim()).findLast((sentence) => !isPointer(sentence)) ?? ''
}

/** Whether a sentence leads elsewhere, but does not announce the list after it. */
function isPointer(sentence: string): boolean {
  return (
    /^(?:see also|learn more|for (?:more|further|additional|complete|detailed)?\s*(?:information|details))\b/i.test(
      sentence,
    ) &&
    /[.!]$/.test(sentence) &&
    !/\b(?:following|these|below)\b[^:]*$/i.test(sentence)
  )
}

/** Returns the cue of the text before a list; only its last sentence introduces the list. */
export function cueOfLead(lead: string): Cue {
  const last = lastSentence(lead)
  if (
    isElsewhere(last) ||
    DESCRIPTION.test(last) ||
    (ABILITY.test(last) && !/\b(?:steps?|procedures?)\b/i.test(last))
  )
    return 'never'
  if (THIRD_PERSON.test(last) || CHOICE.test(last) || PARTS.test(last)) return 'doubt'
  return STEPS.test(last) ? 'steps' : 'none'
}

/** Somebody else acts, not the operator: “The script performs the following operations:”. */
const THIRD_PERSON =
  /\b(?:script|tool|services?|servers?|clients?|wizard|process|it|system|cmdlet|program|application|setup|command|device|phone|user agent) (?:will |then |also )*(?:perform|do|complete|run|execute|follow|take)(?:s|es)?\b/i

/** Whether the sentence before a list says that somebody else acts. */
export function isDoneByOthers(lead: string): boolean {
  return THIRD_PERSON.test(lastSentence(lead))
}

/** Introduces how to look at something: “In the workspace, you can see all fields.” */
const VIEWS = /^(?:(?:in|on|from) [^.,]*, )?you can (?:also )?(?:see|view|browse|look at|review)\b/i

/** Whether the text before a list says that the list is for looking at something. */
export function announcesView(lead: string): boolean {
  return VIEWS.test(lastSentence(lead))
}

/** Introduces how something is made or calculated: “A program is constructed as follows:”, “In pseudocode:”. */
const DESCRIPTION =
  /\bpseudo-?code\b[^.]*:$|\b(?:is|are|can be|could be|may be|looks?) (?:\w+ly )?(?:built(?: up)?|calculated|composed|computed|constructed|defined|derived|described|implemented|organized|represented|structured)\b[^.]*(?:\bas follows|:)$/i

/** Introduces a list of abilities: “Users can do the following:”. */
const ABILITY =
  /^(?!to\s).*(?:(?<!\b(?:you|we) )\b(?:can|could|may|able to)|\b(?:lets?|allows?|enables?|permits?)(?: \p{L}+){1,4}?(?: to)?)(?: also| then| now)?(?: do| perform| use| take)?(?: any| all| some| one)?(?: of)?(?: the following| these| such)?(?: things| tasks| actions| activities| operations)?(?: as)?\s*:?$/iu

/** Introduces a list of choices or facts. */
const CHOICE =
  /\b(?:one|any|either|some) of the following\b|\b(?:values?|options?|types?|reasons?|scenarios?|components?|records?|requirements?|considerations?|parameters?|columns?|fields?|examples?|limitations?|roles?|topics?|sections?|phases?|criteria|conditions?|factors?|features?|benefits?)(?: (?:are|is|include|as follows|listed|below|shown|apply|here))*\s*:?$/i

/** Introduces the parts of a process: “Preparation consists of the following steps:”. */
const PARTS =
  /^(?!(?:this|the following) (?:procedure|section)\b).*\b(?:consists? of|comprises?|includes?|is made up of) (?:the following|these|\w+) (?:\w+ )?(?:steps|tasks|stages|operations)\s*:?$/i

/** Introduces a list of steps. */
const STEPS =
  /^to\s+(?!the\b)\p{L}+|\b(?:steps?|procedures?|instructions|tasks|actions)\b.*:?$|\b(?:do|perform|complete|run|follow|use|take|try|verify|check|mak(?:e|ing)) (?:(?:all of )?the following|these|this)\b|\b(?:following|these) commands?\b|\bas follows\s*:?$/iu

/**
 * Whether the text before a bulleted list explicitly requests work; such lists are just as often facts or
 * advice.
 */
export function asksForWork(lead: string): boolean {
  const last = lastSentence(lead)
  return isRequested(lead) || (cueOfLead(lead) === 'steps' && WORK.test(last) && !ADVISES.test(last))
}

/** Whether the text before a bulleted list asks for all of it, also under a heading of advice: “Take these precautions:”. */
export function isRequested(lead: string): boolean {
  return /^(?:(?:please )?take|.*(?:, |\b(?:must|should|need to) )take) (?:all of )?(?:these|the following) (?:\w+ )?(?:actions|measures|precautions|steps)[^.,]*:$/i.test(
    lastSentence(lead),
  )
}

const WORK =
  /\b(?:do|doing|perform|performing|performed|complete|completing|completed|follow|following|take|verify|check|run)\b.*\b(?:these|this|the following)\b|\b(?:must|(?:need|have) to|should)\b(?: (?:do|perform|complete|configure)\b.*)?:$|\bsteps\b.*:$|\bmaking (?:these|the following)\b.*:$|^to\b[^,]*:$/i

const ADVISES =
  /\b(?:can|may|might|could|either|any of|one of|best practices?|guidelines?|precautions?|recommend(?:s|ed|ations?)?|help you|lets?|allows|enables|permits|to plan|learn more|see the following|(?:run|use)\b.*\bto (?:do|perform))\b/i

/**
 * Whether a sentence states prerequisites: rights, accounts, installed software. It can be before a procedure or
 * in its first step.
 */
export function isRequirement(sentence: string): boolean {
  return REQUIREMENT.test(sentence.trim()) && !IS_STEP.test(sentence)
}

/** Asks to complete the step that the text before it describes. */
const IS_STEP =
  /\b(?:complete|do|finish|perform|run) (?:this|these|that|it)\b(?: steps?| actions?)?\b.{0,200}\bbefore you\b/i

const REQUIREMENT =
  /^(?:prerequisites?|required (?:permissions?|roles?)|before you (?:begin|start|can|perform|run|use|complete|install|configure)|(?:to|in order to) .*\b(?:you|users?) (?:must|should|need to|have to) (?:first )?(?:be|have)\b|you (?:must|should|need to|have to|will need to) (?:already )?(?:be(?! (?:cautious|careful|aware|sure|able|ready)\b)|have)\b|you (?:must|should|need to|have to) (?:first )?(?:complete|finish|install|obtain|back up|backup) .* before (?:you|\p{L}+ing)\b|for (?:this|the) (?:command|cmdlet|script|procedure) to work\b|membership in\b|(?:these|this|the following) (?:steps?|procedures?) (?:assumes?|requires?)\b|make sure (?:that )?you(?:’|'| a)re (?:signed|logged|a member))/iu

/** Whether a sentence announces code to run after its paragraph: “To …, run the following command:”. */
export function announcesCommand(sentence: string): boolean {
  return (
    /\b(?:run|type|enter|execute|use|call)\b/i.test(sentence) &&
    COMMAND.test(sentence) &&
    !NO_COMMAND.test(sentence)
  )
}

/** Whether a text offers a command to its reader: “You can then …”, “… by running this:”. */
export function offersCommand(text: string): boolean {
  return (
    announcesCommand(text) ||
    /\byou (?:can|could|must|should|may|might|(?:will )?need to|(?:will )?have to)\b|\bby (?:running|using|typing|entering|executing|calling)\b/i.test(
      lastSentence(text),
    )
  )
}

const COMMAND = /\b(?:commands?|cmdlets?|scripts?|the following|this|prompt|shell|[A-Z][a-z]+-[A-Z]\w+)\b/

/** Examples, and statements about a command. */
const NO_COMMAND =
  /^(?:for (?:example|instance|(?:more|further) \w+|details)|note (?:that|how)|consider|suppose|the (?:following|preceding|previous)|this (?:command|example))\b/i
