/**
 * Creates an object with an own property for each item, in dictionary mode: for names that few other objects
 * share.
 *
 * V8 creates a hidden class for each property added to a normal object, so an object with many unique names
 * takes four times as long to create as one that is a hash table from the start. Only listing its values
 * takes twice as long.
 */
export function toDictionary<Item, Value>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  makeValue: (item: Item) => Value,
): Record<string, Value> {
  const dictionary: Record<string, Value> = Object.create(null)
  for (const item of items) dictionary[nameOf(item)] = makeValue(item)
  // Last, since a name can be `__proto__`.
  return Object.setPrototypeOf(dictionary, Object.prototype)
}
