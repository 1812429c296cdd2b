// Runbooks on the screen: the log of a record, as `schema/runbook-log.schema.json` describes it.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  /** What the log needs of the text, which a record keeps so that it can be read when the text has changed. */
  runbook.readText = (root, locale) => {
    const facts = [...root.querySelectorAll('[data-fact]')].map((fact) => {
      const value = fact.querySelector('dd')
      return [fact.dataset.fact, value.querySelector('time')?.dateTime ?? runbook.plain(value)]
    })
    const { path, hash, sourceHash } = root.dataset
    return {
      runbook: { path, title: runbook.plain(root.querySelector('h1')), locale, hash, sourceHash, facts: Object.fromEntries(facts) },
      values: [...root.querySelectorAll('[data-value-name]')].map((row) => ({ name: row.dataset.valueName })),
      sections: [...root.querySelectorAll('.part[data-letter]')].map((part) => ({
        letter: part.dataset.letter,
        title: runbook.plain(part.querySelector('.part-title')),
        steps: [...part.querySelectorAll('[data-ref]')].map(({ dataset: { ref }, children }) => {
          const cell = (name) => runbook.plain([...children].find((child) => child.matches(name)))
          return { ref, situation: cell('.situation'), text: cell('.what') }
        }),
      })),
    }
  }

  /** What a record says of a step: `done`, `notApplicable` (also by a step above it or its section), `open`. */
  runbook.statusOf = (ref, values) => {
    for (let above = ref; above; above = aboveOf(above)) if (values[`${above}/notApplicable`]) return 'notApplicable'
    return values[`${ref}/done`] ? 'done' : 'open'
  }

  /** The step above a step, or its section. */
  function aboveOf(ref) {
    const end = Math.max(ref.lastIndexOf('.'), ref.lastIndexOf('-'))
    return end < 0 ? '' : ref.slice(0, end)
  }

  /** Numbers of statuses. */
  runbook.progressOf = (statuses) => {
    const count = (status) => statuses.filter((each) => each === status).length
    return { done: count('done'), notApplicable: count('notApplicable'), open: count('open'), total: statuses.length }
  }

  /** The log of a record of a text. */
  runbook.toLog = (text, record) => {
    const { values } = runbook.stateOf(record)
    const said = (key) => (typeof values[key]?.value === 'string' ? values[key].value : '')
    const time = (key) => (values[key] ? { text: said(key), at: values[key].time ?? null } : null)
    const sections = text.sections.map(({ letter, title, steps }) => ({
      letter,
      title,
      notApplicable: values[`${letter}/notApplicable`] !== undefined,
      steps: steps.map(({ ref, situation, text }) => ({
        ref,
        situation,
        text,
        status: runbook.statusOf(ref, values),
        initials: said(`${ref}/initials`),
        time: time(`${ref}/time`),
      })),
    }))
    return {
      type: 'runbook-log',
      version: 1,
      exported: runbook.toIso(new Date()),
      record: record.record,
      runbook: text.runbook,
      incident: said('incident'),
      operator: said('operator'),
      started: time('started'),
      outageBegan: time('outageBegan'),
      outageEnded: time('outageEnded'),
      values: text.values.map(({ name }) => ({ name, value: said(`value/${name}`) })),
      progress: runbook.progressOf(sections.flatMap(({ steps }) => steps.map(({ status }) => status))),
      sections,
      remarks: said('remarks'),
      signOff: ['performedBy', 'checkedBy'].map((role) => ({
        role,
        name: said(`${role}.name`),
        signature: said(`${role}.signature`),
        time: time(`${role}.time`),
      })),
      history: record.history.map(runbook.bare),
    }
  }
})()
