import { EMPTY_WORDS, OPPOSITE_PREFIXES, SYNONYMS } from '../data/english-contrasts.ts'

/**
 * Whether two different texts may have the same translation: they differ in function words, inflection, typos
 * or synonyms, but not in numbers or names.
 */
export function isSameMeaning(one: string, other: string, isEnglish: boolean): boolean {
  const [these, those] = [termsOf(one), termsOf(other)]
  const [left, right] = [without(these, those), without(those, these)]
  if (left.some(isLiteral) || right.some(isLiteral)) return isSpelling(one, other)
  if (!isEnglish) return true
  const [said, meant] = [left.filter(isFull), right.filter(isFull)]
  if (said.length === 0 && meant.length === 0) return true
  if (isSpelling(one, other) || isShortened(said, meant) || isShortened(meant, said)) return true
  if (isTypo(these, those)) return true
  // The translation of a label of one or two words depends on its use, so only opposites certainly differ.
  const isLabel = Math.min(these.length, those.length) < 3
  if (isLabel) return !(said.length === 1 && meant.length === 1 && isOpposite(said[0]!, meant[0]!))
  if (said.length === 0 || meant.length === 0) return said.length + meant.length < 2
  return (
    said.every((word) => meant.some((their) => isAlike(word, their))) ||
    meant.every((word) => said.some((their) => isAlike(word, their)))
  )
}

/** Largest share of words in common of texts that are clearly different. */
const FEW = 0.5

/** Whether two English texts have few words in common, and one is more than a label, so that no translation fits both. */
export function isClearlyDifferent(one: string, other: string): boolean {
  const [these, those] = [one, other].map(
    (text) => new Set(termsOf(text).flatMap((term) => (isFull(term) ? [stem(term)] : []))),
  )
  if (Math.max(these!.size, those!.size) < 3 || Math.min(these!.size, those!.size) === 0) return false
  const common = [...these!].filter((word) => those!.has(word)).length
  return common <= FEW * Math.min(these!.size, those!.size) && !isSpelling(one, other)
}

/**
 * Whether two English texts say the same in other forms of the same words: “Configuring a pool” and “Pool configuration”. Where words
 * lead from one thing to another, their order counts; beside “off”, “on” is a state.
 */
export function isSameWording(one: string, other: string): boolean {
  const isWay = /\b(?:from|to)\b/i.test(`${one} ${other}`)
  const isState = /\boff\b/i.test(`${one} ${other}`)
  const stemsOf = (text: string) => {
    const stems = termsOf(text)
      .filter((word) => isFull(word) || (isState && word === 'on'))
      .map(stem)
    return (isWay ? stems : stems.sort()).join(' ')
  }
  return stemsOf(one) === stemsOf(other)
}

/** The words of a text: names keep their case, numbers stay whole, other words are in lower case. */
function termsOf(text: string): readonly string[] {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}]+(?:[._:][\p{L}\p{N}]+)*/gu) ?? []).map((term) =>
    isLiteral(term) ? term : term.toLowerCase(),
  )
}

function without(these: readonly string[], those: readonly string[]): readonly string[] {
  return these.filter((term) => !those.includes(term))
}

/** Whether a term is a number, or a name with a capital, digit, dot or underscore inside. */
function isLiteral(term: string): boolean {
  return /\p{N}|\p{Ll}\p{Lu}|[._]/u.test(term)
}

/** Whether one word is the initials of others: “US” and “United States”. */
function isShortened(one: readonly string[], others: readonly string[]): boolean {
  return one.length === 1 && others.length > 1 && others.map(([initial]) => initial).join('') === one[0]
}

/** Whether long texts differ in a single word, by one letter too many or by two that changed places: “lick”, “click”. */
function isTypo(these: readonly string[], those: readonly string[]): boolean {
  if (these.length !== those.length || these.length < 6) return false
  const at = these.flatMap((word, index) => (word === those[index] ? [] : [index]))
  if (at.length !== 1) return false
  const [short, long] = [these[at[0]!]!, those[at[0]!]!].sort((one, other) => one.length - other.length) as [
    string,
    string,
  ]
  if (short.length < 3 || long.length - short.length > 1) return false
  let same = 0
  while (short[same] === long[same] && same < short.length) same++
  const [left, right] = [short.slice(same), long.slice(same)]
  return left.length < right.length
    ? left === right.slice(1)
    : left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0]
}

function isFull(word: string): boolean {
  return !EMPTY_WORDS.has(word)
}

/** Whether texts differ only in case, spaces and punctuation: “voice mail” and “voicemail”. */
function isSpelling(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  return bare(one) === bare(other)
}

/** Whether two words are opposites by their prefixes: “expected” and “unexpected”, “upload” and “download”. */
function isOpposite(one: string, other: string): boolean {
  const cores = (word: string) => [
    word,
    ...OPPOSITE_PREFIXES.filter((prefix) => word.startsWith(prefix) && word.length > prefix.length + 2).map(
      (prefix) => word.slice(prefix.length),
    ),
  ]
  const [these, those] = [cores(one), cores(other)]
  return one !== other && these.some((core) => those.includes(core))
}

/** Groups of stems, so that every inflected form matches. */
const synonyms = SYNONYMS.map((group) => new Set(group.map(stem)))

/** Whether two words are synonyms or forms of the same word, possibly misspelt. */
function isAlike(one: string, other: string): boolean {
  const [these, those] = [stem(one), stem(other)]
  if (these === those) return true
  if (synonyms.some((group) => group.has(these) && group.has(those))) return true
  const [short, long] = [one, other].sort((a, b) => a.length - b.length) as [string, string]
  // A few extra letters at the end are a typo or an ending.
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 3
}

function stem(word: string): string {
  const bare = word.replace(/ies$/, 'y').replace(/(?:ments?|ations?|ions?|ings?|ed|es|s|ly)$/, '')
  const cut = bare.length >= 3 ? bare : word
  return cut.length > 3 ? cut.replace(/([^aeiou])e$/, '$1').replace(/(.)\1$/, '$1') : cut
}
