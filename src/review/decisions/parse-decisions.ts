import * as v from 'valibot'
import { isObject } from '../../util/data/is-object.ts'
import { offsetInJson, walkJson } from '../../util/data/locate-json.ts'
import { JsonError, parseJson } from '../../util/data/parse-json.ts'
import { choice, problemsOf, text } from '../../util/data/schema.ts'
import { reasonOf } from '../../util/reason-of.ts'
import type { DecisionFile } from '../types/decisions.ts'
import { formatDecisions } from './format-decisions.ts'

const LOCALE = 'a BCP 47 tag such as "fr-FR"'
const SIDE = 'a text, or null'
const TIME = 'a date and time (ISO 8601)'

/** Dates, and dates with times and their zone, as in ISO 8601. */
export const TIME_PATTERN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.,]*(?:Z|[+-]\d\d:?\d\d)?)?$/

/** Schema of a decision. Unknown keys stay: a newer version may know them. */
export const decisionSchema = v.looseObject(
  {
    key: text(),
    path: text(),
    state: v.exactOptional(choice(['approved', 'needs-fix'])),
    comment: v.exactOptional(v.string('a text')),
    suggestion: v.exactOptional(v.string('a text')),
    reviewer: v.exactOptional(text()),
    at: v.exactOptional(v.pipe(v.string(TIME), v.regex(TIME_PATTERN, TIME))),
    source: v.nullable(v.string(SIDE), SIDE),
    target: v.nullable(v.string(SIDE), SIDE),
  },
  'a decision: an object with `key`, `path`, `source` and `target`',
)

const fileSchema = v.looseObject(
  {
    $schema: v.exactOptional(text()),
    type: v.literal('decisions', '"decisions"'),
    version: v.literal(1, '1'),
    locale: text(LOCALE),
    decisions: v.array(decisionSchema, 'a list of decisions'),
  },
  'an object with `type`, `version`, `locale` and `decisions`',
)

/** A file that is not one of decisions; the message continues “Cannot read …:”. */
export class DecisionsError extends Error {
  /** Offset of the problem; `undefined` if unknown. */
  readonly offset: number | undefined
  /** How to fix it. */
  readonly hint: string | undefined

  constructor(message: string, offset?: number, hint?: string) {
    super(message)
    this.offset = offset
    this.hint = hint
  }
}

/**
 * Reads the text of a file of decisions.
 *
 * @param text without a byte order mark.
 * @throws {DecisionsError} if it is anything else, so that nothing in it is lost.
 */
export function parseDecisions(text: string): DecisionFile {
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/m.exec(text)
  if (conflict) {
    throw new DecisionsError(
      'git could not merge it',
      conflict.index,
      'Save both versions (git show :2:FILE and :3:FILE) and join them with lockstep review merge.',
    )
  }
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    const offset = error instanceof JsonError ? error.offset : undefined
    throw new DecisionsError(reasonOf(error).replace(/, line \d+$/, ''), offset, 'Correct it there.')
  }
  assertVersion(value, text)
  const [problem] = problemsOf(fileSchema, value)
  if (problem) {
    const { path, actual, expected } = problem
    const name = path
      .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`))
      .join('')
    throw new DecisionsError(
      actual === undefined ? `${name} is missing` : `${name || 'the content'} is not ${expected}`,
      offsetInJson(text, path),
      'Correct it there, or restore an earlier version of the file.',
    )
  }
  const file = value as DecisionFile
  // What this program wrote has no key twice.
  if (formatDecisions(file) !== text) assertUniqueKeys(text)
  return file
}

function assertVersion(value: unknown, text: string): void {
  if (!isObject(value) || value.type !== 'decisions') return
  const { version } = value
  if (typeof version !== 'number' || version <= 1) return
  throw new DecisionsError(
    `it has version ${version}, and this version of Lockstep knows version 1 only`,
    offsetInJson(text, ['version']),
    'Update Lockstep.',
  )
}

/** @throws {DecisionsError} if an object has a key twice: one of the two values would be lost. */
function assertUniqueKeys(text: string): void {
  walkJson(
    text,
    () => {},
    (key, offset) => {
      throw new DecisionsError(
        `the key ${JSON.stringify(key)} stands twice in an object`,
        offset,
        'Remove one of the two, or make two decisions of the object.',
      )
    },
  )
}
