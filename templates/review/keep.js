// Keeps decisions in this browser, or sends them to the server that the page comes from; says so if it cannot.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  let token = document.querySelector('meta[name="lockstep-token"]')?.content
  /** Changes that the server does not have yet, by name: a decision, or what is gone. */
  const waiting = new Map()
  let isSending = false
  let pause = 1000
  let timer

  review.isServed = token !== undefined
  review.keepState = { failed: undefined, waiting: 0 }

  const prefix = () => `lockstep-review ${location.pathname} ${review.index.base} ${review.index.head} `

  /** Decisions of this browser, or those that the server did not get; those that were taken back have `isGone`. */
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

  /** Keeps changes, and sends them if there is a server. */
  review.keep = (changes) => {
    for (const { decision, gone } of changes) {
      store(decision, gone)
      if (token === undefined) continue
      const { key, reviewer } = decision ?? gone
      const locale = review.localeOf(decision ?? gone)
      waiting.set(review.nameOf({ key, reviewer }), { locale, decision, gone: { key, reviewer } })
    }
    if (token !== undefined) review.send()
  }

  /** Sends what waits, one language after the other; what fails is sent again. */
  review.send = async () => {
    clearTimeout(timer)
    if (isSending || waiting.size === 0) return
    isSending = true
    const [{ locale }] = waiting.values()
    const batch = [...waiting].filter(([, change]) => change.locale === locale).slice(0, 200)
    const set = batch.flatMap(([, { decision }]) => decision ?? [])
    const remove = batch.flatMap(([, { decision, gone }]) => (decision ? [] : gone))
    show()
    try {
      const body = JSON.stringify({ locale, set, remove })
      let answer = await post(body)
      if (answer.status === 403 && (await renew())) answer = await post(body)
      if (!answer.ok) {
        const { message } = await answer.json()
        throw new Error(message, { cause: answer })
      }
      for (const [name, change] of batch) {
        // It may have changed again in the meantime.
        if (waiting.get(name) !== change) continue
        waiting.delete(name)
        forget(change.gone)
      }
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
  review.resend = (decisions) => {
    if (token === undefined) return
    for (const decision of decisions) {
      const { key, reviewer, isGone } = decision
      const change = { locale: review.localeOf(decision), gone: { key, reviewer } }
      waiting.set(review.nameOf(decision), isGone ? change : { ...change, decision })
    }
    review.send()
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
    if (session.base !== review.index.base || session.head !== review.index.head) return false
    token = session.token
    return true
  }

  // The reviewer comes back from starting the server again.
  addEventListener('focus', () => review.send())

  addEventListener('beforeunload', (event) => {
    if (waiting.size > 0) event.preventDefault()
  })

  function store(decision, gone) {
    const { key, path, reviewer } = decision ?? gone
    const kept = decision ?? { key, path, reviewer, isGone: true }
    try {
      localStorage.setItem(prefix() + review.nameOf(kept), JSON.stringify(kept))
    } catch (error) {
      fail(error)
    }
  }

  function forget(decision) {
    try {
      localStorage.removeItem(prefix() + review.nameOf(decision))
    } catch {
      // It was never kept.
    }
  }

  function fail(error) {
    if (token === undefined) review.keepState.failed = error.message
    show()
  }

  function show() {
    review.keepState.waiting = waiting.size
    review.showKept?.()
  }
})()
