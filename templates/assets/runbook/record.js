// Runbooks on the screen: what was filled in, as an append-only list of entries; the last entry of a field holds.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  /** A record as kept, without what is damaged; a new one if nothing is left of it. */
  runbook.toRecord = (kept) => {
    const history = Array.isArray(kept?.history) ? kept.history.filter(isEntry) : []
    return { record: typeof kept?.record === 'string' ? kept.record : newId(), history }
  }

  /** Whether a value is an entry; those of files come from anywhere. */
  function isEntry(entry) {
    const isTime = (text) => typeof text === 'string' && !Number.isNaN(Date.parse(text))
    if (typeof entry?.id !== 'string' || typeof entry.field !== 'string' || !isTime(entry.at)) return false
    const isValue = typeof entry.value === 'string' || entry.value === true || entry.value === null
    return isValue && typeof entry.by === 'string' && (entry.time == null || isTime(entry.time))
  }

  runbook.isEntry = isEntry

  function isText(text) {
    const areStrings = (value, ...names) => names.every((name) => typeof value?.[name] === 'string')
    /** Texts in the second language of a bilingual runbook. */
    const mayBeStrings = (value, ...names) => names.every((name) => value[name] === undefined || typeof value[name] === 'string')
    return (
      areStrings(text?.runbook, 'path', 'title', 'locale', 'hash') &&
      mayBeStrings(text.runbook, 'otherTitle', 'otherLocale') &&
      Array.isArray(text.values) &&
      text.values.every((value) => areStrings(value, 'name')) &&
      (text.questions === undefined ||
        (Array.isArray(text.questions) && text.questions.every((each) => areStrings(each, 'id', 'question') && mayBeStrings(each, 'otherQuestion')))) &&
      Array.isArray(text.sections) &&
      text.sections.every(
        (section) =>
          areStrings(section, 'letter', 'title') &&
          mayBeStrings(section, 'otherTitle') &&
          Array.isArray(section.steps) &&
          section.steps.every(
            (step) => areStrings(step, 'ref', 'situation', 'text') && mayBeStrings(step, 'otherSituation', 'otherText'),
          ),
      )
    )
  }

  runbook.isText = isText

  /** The values that hold, by field, and the initials used last. */
  runbook.stateOf = ({ history }) => {
    const values = Object.create(null)
    let initials = ''
    for (const entry of history) {
      if (entry.value === null) delete values[entry.field]
      else values[entry.field] = entry
      if (/\/initials$/.test(entry.field) && !entry.filled && typeof entry.value === 'string') initials = entry.value.trim() || initials
    }
    return { values, initials }
  }

  /** Adds an entry. A text that is still being typed stays one entry. */
  runbook.enter = (record, field, { value, time = null, filled = false, open = false }) => {
    const { values, initials } = runbook.stateOf(record)
    const last = record.history.at(-1)
    const by = values.operator?.value || initials
    const entry = { id: newId(), at: runbook.toIso(new Date()), by, field, value, time, filled }
    if (last?.open && last.field === field) record.history.pop()
    else runbook.close(record)
    const isEmpty = value === null && !record.history.some((each) => each.field === field)
    if (!isEmpty) record.history.push(open ? { ...entry, open } : entry)
  }

  /** Ends the typing of a text: from now on its entry stays as it is. */
  runbook.close = (record) => {
    const last = record.history.at(-1)
    if (last?.open) delete last.open
  }

  /** Adds the entries of another record that are not in this one, in order of time. Returns their number. */
  runbook.merge = (record, entries) => {
    runbook.close(record)
    const known = new Set(record.history.map(({ id }) => id))
    const added = entries.filter(({ id }) => !known.has(id) && known.add(id)).map(runbook.bare)
    if (added.length > 0)
      record.history = [...record.history, ...added].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    return added.length
  }

  /** An entry as logs have it. */
  runbook.bare = ({ id, at, by, field, value, time, filled }) => ({
    id,
    at,
    by,
    field,
    value,
    time: time ?? null,
    filled: filled === true,
  })

  /** A new name; `randomUUID` exists in secure contexts only. */
  function newId() {
    return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(36).padStart(2, '0')).join('')
  }
})()
