import { numberOfWord } from '../language/number-words.ts'

/** The stage that an English column header names. */
export interface Stage {
  /** Time relative to the event; a `numbered` stage has a place in a sequence instead. */
  readonly phase: 'before' | 'during' | 'until' | 'after' | 'numbered' | 'condition'
  /** The event, without words that do not distinguish events; empty for a bare “Before”. */
  readonly event: string
  /** Place in the sequence, for `numbered` and stages in rows; else 0. */
  readonly number: number
}

/** Words that name an event: known nouns, and English suffixes of action nouns. */
const EVENT =
  /(?:\b(?:start|restart|failure|error|loss|crash|event|login|logon|logout|sign-?(?:in|out|on)|arrival|change|release|upgrade|update|expiry|day|incident|alert|alarm|outage|cutover|go-live|launch|exit|entry|success|timeout|connect|disconnect|call)|(?:tion|sion|ment|over|back|up|down|out|ing|ery|ure|age))s?\b/i

/** Answers and settings: a column “If enabled” is a property, not a stage. */
const ANSWER =
  /^(?:yes|no|not?|true|false|(?:it |this )?(?:is )?(?:not )?(?:enabled|disabled|set|specified|configured|selected|checked|present|absent|blank|empty|null|available|applicable|required|used|needed|supported|omitted|\d+))\b/i

/** Words that make “When …” a property of the row (“When created”, “When to use”). */
const WHEN_PROPERTY =
  /^(?:to|not|you|should|do|does|is it|can|will|it|created|modified|changed|updated|added|used|required|needed|available|supported|applicable|applied|run|effective)\b/i

const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** Returns the stage that an English column header names, or `null` for other headers. */
export function parseStage(header: string): Stage | null {
  const text = header.trim().replace(/[:.…]+$/, '')
  if (text === '' || isSentence(text)) return null
  return parseNumbered(text) ?? parseTemporal(text) ?? parseCondition(text) ?? parseNormal(text)
}

/** Whether a header is prose rather than a label. */
function isSentence(text: string): boolean {
  return /[.!?]\s/.test(text) || /\?$/.test(text) || text.split(/\s+/).length > 14
}

/** Parses “Stage 1”, “Phase II: cut over”, “First phase”. */
function parseNumbered(text: string): Stage | null {
  const match =
    /^(?:stage|step|phase)\s+(?:no\.?\s*|#)?(\d+|[ivx]+|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\b/i.exec(
      text,
    )
  if (match) return { phase: 'numbered', event: '', number: numberOf(match[1] ?? '') }
  const ordinal = /^(\w+)\s+(?:stage|step|phase)\b/i.exec(text)
  const number = ordinal ? ORDINALS.indexOf((ordinal[1] ?? '').toLowerCase()) : -1
  return number > 0 ? { phase: 'numbered', event: '', number } : null
}

/** Converts digits, a word, a Roman numeral or a letter to a number. */
function numberOf(text: string): number {
  const low = text.toLowerCase()
  const number = numberOfWord(low)
  if (number >= 0) return number
  if (/^[ivx]+$/.test(low)) return romanNumber(low)
  return low.charCodeAt(0) - 96
}

/** Converts a Roman numeral up to 39. */
function romanNumber(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 }
  const digits = [...text].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, value, at) => (value < (digits[at + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** Parses “Before …”, “During …”, “After …” and similar headers. */
function parseTemporal(text: string): Stage | null {
  const match =
    /^(before|prior to|pre-|during|while|when|whenever|on|upon|at|until|till|after|following|once|post-|as soon as)(?:\s+|(?<=-)|$)(.*)$/i.exec(
      text,
    )
  if (!match) return null
  const word = (match[1] ?? '').toLowerCase()
  const rest = match[2] ?? ''
  const needsEvent = /^(on|at|pre-|post-|following)$/.test(word)
  if (needsEvent && !EVENT.test(rest)) return null
  if (/^when/.test(word) && (rest === '' || WHEN_PROPERTY.test(rest) || ANSWER.test(rest))) return null
  if (rest === '' && !/^(before|during|after)$/.test(word)) return null
  return { phase: PHASES[word] ?? 'during', event: eventOf(rest), number: 0 }
}

const PHASES: Readonly<Record<string, Stage['phase']>> = {
  before: 'before',
  'prior to': 'before',
  'pre-': 'before',
  until: 'until',
  till: 'until',
  after: 'after',
  following: 'after',
  once: 'after',
  'post-': 'after',
  'as soon as': 'after',
}

/**
 * Parses “Failover to backup pool”: an outage event by its name alone. Headers of properties can begin in the
 * same way (“Recovery time”); only the other headers of the table show the difference.
 */
export function parseEvent(header: string): Stage | null {
  const isEvent =
    /^(?:fail[- ]?over|fail[- ]?back|outage|roll[- ]?back|cut[- ]?over|switch[- ]?(?:over|back)|recovery|restoration|disaster)\b/i.test(
      header.trim(),
    ) && !/\b(?:time|point|objectives?|methods?|types?|options?|supported|cmdlets?|cost)\b/i.test(header)
  return isEvent ? { phase: 'during', event: eventOf(header), number: 0 } : null
}

/** Parses “If the primary pool is down”: a condition for the operator to check. */
function parseCondition(text: string): Stage | null {
  const match = /^if\s+(.+)$/i.exec(text)
  const rest = match?.[1] ?? ''
  if (rest === '' || ANSWER.test(rest)) return null
  return { phase: 'condition', event: eventOf(rest), number: 0 }
}

/** Parses “Normal operation”: the state before any event. */
function parseNormal(text: string): Stage | null {
  const isNormal =
    /^(?:normal(?:ly)?|steady[- ]state)(?:\s+(?:operations?|state|conditions?|mode|use))?$/i.test(text)
  return isNormal ? { phase: 'before', event: 'normal', number: 0 } : null
}

/** Removes articles, and verbs that distinguish its start from its end, from an event. */
function eventOf(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /\b(?:the|an?|has|have|been|is|are|was|were|being|occurs?|occurred|completes?|completed|completion|complete|done|over|finish(?:es|ed)?|ends?|ended|starts?|started|begins?|began|initiated|happens?|happened)\b/g,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
