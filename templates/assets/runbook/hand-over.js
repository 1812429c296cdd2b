// Runbooks on the screen: takes over the log of another shift, and finds what was filled in for other versions of the text.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  /** Largest file that is read, in bytes. */
  const LARGEST = 20_000_000

  /** Takes logs from files. */
  runbook.takeFiles = (sheet) => {
    const input = sheet.bar.querySelector('[type="file"]')
    input.addEventListener('change', async () => {
      const [file] = input.files
      if (!file) return
      const log = file.size > LARGEST ? null : runbook.parse(await file.text().catch(() => ''))
      input.value = ''
      const message = sheet.bar.querySelector('.message')
      message.hidden = false
      sheet.words.put(message, take(sheet, log))
    })
  }

  /** Takes over a log, and returns a function that says in one language what became of it. */
  function take(sheet, log) {
    if (!isLog(log)) return ({ labels }) => labels.importInvalid
    const { path, hash, sourceHash } = log.runbook
    const own = sheet.text.runbook
    if (path !== own.path) return ({ labels }) => runbook.fill(labels.importOther, { path })
    // A log in another language has the same steps if both were made from the same source.
    const isSame = hash === own.hash || (typeof sourceHash === 'string' && sourceHash === own.sourceHash)
    if (!isSame) {
      runbook.showLog(log, sheet.words, versionNote(log))
      return ({ labels }) => labels.importVersion
    }
    const incident = sheet.toLog().incident.trim()
    const theirs = log.incident.trim()
    if (incident && theirs && incident !== theirs) return ({ labels }) => runbook.fill(labels.importIncident, { theirs, own: incident })
    const prefix = (ref) => ref.replace(/^\d*/, chapterOf(sheet))
    const entries = log.history.map((entry) => ({ ...entry, field: relocate(entry.field, prefix) }))
    const added = sheet.change((draft) => {
      if (draft.history.length === 0) draft.record = log.record
      return runbook.merge(draft, entries)
    })
    if (added === 0) return ({ labels }) => labels.importNothing
    const time = sheet.words.long(new Date(log.exported))
    return ({ labels, count }) => runbook.fill(labels.imported, { number: count(added), operator: log.operator || '–', time })
  }

  /** Number of the chapter in a book; empty outside of one. */
  function chapterOf({ text }) {
    return /^\d*/.exec(text.sections[0]?.letter ?? '')[0]
  }

  /** The name of a field here, whose steps may have the number of another chapter, or none. */
  function relocate(field, prefix) {
    if (field.startsWith('taken.')) return `taken.${prefix(field.slice(6))}`
    return /^\d*[A-Z]+(?:-[^/]+)?\/\w+$/.test(field) ? prefix(field) : field
  }

  function isLog(log) {
    const strings = [log?.record, log?.exported, log?.incident, log?.operator, log?.remarks]
    if (log?.type !== 'runbook-log' || log.version !== 1 || strings.some((text) => typeof text !== 'string')) return false
    if (!runbook.isText(log) || Number.isNaN(Date.parse(log.exported)) || !isObject(log.progress)) return false
    const steps = log.sections.flatMap((section) => section.steps)
    const areSteps = steps.every(({ initials, status, time }) => typeof initials === 'string' && typeof status === 'string' && isTime(time))
    const times = [log.started, log.outageBegan, log.outageEnded]
    const areSigned = Array.isArray(log.signOff) && log.signOff.every((by) => isObject(by) && isTime(by.time))
    const areAnswers = Array.isArray(log.answers) && log.answers.every((each) => isAnswer(each))
    const areValues = log.values.every(({ value }) => typeof value === 'string')
    return areSteps && areAnswers && areValues && areSigned && times.every(isTime) && Array.isArray(log.history) && log.history.every(runbook.isEntry)
  }

  function isAnswer(answer) {
    const { id, question, otherQuestion = '' } = answer ?? {}
    return [id, question, otherQuestion].every((text) => typeof text === 'string')
  }

  function isObject(value) {
    return typeof value === 'object' && value !== null
  }

  function isTime(time) {
    if (time === null || time === undefined) return true
    return typeof time.text === 'string' && (time.at === null || !Number.isNaN(Date.parse(time.at)))
  }

  function versionNote(log) {
    return ({ labels }) => runbook.fill(labels.otherVersion, { hash: log.runbook.hash })
  }

  /** Offers the records of other texts of the same runbook. */
  runbook.offerOthers = ({ root, store, words }) => {
    const offer = root.querySelector('.earlier')
    const records = store.others()
    offer.hidden = records.length === 0
    for (const record of records) {
      const log = runbook.toLog(record.text, record)
      const last = words.long(new Date(record.history.at(-1).at))
      const line = lockstep.create('li')
      const about = [last, log.incident, words.done(log.progress), log.runbook.hash].filter(Boolean).join(' · ')
      const button = lockstep.create('button', { type: 'button', textContent: words.labels.show })
      button.setAttribute('aria-label', runbook.labelled(words.labels.show, about))
      button.addEventListener('click', () => runbook.showLog(log, words, versionNote(log)))
      line.append(`${about} `, button)
      offer.querySelector('ul').append(line)
    }
  }
})()
