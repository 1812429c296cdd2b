/**
 * An object with an own property for each item, for names that hardly any other object has.
 *
 * V8 makes a class of each property that is added to a usual object, so one with many names of its own takes four times as long to
 * make as one that is a hash table from the beginning; only to list its values takes twice as long.
 */
export function toDictionary<Item, Value>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  makeValue: (item: Item) => Value,
): Record<string, Value> {
  const dictionary: Record<string, Value> = Object.create(null)
  for (const item of items) dictionary[nameOf(item)] = makeValue(item)
  // Not before, since a name may be `__proto__`.
  return Object.setPrototypeOf(dictionary, Object.prototype)
}
