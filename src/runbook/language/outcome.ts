import { isImperative } from './imperative.ts'
import { sentencesOf } from './sentences.ts'

/** Words with which a sentence asks to look at something. */
const VERIFY =
  '(?:verify|check(?! boxe?s?\\b| the (?:[^.]{0,60} )?(?:check box|box|option)\\b)|confirm(?= (?:that|whether|if)\\b| (?:the|your|all|each|both)\\b[^.,;]{1,80}? (?:is|are|was|were|has|have|appears?|displays?|shows?|works?|match(?:es)?|contains?|exists?)\\b)|validate|(?:make sure|ensure)(?! to\\b| (?:that )?you (?!(?:are|can|do|get|have|know|receive|see|were|\\p{L}+n\\Wt)\\b)\\p{L}))\\b'

/** Begins a step whose result is to be noted, also after a place or a time. */
const VERIFIES = new RegExp(
  `^(?:(?:first|next|then|now|finally|again|\\(?optional\\)?:?),? )*(?:(?:in|on|at|from|using|after|before|once|when) [^.:;]{1,100}?, (?!.*\\b(?:is|are) (?:selected|checked|cleared)\\b))?${VERIFY}`,
  'iu',
)

/** Asks to look at what the work before it, in the same sentence, has led to. */
const AND_VERIFIES =
  /(?:\band (?:then )?(?:verify|validate|make sure|ensure|confirm)|\bto (?:verify|validate|confirm|check)) (?:that|whether|if)\b(?! you (?:want|agree|understand)\b)/i

/** Tells what a command shows if all is well. */
const SHOULD =
  /\b(?:you should (?:now |then |also )?(?:see|receive|get|be able to)|(?:command|cmdlet|output|results?|page|URL|file|table|log|window|test|services?|status|state|value|query|script|report|directory|folder)s? (?:\S+ )?should (?:now |then |also )?(?:show|return|list|display|read|say|be|look|have|contain|match|open|succeed)|expected (?:results?|output|outcome))\b/i

/** Asks to look at what a command has shown: “Check that all replicas have …”. */
const CHECKS_THAT =
  /^(?:verify|check|confirm|make sure|ensure|validate)(?: that)? (?:both|all|each|the|it|no|there)\b/i

/** A setting with its value: “Check/Fix: Check”. */
const LABEL = /^(?![^:]*\b(?:the|that|all|each|your|this|following)\b)[^.:]{1,60}: [^.:]{1,60}$/i

/** Whether an English instruction asks to verify something. */
export function verifies(text: string): boolean {
  const [first = ''] = sentencesOf(text.trim())
  if (LABEL.test(first)) return false
  return VERIFIES.test(first) || (AND_VERIFIES.test(first) && isImperative(first))
}

/** Whether an English sentence states what a command should show, or asks to check that. */
export function statesOutcome(sentence: string): boolean {
  const text = sentence.trim()
  return SHOULD.test(text) || CHECKS_THAT.test(text)
}

/** Whether an instruction ends with a click that can open a dialog box: “… click **New**.” */
export function opensDialog(text: string): boolean {
  return /\b(?:click|select|choose|tap) (?:new|add|edit|define|create|show details)\b/i.test(text)
}

/** Whether an instruction begins in a dialog box: “In the Define New Server dialog box, …” */
export function isInDialog(text: string): boolean {
  return /^in the [^,]{1,80} dialog(?: box)?,/i.test(text)
}

/** A sentence about what to do if the step does not succeed. */
const FAILURE =
  /^(?:if|when)\b(?! no\b)[^,:]*(?:\b(?:you|users?|they) (?:see|sees|get|gets|receive|receives|encounter)\b[^,:]*\b(?:errors?|warnings?|failures?)\b|\b(?:this|the|that|your|an?) (?:\w+ ){0,3}?(?:command|cmdlet|step|installation|test|process|operation|request|script|deployment|validation|download|import|export|failover|failback|upgrade|update|migration|replication|check|connection|configuration|procedure|it)\b (?:does not|doesn[’']t|did not|is not|isn[’']t|was not|cannot|fails?|failed)\b|\b(?:it|this|these|any of these) (?:fails?|failed|does(?: not|n[’']t) (?:work|succeed|help))\b|\ban error (?:message )?(?:occurs|appears|is (?:displayed|returned|shown))\b|\berrors? (?:occur|appear|are (?:displayed|reported))\b)/i

/** Whether an English sentence states what to do if the step fails. */
export function statesFailure(sentence: string): boolean {
  return FAILURE.test(sentence.trim())
}

/** Whether a text refers to the procedures above it. */
export function refersToFirst(text: string): boolean {
  return /\bprocedures? at the (?:beginning|start|top) of this (?:topic|article|section|page|document)\b/i.test(
    text,
  )
}

/** Minutes per unit of time. */
const MINUTES_PER: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60, day: 1440 }

const TAKES =
  /\b(?:takes?|taking|complet(?:es?|ed) (?:with)?in|finish(?:es|ed)? (?:with)?in)\b(?! (?:\w+ )?(?:longer|more) than)[^.]{0,60}?\b(\d+(?:[.,]\d+)?)(?:\s?(?:to|–|-)\s?(\d+(?:[.,]\d+)?))?\s(second|minute|hour|day)s?\b/i

/** Times that are not those of the work. */
const NO_WORK_TIME =
  /\b(?:time-?outs?|default|interval|period|range|lifetime|for example|every|if you (?:do not|don[’']t|take)|tak(?:e|es|ing) effect|propagat\w+|replicat\w+)\b/i

/** Reads how long work takes, as an English sentence says (“expected to take up to 60 minutes”), in minutes. */
export function readDuration(text: string): { readonly minutes: number; readonly upTo: boolean } | null {
  for (const sentence of sentencesOf(text)) {
    const match = NO_WORK_TIME.test(sentence) ? null : TAKES.exec(sentence)
    if (!match) continue
    const [all, first, second, unit] = match
    const amount = Number((second ?? first)!.replace(',', '.'))
    const minutes = Math.round(amount * MINUTES_PER[unit!.toLowerCase()]! * 100) / 100
    return {
      minutes,
      upTo:
        second !== undefined ||
        /\b(?:up to|as (?:long|much) as|at most|within|less than|no more than)\b/i.test(all),
    }
  }
  return null
}
