// Runbooks on the screen: where records are kept; in memory if the browser keeps nothing.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  const PREFIX = 'lockstep-runbook:'

  /** Creates the store of a runbook: `[path, locale, hash, id of its chapter]` identify it. */
  runbook.createStore = (identity) => {
    const key = PREFIX + JSON.stringify(identity)
    let memory = null
    let kept = true
    const attempt = (action) => {
      try {
        return action()
      } catch {
        kept = false
        return null
      }
    }
    // Whether anything is kept shows only when something is written.
    attempt(() => {
      localStorage.setItem(`${PREFIX}test`, '')
      localStorage.removeItem(`${PREFIX}test`)
    })
    return {
      key,
      isKept: () => kept,
      read: () => {
        const text = kept ? attempt(() => localStorage.getItem(key)) : null
        return runbook.toRecord(parse(kept ? text : (memory ?? text)))
      },
      write: (record) => {
        memory = JSON.stringify(record)
        attempt(() => localStorage.setItem(key, memory))
      },
      clear: () => {
        memory = null
        attempt(() => localStorage.removeItem(key))
      },
      /** Records of other texts of the same runbook in the same language, the latest first. */
      others: () => attempt(() => othersOf(identity, key)) ?? [],
    }
  }

  function othersOf([path, locale, , id], own) {
    const records = []
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at)
      if (!key.startsWith(PREFIX) || key === own) continue
      const other = parse(key.slice(PREFIX.length))
      if (!Array.isArray(other) || other[0] !== path || other[1] !== locale || other[3] !== id) continue
      const kept = parse(localStorage.getItem(key))
      if (!runbook.isText(kept?.text)) continue
      const record = { ...runbook.toRecord(kept), text: kept.text }
      if (record.history.length > 0) records.push(record)
    }
    const last = ({ history }) => Date.parse(history.at(-1).at)
    return records.sort((one, other) => last(other) - last(one))
  }

  function parse(text) {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }

  runbook.parse = parse
})()
