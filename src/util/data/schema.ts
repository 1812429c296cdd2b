/** Valibot schemas whose messages describe the expected value, and the problems that schemas find. */
import * as v from 'valibot'

/** An error in a value, such as a configuration. */
export interface Problem {
  /** Path in the value: keys and indexes, outermost first. */
  readonly path: readonly (string | number)[]
  readonly actual: unknown
  /** Description of the expected value. */
  readonly expected: string
  /** The valid keys or values, if the problem is an unknown one. */
  readonly known?: readonly string[]
  /** Whether it is an unknown key, rather than a value. */
  readonly isKey: boolean
}

/** A string that is not blank. */
export function text(words = 'a text that is not empty') {
  return v.pipe(v.string(words), v.regex(/\S/, words))
}

/** A list that is not empty. */
export function list<const Item extends v.GenericSchema>(item: Item, words: string) {
  return v.pipe(v.array(item, words), v.minLength(1, words), v.readonly())
}

/** One of several strings. */
export function choice<const Values extends readonly string[]>(values: Values) {
  return v.picklist(values, oneOf(values))
}

/** An object with these keys and no others. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries, words: string) {
  const message = ({ expected, path }: v.BaseIssue<unknown>): string => {
    if (expected === 'never') return oneOf(Object.keys(entries))
    const missing = path && entries[String(path.at(-1)?.key)]
    return missing && 'message' in missing ? String(missing.message) : words
  }
  const schema = v.strictObject(entries, message)
  return v.pipe(noList<v.InferInput<typeof schema>>(words), schema, v.readonly())
}

/** An object with keys of one kind and values of one kind. */
export function table<const Key extends v.GenericSchema<string, string>, const Value extends v.GenericSchema>(
  key: Key,
  value: Value,
  words: string,
) {
  const schema = v.record(key, value, words)
  return v.pipe(noList<v.InferInput<typeof schema>>(words), schema, v.readonly())
}

/** The problems of a value; only the first unknown key of each object. */
export function problemsOf(schema: v.GenericSchema, value: unknown): readonly Problem[] {
  return (v.safeParse(schema, value).issues ?? []).map((issue) => toProblem(issue))
}

function toProblem(issue: v.BaseIssue<unknown>, above: Problem['path'] = []): Problem {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)]
  // If no alternative matches, report the one that matched deepest.
  const inner = issue.issues?.find((each) => each.path !== undefined)
  if (inner) return toProblem(inner, path)
  const isKey = issue.type === 'strict_object' && issue.expected === 'never'
  const known = [...issue.message.matchAll(/`([^`]*)`/g)].map(([, name]) => name!)
  return {
    path,
    actual: isKey ? path.at(-1) : issue.input,
    expected: expectedBy(issue, isKey),
    ...((isKey || issue.message.startsWith('one of ')) && { known }),
    isKey,
  }
}

/** What an issue expected. The messages that Valibot has for schemas without one also say what it received, as ours do. */
function expectedBy({ message, expected, type }: v.BaseIssue<unknown>, isKey: boolean): string {
  if (!message.startsWith('Invalid ')) return message
  if (isKey) return 'no option of that name'
  return type === 'strict_object' || expected === null ? 'a value' : expected
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.map((name) => `\`${name}\``).join(', ')}`
}

/** Rejects lists, which Valibot accepts as objects. */
function noList<Input>(words: string) {
  return v.custom<Input>((value) => !Array.isArray(value), words)
}
