/**
 * Loads items in order, a few ahead of the current one, so that reading and processing overlap while only a
 * few items are in memory. `load` must not reject.
 */
export async function* readAhead<Item, Loaded>(
  items: readonly Item[],
  ahead: number,
  load: (item: Item) => Promise<Loaded>,
): AsyncGenerator<[Item, Loaded]> {
  const pending: Promise<Loaded>[] = []
  for (const [index, item] of items.entries()) {
    while (pending.length < ahead && index + pending.length < items.length) {
      pending.push(load(items[index + pending.length]!))
    }
    yield [item, await pending.shift()!]
  }
}
