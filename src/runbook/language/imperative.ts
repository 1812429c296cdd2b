import { quotedClausesOf } from './sentences.ts'

/** Words that are always verbs at the start of a sentence. */
const PLAIN_VERBS =
  'accept acknowledge activate add adjust advise allow append apply approve arrange ask assemble assess assign associate attach authenticate authorize avoid back be begin bind boot bring browse build calculate cancel capture check choose clean clear click clone close collect compare complete compose compress compute conduct configure confirm connect consider continue convert correct create customize deactivate decide declare decrease define delete demote deploy deselect designate detach detect determine develop diagnose disable discard disconnect dismiss dismount distribute divert do double-click download drag drain drop edit eject elect eliminate email enable encrypt enlarge enroll ensure enter erase escalate establish estimate evaluate examine exclude execute exit expand explain extend extract fail fill finalize find finish fix follow force forward gather generate get give go grant hang hide highlight hold hover identify ignore implement include increase inform initialize initiate insert inspect install instruct integrate invoke isolate join keep kill launch lay leave let locate lock lower maintain make merge migrate minimize modify mount navigate notify observe obtain open optimize pair paste pause perform pick plug populate prepare press proceed promote protect prove provide provision publish pull purchase purge push put raise read reassign reattach reboot rebuild recall receive recheck reclaim recommend reconfigure reconnect recreate recycle redeploy redirect reduce re-enable re-enter reenroll refresh register reinstall reinstate rejoin relaunch reload relocate remember remove rename renew reopen repair repeat replace replicate reply republish rerun resize resolve respond resubmit resume resync retain retrieve retry return revert revoke rewrite right-click roll rotate save scan scroll secure seed seize select send separate sign simulate skip sort specify stay stop submit subscribe swap swipe synchronize take tap tell terminate throw toggle troubleshoot try turn unassign unblock uncheck uninstall unlock unmount unplug unregister unselect unzip upgrade upload use validate verify visit wait warn watch write zoom'

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
  /^(is|are|was|were|has|have|had|can|cannot|could|will|would|may|might|must|should|does|did|isn['’]t|aren['’]t|can['’]t|won['’]t)$/i

/** Verbs of statements in the third person: the words before them are a subject (“Call analytics shows …”). */
const STATES =
  /^(?:affects|allows|contains|creates|defines|depends|describes|determines|displays|enables|identifies|includes|indicates|means|needs|provides|refers|represents|requires|returns|satisfies|shows|specifies|supports|triggers|uses)$/

/** Words after which a verb belongs to another clause. */
const RELATIVES = /^(?:that|which|who|whose|what|how|whether|if|when|where|and|or)$/i

/** Words after an ambiguous verb that make it the first noun of a name: “Access Control Entries”, “Phone System”. */
const NOUNS_OF_NAMES =
  /^(?:System|Systems|Control|Controls|Entry|Entries|Lists?|Servers?|Services?|Numbers?|Centers?|Points?|Manager|Policy|Policies|Pools?|Links?|Types?)\b/

/** Verbs that can be followed by a whole clause with a finite verb. */
const CLAUSE_VERBS =
  /^(check|confirm|ensure|make|see|verify|validate|know|understand|remember|note|consider)$/i

/** Words that can precede the imperative of a step. */
const PREFIX =
  /^(?:(?:\(?\s*(?:optional|required|recommended)\s*\)?\s*[:.–—-]?|(?:step|task)\s+\d+\s*[:.)–—-]?|(?:option|method|alternative|approach|solution|workaround|procedure)\s+(?:\d+|[a-z])\s*[:.)–—-]|(?:\d+|[a-z]|[ivx]+)[.)]|also,?|alternatively,?|again,?|additionally,?|afterwards?,?|carefully|finally,?|first,?|second,?|third,?|immediately|if (?:necessary|needed|required|prompted|applicable|desired),?|last(?:ly)?,?|manually|next,?|now,?|optionally,?|periodically,?|please|quickly|repeatedly|routinely|simply|then,?|and|but|you (?:just |only |first )?(?:must|need to|should|have to|will need to)(?: then| also| now)?|you(?:’|')ll need to|(?:do not|don(?:’|')t|never|always))\s+)+/i

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
  if (isVerb(word)) return !NO_WORK.test(word) && !NAME_OF_THING.test(heading.trim())
  const stem = /^(\w{2,})ing$/.exec(word)?.[1]
  if (stem === undefined || NO_WORK.test(word)) return false
  // “enabl-ing”, “runn-ing”, “test-ing”
  return isVerb(stem) || isVerb(`${stem}e`) || isVerb(stem.replace(/(.)\1$/, '$1'))
}

/** Whether a heading names work without a clear end: managing, planning, monitoring. */
export function isOpenEnded(heading: string): boolean {
  if (isUse(heading)) return true
  return /^(?:managing|manage|planning|defining|define|determin(?:e|ing)|identify(?:ing)?|develop(?:ing)?|establish(?:ing)?|secur(?:e|ing)|harden(?:ing)?|making|make|monitor(?:ing)?|support(?:ing)?|evaluat(?:e|ing)|choos(?:e|ing)|writ(?:e|ing)|creating code)\b/i.test(
    heading.trim(),
  )
}

/** Whether a heading is about how something is used, rather than about what for. */
export function isUse(heading: string): boolean {
  return /^us(?:e|ing)\b(?!.*\bto\s)/i.test(heading.trim())
}

/** Verbs of headings about reading rather than doing. */
const NO_WORK =
  /^(?:call|code|group|meet|note|consider|explain|plan|report|sample|support|type|use|view|watch|record|level|market)/

/** Headings that name a thing, although their first word can be a verb: “Release details”, “Port ranges”. */
const NAME_OF_THING =
  /^(?:access|address|contact|display|file|host|index|list|log|page|phone|port|post|power|program|query|queue|record|release|space|state|target|test|time|value)\s(?!(?:all|an?|its|the|these|this|your)\s)(?:.*\s)?(?:dates?|details?|fields?|information|machines?|names?|notes?|options?|ranges?|requirements?|rights|settings?|stat(?:es|us)|summary|types?|values?)$/i

function isVerb(word: string): boolean {
  return PLAIN.has(word) || AMBIGUOUS.has(word)
}

/** A sentence without the parenthesis that it begins with: “(In the console, select …)”. */
export function withoutParenthesis(sentence: string): string {
  return sentence.trim().replace(/^\((?!\s*(?:optional|required|recommended)\b)/i, '')
}

/** Whether an English sentence is an imperative, possibly with a place, time or condition before the verb. */
export function isImperativeSentence(sentence: string): boolean {
  return requestIn(sentence) !== null
}

/** Returns the clause of an English sentence that begins with the verb of a request; `null` if it requests nothing. */
export function requestIn(sentence: string): string | null {
  const text = withoutParenthesis(sentence)
  const bare = text.replace(PREFIX, '')
  // A name on the screen can end with a question mark: “In the admin center, choose Need help?”
  if (/\?["”’)]*$/.test(text) && !CLICK_OF_NAME.test(bare)) return null
  if (startsWithVerb(text)) return bare
  if (!OPENERS.test(bare)) return null
  const request = afterCommas(bare).find((rest) => startsWithVerb(rest) && !isName(rest))
  return request?.replace(PREFIX, '') ?? fromHandsOnVerb(bare)
}

/** Asks to click, perhaps after a place. */
const CLICK_OF_NAME = /^(?:(?:in|on|at|from|under) [^,?]*, )?(?:choose|click|press|select|tap) \p{Lu}/iu

/** Whether a clause inside a sentence begins with a name: “…, Secure Real-Time Protocol …”. */
function isName(clause: string): boolean {
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(clause) && !HANDS_ON.has(clause.split(' ')[0]!.toLowerCase())
}

/** Whether a clause starts with a verb in its base form rather than with a subject. */
function startsWithVerb(clause: string): boolean {
  const words = clause
    .trim()
    .replace(/^["“‘'*_(]+/, '')
    .replace(PREFIX, '')
    .split(/\s+/)
  const verb = (words[0] ?? '').toLowerCase().replace(/[,;:.!”"]+$/, '')
  if (PLAIN.has(verb)) return CLAUSE_VERBS.test(verb) || !(FINITE.test(words[1] ?? '') || isSubject(words))
  if (!AMBIGUOUS.has(verb)) return false
  // “Access to the store”, “Support for clients”
  if (/^(?:access to|support for)$/i.test(words.slice(0, 2).join(' '))) return false
  const next = (words[1] ?? '').replace(/[,;:.!”"]+$/, '')
  if (FOLLOWERS.has(next.toLowerCase())) return !FINITE.test(words[2] ?? '')
  if (isThirdPerson(next)) return false
  // “Phone System”, but not “Start Server Manager”, which names a program
  if (
    NOUNS_OF_NAMES.test(next) &&
    /^(?:access|address|call|contact|file|host|mail|phone|port|power|record|state|target|time|trunk)$/.test(
      verb,
    )
  )
    return false
  // “Request Filtering”
  if (words.length === 2 && /^\p{Lu}\p{L}+ing$/u.test(next)) return false
  const isStated = (word: string, at: number) =>
    FINITE.test(word) || (STATES.test(word) && !words.slice(1, at + 1).some((each) => RELATIVES.test(each)))
  if (words.slice(1, 5).some(isStated)) return CLAUSE_VERBS.test(verb)
  return /^["“‘'`<\d\p{Lu}-]/u.test(next) || words.length > (/[.:]$/.test(clause.trim()) ? 2 : 4)
}

/** Whether the first words are a subject in the plural before its verb: “Open statements allow …”. */
function isSubject([, noun = '', verb = '']: readonly string[]): boolean {
  return /^\p{Ll}+[^s]s$/u.test(noun) && /^(?:allow|require|contain|provide|include|enable)$/.test(verb)
}

/** Whether a word is a verb in the third person, so that the word before it is its subject: “Sync takes”. */
function isThirdPerson(word: string): boolean {
  return /s$/.test(word) && (PLAIN.has(word.slice(0, -1)) || PLAIN.has(word.slice(0, -2)))
}

/** Lists the rests of a sentence after each comma, colon or dash, up to its main clause. */
function afterCommas(sentence: string): readonly string[] {
  const rests: string[] = []
  let start = 0
  for (const match of sentence.matchAll(/[,;:–—]\s+/g)) {
    const segment = sentence.slice(start, match.index)
    start = match.index + match[0].length
    if (match[0].startsWith(',') && isMainClause(segment)) break
    rests.push(sentence.slice(start))
  }
  return rests.slice(0, 12)
}

/** Whether words between commas state something, so that a verb after them goes on with that. */
function isMainClause(segment: string): boolean {
  if (OPENERS.test(segment.trim())) return false
  const words = segment.trim().split(/\s+/)
  return (
    /^(?:we|it|this|users?)$/i.test(words[0] ?? '') &&
    words.slice(1, 4).some((word) => FINITE.test(word) || STATES.test(word))
  )
}

/** Returns the rest from an action in its base form among the first words without a subject before it; `null` if none. */
function fromHandsOnVerb(sentence: string): string | null {
  const words = sentence.split(/\s+/)
  const at = words.slice(0, 24).findIndex((word, index) => isHandsOn(words, word, index))
  return at < 0 ? null : words.slice(at).join(' ')
}

function isHandsOn(words: readonly string[], word: string, at: number): boolean {
  if (at < 2 || !HANDS_ON.has(word.toLowerCase())) return false
  if (isThirdPerson(words[at + 1] ?? '') || STATES.test(words[at + 1] ?? '')) return false
  if (
    /^(to|you|we|they|i|can|will|must|may|should|and|or|not|users?|the|a|an|its|their|our|your|of)$/i.test(
      words[at - 1] ?? '',
    )
  )
    return false
  const start = words.findLastIndex((each, index) => index < at && /[,;:]$/.test(each)) + 1
  const clause = words.slice(start, at).join(' ')
  // “You can” offers work to the reader.
  return (
    OPENERS.test(clause) ||
    !clause
      .replace(/\byou c(?:an|ould)\b/i, '')
      .split(' ')
      .some((each) => FINITE.test(each))
  )
}
