/** A condition at the start of a sentence. */
export interface Condition {
  /** Identifies the condition, whatever the order of its words. */
  readonly key: string
  /** Whether the sentence holds if the condition does not. */
  readonly isNegated: boolean
  /** Whether it is about a thing that only the text around it tells apart: “the identity”. */
  readonly isOfSection: boolean
}

const CLAUSE =
  /^(?:only )?(?:(if|unless|in case|provided(?: that)?|as long as|assuming(?: that)?)\s+([^,.;:]{3,160})|for ((?!example\b|instance\b|details\b|more\b|further\b|information\b|(?:this|that) reason\b)[^,.;:]{3,60})),/i

/** Words of conditions that depend on the moment or on the step, so that one answer does not hold for all. */
const LOCAL =
  /\b(?:this|that|these|those|it|they|he|she|above|below|following|previous|preceding|next|step|now|still|yet|again|prompted|necessary|needed|required|applicable|desired|possible|so|appears?|appeared|see|seen|get|receive|displayed|shown|errors?|messages?|warnings?|fails?|click(?:ed)?|select(?:ed)?|chose|chosen|choose|opens?|want|wish|like|prefer|need|decide|plan|finished|done|ready|any|another|more|other|specified|exists?)\b/i

/** Begins with a thing that has no name and nothing that tells it apart, although others like it can exist. */
const THE_THING = /^the \p{L}+ (?:(?:is|are|was|were|can|could|will)(?:n[’']t)?|cannot|can[’']t|won[’']t)\b/iu

/** Words without which a condition means the same. */
const FILLERS = new Set(
  'a an the is are was were be been being has have had do does did will would you your already currently'.split(
    ' ',
  ),
)

const NEGATIONS = /^(?:not|no|never|without|cannot|\w+n[’']t)$/

/** Words between parts of a condition whose order matters. */
const RELATIONS = /^(?:and|or|but|from|to|over|than|before|after|by|with|of|in|on)$/

/** Reads the condition at the start of an English sentence, if one answer to it holds for the whole of the work. */
export function readCondition(sentence: string): Condition | null {
  const [, word, clause, topic] = CLAUSE.exec(sentence.trim()) ?? []
  const text = clause ?? topic
  if (text === undefined || LOCAL.test(text)) return null
  const words = wordsOf(text)
  const negations = words.filter((each) => NEGATIONS.test(each)).length
  const said = words.filter((each) => !FILLERS.has(each) && !NEGATIONS.test(each)).map(stemOf)
  // What a negation of several parts denies is not clear.
  if (said.length < 2 || negations > 1 || (negations === 1 && /\b(?:and|or)\b/i.test(text))) return null
  return {
    key: keyOf(said),
    isNegated: (negations === 1) !== /^unless$/i.test(word ?? ''),
    isOfSection: THE_THING.test(text),
  }
}

/** A sentence about what something was done to: “Imported groups cannot be viewed.” */
export interface RestrictedSubject {
  /** The key of the condition without which there is no such subject. */
  readonly key: string
  /** What was done, without its ending: `import`. */
  readonly deed: string
  /** The words that only tell subjects apart, and the last word: `response` and `groups`. */
  readonly kind: string
  readonly noun: string
}

const SUBJECT =
  /^(\p{L}{3,}ed) ((?:[\p{L}’'-]+ ){0,3}?)([\p{L}’'-]+) (?:is|are|was|were|can|cannot|may|might|must|will|would|do|does|did|has|have|had|should|could)\b/iu

/** Reads the subject of an English sentence, if it begins with a participle that restricts it. */
export function readSubject(sentence: string): RestrictedSubject | null {
  const match = SUBJECT.exec(sentence.trim())
  if (!match) return null
  const [, deed, kinds, last] = match as unknown as [string, string, string, string]
  const [kind, noun] = [kinds.trim().toLowerCase(), last.toLowerCase()]
  const subject = `${deed} ${kind} ${noun}`
  if (LOCAL.test(subject)) return null
  const said = wordsOf(subject).filter((each) => !FILLERS.has(each))
  return { key: keyOf(said.map(stemOf)), deed: stemOf(deed.toLowerCase()), kind, noun }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []
}

/** Joins the words of a condition, sorted unless their order matters. */
function keyOf(said: readonly string[]): string {
  const isOrdered = said.some((each) => RELATIONS.test(each)) || new Set(said).size < said.length
  return (isOrdered ? said : said.toSorted()).join(' ')
}

/** A word without its ending. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word
}
