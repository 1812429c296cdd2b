const CODE = 'xml|json|code|scripts?|markup|snippets?|commands?|queries|query|examples?|templates?|samples?'
const TABLE = 'tables?'
const ANY =
  'files?|values?|settings?|lists?|lines?|data|content|ports?|parameters?|records?|accounts?|names?|configuration'

/** Says that something is above: “you created above”, “as listed earlier”. */
const DONE =
  /\b(?:created|prepared|copied|built|wrote|written|made|generated|defined|specified|listed|described|shown|given|noted|mentioned|provided|outlined|explained|seen|see) (?:above|earlier|previously|before (?:this|the) (?:procedure|steps?)|at the (?:beginning|start|top))\b/i

/** Names of things with a word of place: “the XML above”, “the previous table”. */
const PLACED = (names: string) =>
  new RegExp(
    `\\b(?:${names})(?: \\w+){0,2} above\\b|\\b(?:above|preceding|previous|earlier)(?! (?:the|an?|all|any|each)\\b)(?: \\w+)? (?:${names})\\b`,
    'i',
  )
const KINDS = [
  ['code', new RegExp(`\\b(?:${CODE})\\b`, 'i'), PLACED(CODE)],
  ['table', new RegExp(`\\b(?:${TABLE})\\b`, 'i'), PLACED(TABLE)],
] as const
const PLACED_ANY = PLACED(ANY)

/** What an English sentence refers to above it: code, a table, or anything; `null` if to nothing. */
export function refersAbove(sentence: string): 'code' | 'table' | 'any' | null {
  const isDone = DONE.test(sentence)
  for (const [kind, name, placed] of KINDS)
    if (placed.test(sentence) || (isDone && name.test(sentence))) return kind
  return isDone || PLACED_ANY.test(sentence) ? 'any' : null
}
