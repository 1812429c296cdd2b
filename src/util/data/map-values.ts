import { toDictionary } from './dictionary.ts'

/** An object of the same names, each with what a function makes of its value. */
export function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, name: string) => Result,
): Readonly<Record<string, Result>> {
  return toDictionary(
    Object.entries(record),
    ([name]) => name,
    ([name, value]) => map(value, name),
  )
}
