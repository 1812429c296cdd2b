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
      questions: runbook.readQuestions(root),
      values: [...root.querySelectorAll('[data-value-name]')].map((row) => ({ name: row.dataset.valueName })),
      sections: [...root.querySelectorAll('.part[data-letter]')].map((part) => ({
        letter: part.dataset.letter,
        title: runbook.plain(part.querySelector('.part-title')),
        steps: [...part.querySelectorAll('[data-ref]')].map((row) => {
          const cell = (name) => runbook.plain([...row.children].find((child) => child.matches(name)))
          const branches = runbook.readBranches(row, row.querySelector('[data-skips]'))
          return { ref: row.dataset.ref, situation: cell('.situation'), text: cell('.what'), ...branches }
        }),
      })),
    }
  }

  /** Numbers of statuses. */
  runbook.progressOf = (statuses) => {
    const count = (status) => statuses.filter((each) => each === status).length
    return {
      done: count('done'),
      notApplicable: count('notApplicable'),
      notTaken: count('notTaken'),
      open: count('open'),
      total: statuses.length,
    }
  }

  /** The log of a record of a text. */
  runbook.toLog = (content, record) => {
    const { values } = runbook.stateOf(record)
    const said = (key) => (typeof values[key]?.value === 'string' ? values[key].value : '')
    const time = (key) => (values[key] ? { text: said(key), at: values[key].time ?? null } : null)
    const answerTo = (id) => ['yes', 'no'].find((answer) => values[`${id}.${answer}`]) ?? null
    const sections = content.sections.map(({ letter, title, steps }) => ({
      letter,
      title,
      notApplicable: values[`${letter}/notApplicable`] !== undefined,
      taken: said(`${letter}/taken`),
      steps: steps.map(({ ref, situation, text }) => ({
        ref,
        situation,
        text,
        status: runbook.statusOf(ref, values, content),
        jumped: values[`${ref}/jumped`] !== undefined,
        observed: said(`${ref}/observed`),
        initials: said(`${ref}/initials`),
        time: time(`${ref}/time`),
      })),
    }))
    return {
      type: 'runbook-log',
      version: 1,
      exported: runbook.toIso(new Date()),
      record: record.record,
      runbook: content.runbook,
      incident: said('incident'),
      operator: said('operator'),
      started: time('started'),
      outageBegan: time('outageBegan'),
      outageEnded: time('outageEnded'),
      values: content.values.map(({ name }) => ({ name, value: said(`value/${name}`) })),
      progress: runbook.progressOf(sections.flatMap(({ steps }) => steps.map(({ status }) => status))),
      answers: (content.questions ?? []).map(({ id, question }) => ({ id, question, answer: answerTo(id) })),
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
