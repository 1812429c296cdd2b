/** A condition at the start of a sentence. */
export interface Condition {
  /** Identifies the condition, whatever the order of its words. */
  readonly key: string
  /** Whether the sentence holds if the condition does not. */
  readonly isNegated: boolean
}

const CLAUSE =
  /^(?:only )?(?:(if|unless|in case|provided(?: that)?|as long as|assuming(?: that)?)\s+([^,.;:]{3,160})|for ((?!example\b|instance\b|details\b|more\b|further\b|information\b|(?:this|that) reason\b)[^,.;:]{3,60})),/i

/** Words of conditions that depend on the moment or on the step, so that one answer does not hold for all. */
const LOCAL =
  /\b(?:this|that|these|those|it|they|he|she|above|below|following|previous|preceding|next|step|now|still|yet|again|prompted|necessary|needed|required|applicable|desired|possible|so|appears?|appeared|see|seen|get|receive|displayed|shown|errors?|messages?|warnings?|fails?|click(?:ed)?|select(?:ed)?|chose|chosen|choose|opens?|want|wish|like|prefer|need|decide|plan|finished|done|ready|any|another|more|other|specified|exists?)\b/i

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
  const words = text.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? []
  const negations = words.filter((each) => NEGATIONS.test(each)).length
  const said = words.filter((each) => !FILLERS.has(each) && !NEGATIONS.test(each)).map(stemOf)
  const isOrdered = said.some((each) => RELATIONS.test(each)) || new Set(said).size < said.length
  // What a negation of several parts denies is not clear.
  if (said.length < 2 || negations > 1 || (negations === 1 && /\b(?:and|or)\b/i.test(text))) return null
  const key = (isOrdered ? said : said.toSorted()).join(' ')
  return { key, isNegated: (negations === 1) !== /^unless$/i.test(word ?? '') }
}

/** A word without its ending. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word
}
