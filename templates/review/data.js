// The data of a review: an index, read at once, and chunks of documents, read when something of them is shown.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  /** Number of chunks that stay unpacked. */
  const MOST = 60
  const chunks = new Map()
  const units = new Map()

  /** Reads the labels and the index. */
  review.read = async () => {
    Object.assign(review, JSON.parse(new TextDecoder().decode(review.bytesOf('data'))))
    review.index = await unpack('index')
    review.firsts = review.index.documents.map(({ first }) => first)
    review.byPath = new Map(review.index.documents.map((document, at) => [document.path, at]))
    review.itemOf = new Int32Array(review.index.units).fill(-1)
    for (let item = 0; item < review.index.items.members.length; item++)
      for (const unit of review.membersOf(item)) review.itemOf[unit] = item
  }

  /** The name of a state; a newer version may have kept others in this browser. */
  review.nameOfState = (state) => (`state.${state}` in review.labels ? review.label(`state.${state}`) : state)

  /** Returns a label with its `{{values}}` filled in; numbers are written as in the page's language. */
  review.label = (key, values = {}) => {
    const numbers = (review.numbers ??= new Intl.NumberFormat(review.language))
    return review.labels[key].replace(/\{\{(\w+)\}\}/g, (whole, name) => {
      const value = values[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole)
    })
  }

  /** The numbers of the units of an item. */
  review.membersOf = (item) => {
    const members = review.index.items.members[item]
    return typeof members === 'number' ? [members] : members
  }

  /** The index of the document of a unit. */
  review.documentOf = (unit) => {
    let [low, high] = [0, review.firsts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (review.firsts[middle] <= unit) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The number of units of a document. */
  review.countOf = (document) => (review.firsts[document + 1] ?? review.index.units) - review.firsts[document]

  /** Reads a document: its units and rendered rows. */
  review.open = async (document) => {
    const { chunk, at } = review.index.documents[document]
    const own = chunks.get(chunk) ?? unpack(`chunk-${chunk}`)
    // The one that was used last is the last.
    chunks.delete(chunk)
    chunks.set(chunk, own)
    if (chunks.size > MOST) chunks.delete(chunks.keys().next().value)
    const opened = (await own)[at]
    const first = review.firsts[document]
    opened.units.forEach((unit, number) => units.set(first + number, withTexts(unit)))
    if (units.size > 20_000) for (const number of [...units.keys()].slice(0, 10_000)) units.delete(number)
    return opened
  }

  /** Reads a unit by its number. */
  review.unit = async (number) => {
    const document = review.documentOf(number)
    return (await review.open(document)).units[number - review.firsts[document]]
  }

  /** The unit with a number, if it has been read. */
  review.peek = (number) => units.get(number)

  function withTexts(unit) {
    if (unit.old) return unit
    const [oldSource, newSource, oldTarget, newTarget] = unit.texts
    unit.old = { source: oldSource, target: oldTarget }
    unit.current = {
      source: newSource === 0 ? oldSource : newSource,
      target: newTarget === 0 ? oldTarget : newTarget,
    }
    return unit
  }

  async function unpack(id) {
    await arrival(id)
    const stream = new Blob([review.bytesOf(id)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return JSON.parse(await new Response(stream).text())
  }

  /** The bytes of a block. */
  review.bytesOf = (id) => {
    const text = atob(document.getElementById(id).textContent)
    const bytes = new Uint8Array(text.length)
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
    return bytes
  }

  /** Waits until the browser has read a block: something follows it, or the page has ended. */
  async function arrival(id) {
    while (document.readyState === 'loading' && !document.getElementById(id)?.nextElementSibling)
      await new Promise((done) => setTimeout(done, 10))
  }
})()
