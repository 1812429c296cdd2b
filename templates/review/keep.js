// Keeps decisions in this browser, or sends them to the server that the page comes from; says so if it cannot.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const metaOf = (name) => document.querySelector(`meta[name="lockstep-${name}"]`)?.content
  /** Limits of a request: slots, and characters, so that it stays below the limit of the server in any script. */
  const MOST = 200
  const LENGTH = 2_000_000
  let token = metaOf('token')
  /** Slots that the server does not have yet, and those that it refuses, by name. */
  const waiting = new Map()
  const refused = new Map()
  let isSending = false
  let most = MOST
  let pause = 1000
  let timer

  review.isServed = token !== undefined
  review.keepState = { failed: undefined, waiting: 0, refused: 0, reason: '' }

  /** What names in storage begin with: the place of the decisions, and the review. */
  const prefix = () => {
    const { base, head } = review.index
    return `lockstep-review ${JSON.stringify([metaOf('project') ?? location.pathname, base, head])} `
  }

  /** Slots of this browser: all that the reviewer changed, or those that the server did not get. */
  review.kept = () => {
    const found = []
    try {
      for (let at = 0; at < localStorage.length; at++) {
        const name = localStorage.key(at)
        if (name.startsWith(prefix())) found.push(JSON.parse(localStorage.getItem(name)))
      }
    } catch (error) {
      fail(error)
    }
    return found
  }

  /** Keeps slots, and sends them if there is a server. */
  review.keep = (slots) => {
    for (const slot of slots) {
      store(slot)
      if (token === undefined) continue
      const name = review.nameOf(slot)
      refused.delete(name)
      waiting.set(name, slot)
    }
    if (token !== undefined) review.send()
  }

  /** Sends what waits, one language after the other; what fails is sent again, and what the server refuses is set aside. */
  review.send = async () => {
    clearTimeout(timer)
    if (isSending || waiting.size === 0) return
    isSending = true
    const batch = nextBatch()
    show()
    try {
      const body = bodyOf(batch)
      let answer = await post(body)
      if (answer.status === 403 && (await renew())) answer = await post(body)
      const { message } = await answer.json()
      if (answer.ok) forget(batch)
      else if (answer.status === 400 || answer.status === 413) setAside(batch, message)
      else throw new Error(message, { cause: answer })
      pause = 1000
      review.keepState.failed = undefined
    } catch (error) {
      review.keepState.failed = error.cause ? error.message : ''
      pause = Math.min(pause * 2, 60_000)
      timer = setTimeout(review.send, pause)
    }
    isSending = false
    show()
    if (review.keepState.failed === undefined) review.send()
  }

  /** Sends again what the server did not get the last time. */
  review.resend = (slots) => {
    if (token === undefined) return
    for (const slot of slots) waiting.set(review.nameOf(slot), slot)
    review.send()
  }

  /** The first slots that wait, all of a language. */
  function nextBatch() {
    const [{ locale }] = waiting.values()
    const batch = []
    let length = 0
    for (const entry of waiting) {
      if (entry[1].locale !== locale) continue
      length += JSON.stringify(entry[1]).length
      if (batch.length === most || (batch.length > 0 && length > LENGTH)) break
      batch.push(entry)
    }
    return batch
  }

  function bodyOf(batch) {
    const slots = batch.map(([, slot]) => slot)
    return JSON.stringify({
      locale: slots[0].locale,
      set: slots.flatMap(({ decisions }) => decisions),
      remove: slots.filter(({ decisions }) => decisions.length === 0).map(({ key, reviewer }) => ({ key, reviewer })),
    })
  }

  function post(body) {
    return fetch('/decisions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Lockstep-Token': token },
      body,
    })
  }

  /** Gets the token of a server that was started again for the same review. */
  async function renew() {
    const session = await (await fetch('/session')).json()
    const { base, head } = review.index
    if (session.project !== metaOf('project') || session.base !== base || session.head !== head) return false
    token = session.token
    return true
  }

  /** Finds the slots that the server refuses by sending fewer at once; they stay in this browser. */
  function setAside(batch, message) {
    if (batch.length > 1) {
      most = Math.ceil(batch.length / 2)
      return
    }
    const [[name, slot]] = batch
    if (waiting.get(name) !== slot) return
    waiting.delete(name)
    refused.set(name, slot)
    review.keepState.reason = message
  }

  // The reviewer comes back from starting the server again.
  addEventListener('focus', () => review.send())

  addEventListener('beforeunload', (event) => {
    if (waiting.size > 0) event.preventDefault()
  })

  function store(slot) {
    try {
      localStorage.setItem(prefix() + review.nameOf(slot), JSON.stringify(slot))
    } catch (error) {
      fail(error)
    }
  }

  /** The server has these slots. */
  function forget(batch) {
    most = Math.min(most * 2, MOST)
    for (const [name, slot] of batch) {
      // It may have changed again in the meantime.
      if (waiting.get(name) !== slot) continue
      waiting.delete(name)
      try {
        localStorage.removeItem(prefix() + name)
      } catch {
        // It was never kept.
      }
    }
  }

  function fail(error) {
    if (token === undefined) review.keepState.failed = error.message
    show()
  }

  function show() {
    review.keepState.waiting = waiting.size
    review.keepState.refused = refused.size
    review.showKept?.()
  }
})()
