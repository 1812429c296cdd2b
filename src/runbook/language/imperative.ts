import { quotedClausesOf } from './sentences.ts'

/** Words that are always verbs at the start of a sentence. */
const PLAIN_VERBS =
  'accept acknowledge activate add adjust advise allow append apply approve arrange ask assemble assess assign associate attach authenticate authorize avoid back be begin bind boot bring browse build calculate cancel capture check choose clean clear click close collect compare complete compose compress compute conduct configure confirm connect consider continue convert correct create customize deactivate decide declare decrease define delete demote deploy deselect designate detach detect determine develop diagnose disable discard disconnect dismiss dismount distribute divert do double-click download drag drain drop edit eject elect eliminate email enable encrypt enlarge enroll ensure enter erase escalate establish estimate evaluate examine exclude execute exit expand explain extend extract fail fill finalize find finish fix follow force forward gather generate get give go grant hang hide highlight hold hover identify ignore implement include increase inform initialize initiate insert inspect install instruct integrate invoke isolate join keep kill launch lay leave let locate lock lower maintain make merge migrate minimize modify mount navigate notify observe obtain open optimize paste pause perform pick plug populate prepare press proceed promote protect prove provide provision publish pull purchase push put raise read reassign reattach reboot rebuild recall receive recheck reclaim recommend reconfigure reconnect recreate recycle redeploy redirect reduce re-enable re-enter reenroll refresh register reinstall reinstate rejoin relaunch reload relocate remember remove rename renew reopen repair repeat replace replicate reply republish rerun resize resolve respond resubmit resume resync retain retrieve retry return revert revoke rewrite right-click roll rotate save scan scroll secure seed seize select send separate sign simulate skip sort specify stay stop submit subscribe swap swipe synchronize take tap tell terminate throw toggle troubleshoot try turn unassign unblock uncheck uninstall unlock unmount unplug unregister unselect unzip upgrade upload use validate verify visit wait warn watch write zoom'

/** Verbs that can also be nouns or adjectives, so that the next words decide. */
const AMBIGUOUS_VERBS =
  'access address alert answer archive audit block call cable catalog change code commit contact control copy count cut demote design direct display document draft email empty end export file filter flush format group guard guide halt host import index input issue label limit link list load log look mail manage map mark match measure meet monitor move name note open order page patch phone place plan play point port post power preview print process program query queue quiesce record release repeat report request research reserve reset restart restore restrict review route run sample schedule script search set shift show shut sign space split start state store stretch submit supply support switch sync tag target test time touch trace track train transfer trigger trust type understand undo update value view work'

const PLAIN = new Set(PLAIN_VERBS.split(' '))
const AMBIGUOUS = new Set(AMBIGUOUS_VERBS.split(' ').filter((verb) => !PLAIN.has(verb)))

/**
 * Actions so plain that they mark a step even after a place without a comma: “On the General page click
 * Next”.
 */
const HANDS_ON = new Set(
  'check choose clear click close copy double-click enter expand go launch navigate open press right-click run select tap type verify'.split(
    ' ',
  ),
)

/** Words that can follow an imperative, but rarely a noun at the start of a sentence. */
const FOLLOWERS = new Set(
  'a all an and another any as at back both by down each every for from how in into it its on off one or out over that the them these this those to two three through until up what when whether which with you your'.split(
    ' ',
  ),
)

/** Finite verbs: directly after the first words they show that these are a subject. */
const FINITE =
  /^(is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|does|did|isn't|aren't|can't|won't)$/i

/** Verbs that can be followed by a whole clause with a finite verb. */
const CLAUSE_VERBS =
  /^(check|confirm|ensure|make|see|verify|validate|know|understand|remember|note|consider)$/i

/** Words that can precede the imperative of a step. */
const PREFIX =
  /^(?:(?:\(?\s*(?:optional|required|recommended)\s*\)?\s*[:.–—-]?|(?:step|task)\s+\d+\s*[:.)–—-]?|(?:option|method|alternative|approach|solution|workaround|procedure)\s+(?:\d+|[a-z])\s*[:.)–—-]|\d+[.)]|also,?|alternatively,?|again,?|additionally,?|afterwards?,?|carefully|finally,?|first,?|second,?|third,?|immediately|if (?:necessary|needed|required|prompted|applicable|desired),?|last(?:ly)?,?|manually|next,?|now,?|optionally,?|periodically,?|please|quickly|repeatedly|routinely|simply|then,?|and|but|you (?:just |only |first )?(?:must|need to|should|have to|will need to)(?: then| also| now)?|you(?:’|')ll need to|(?:do not|don(?:’|')t|never|always))\s+)+/i

/** Words that begin a place, time or condition before the action. */
const OPENERS =
  /^(after|again|as|at|back|because|before|behind|below|between|by|depending|during|either|following|for|from|given|if|in|inside|instead|near|next to|on|once|or|per|prior to|right|since|still|through|throughout|to|under|unless|until|upon|using|via|when|whenever|where|wherever|while|with|within|without)\b/i

/** Whether an English text is an instruction: one of its first sentences is an imperative. */
export function isImperative(text: string): boolean {
  return quotedClausesOf(text).slice(0, 4).some(isImperativeSentence)
}

/** Whether a heading names work to do: “Enable …”, “Running the test”. */
export function isActionTitle(heading: string): boolean {
  const word = heading.trim().replace(PREFIX, '').split(/\s+/)[0]?.toLowerCase().replace(/[,:]$/, '') ?? ''
  // “Use PowerShell to set …”
  if (/^us(?:e|ing)\b.*\bto\s+\p{L}/iu.test(heading.trim())) return true
  if (isVerb(word)) return !NO_WORK.test(word)
  const stem = /^(\w{2,})ing$/.exec(word)?.[1]
  if (stem === undefined || NO_WORK.test(word)) return false
  // “enabl-ing”, “runn-ing”, “test-ing”
  return isVerb(stem) || isVerb(`${stem}e`) || isVerb(stem.replace(/(.)\1$/, '$1'))
}

/** Whether a heading names work without a clear end: managing, planning, monitoring. */
export function isOpenEnded(heading: string): boolean {
  return /^(?:us(?:e|ing)\b(?!.*\bto\s)|managing|manage|planning|defining|define|determin(?:e|ing)|identify(?:ing)?|develop(?:ing)?|establish(?:ing)?|secur(?:e|ing)|harden(?:ing)?|making|make|monitor(?:ing)?|support(?:ing)?|evaluat(?:e|ing)|choos(?:e|ing)|writ(?:e|ing)|creating code)\b/i.test(
    heading.trim(),
  )
}

/** Verbs of headings about reading rather than doing. */
const NO_WORK =
  /^(?:call|code|group|meet|note|consider|explain|plan|report|sample|support|type|use|view|watch|record|level|market)/

function isVerb(word: string): boolean {
  return PLAIN.has(word) || AMBIGUOUS.has(word)
}

/** A sentence without the parenthesis that it begins with: “(In the console, select …)”. */
export function withoutParenthesis(sentence: string): string {
  return sentence.trim().replace(/^\((?!\s*(?:optional|required|recommended)\b)/i, '')
}

/** Whether an English sentence is an imperative, possibly with a place, time or condition before the verb. */
export function isImperativeSentence(sentence: string): boolean {
  const text = withoutParenthesis(sentence)
  if (/\?["”’)]*$/.test(text)) return false
  if (startsWithVerb(text)) return true
  const bare = text.replace(PREFIX, '')
  if (!OPENERS.test(bare)) return false
  return afterCommas(bare).some((rest) => startsWithVerb(rest)) || hasHandsOnVerb(bare)
}

/** Whether a clause starts with a verb in its base form rather than with a subject. */
function startsWithVerb(clause: string): boolean {
  const words = clause
    .trim()
    .replace(/^["“‘'*_(]+/, '')
    .replace(PREFIX, '')
    .split(/\s+/)
  const verb = (words[0] ?? '').toLowerCase().replace(/[,;:.!”"]+$/, '')
  if (PLAIN.has(verb)) return CLAUSE_VERBS.test(verb) || !FINITE.test(words[1] ?? '')
  if (!AMBIGUOUS.has(verb)) return false
  const next = (words[1] ?? '').replace(/[,;:.!”"]+$/, '')
  if (FOLLOWERS.has(next.toLowerCase())) return !FINITE.test(words[2] ?? '')
  if (isThirdPerson(next)) return false
  // “Request Filtering”
  if (words.length === 2 && /^\p{Lu}\p{L}+ing$/u.test(next)) return false
  if (words.slice(1, 5).some((word) => FINITE.test(word))) return CLAUSE_VERBS.test(verb)
  return /^["“‘'`<\d\p{Lu}-]/u.test(next) || words.length > (/[.:]$/.test(clause.trim()) ? 2 : 4)
}

/** Whether a word is a verb in the third person, so that the word before it is its subject: “Sync takes”. */
function isThirdPerson(word: string): boolean {
  return /s$/.test(word) && (PLAIN.has(word.slice(0, -1)) || PLAIN.has(word.slice(0, -2)))
}

/** Lists the rests of a sentence after each comma, colon or dash. */
function afterCommas(sentence: string): readonly string[] {
  const rests: string[] = []
  for (const match of sentence.matchAll(/[,;:–—]\s+/g))
    rests.push(sentence.slice(match.index + match[0].length))
  return rests.slice(0, 12)
}

/** Whether one of the first words is an action in its base form without a subject before it. */
function hasHandsOnVerb(sentence: string): boolean {
  const words = sentence.split(/\s+/, 24)
  return words.some(
    (word, at) =>
      at > 1 &&
      HANDS_ON.has(word.toLowerCase()) &&
      !/^(to|you|we|they|i|can|will|must|may|should|and|or|not|users?|the|a|an|of)$/i.test(
        words[at - 1] ?? '',
      ),
  )
}
