// Runbooks on the screen: the log of a record, as `schema/runbook-log.schema.json` describes it.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  /** What the log needs of the text, which a record keeps so that it can be read when the text has changed. */
  runbook.readText = (root, locale) => {
    const otherLocale = root.matches('.bilingual') ? runbook.labels.secondLang : undefined
    /** The text of a node under a name and, in a bilingual runbook, its text in the other language under another name. */
    const inBoth = (name, otherName, node) => {
      const other = otherLocale && runbook.plainOther(node)
      return { [name]: runbook.plain(node), ...(other && { [otherName]: other }) }
    }
    const otherTitle = otherLocale && runbook.plain(root.querySelector('.head > .other'))
    const facts = [...root.querySelectorAll('[data-fact]')].map((fact) => {
      const value = fact.querySelector('dd')
      return [fact.dataset.fact, value.querySelector('time')?.dateTime ?? runbook.plain(value)]
    })
    const { path, hash, sourceHash } = root.dataset
    return {
      runbook: {
        path,
        title: runbook.plain(root.querySelector('h1')),
        ...(otherTitle && { otherTitle }),
        locale,
        ...(otherLocale && { otherLocale }),
        hash,
        sourceHash,
        facts: Object.fromEntries(facts),
      },
      values: [...root.querySelectorAll('[data-value-name]')].map((row) => ({ name: row.dataset.valueName })),
      sections: [...root.querySelectorAll('.part[data-letter]')].map((part) => ({
        letter: part.dataset.letter,
        ...inBoth('title', 'otherTitle', part.querySelector('.part-title')),
        ...(part.dataset.insteadOf && { insteadOf: part.dataset.insteadOf.split(' ') }),
        steps: [...part.querySelectorAll('[data-ref]')].map((row) => {
          const { dataset, children } = row
          const { ref } = dataset
          const skips = row.querySelector('[data-skips]')?.dataset.skips.split(' ')
          const cell = (name) => [...children].find((child) => child.matches(name))
          return {
            ref,
            ...inBoth('situation', 'otherSituation', cell('.situation')),
            ...inBoth('text', 'otherText', cell('.what')),
            ...branchOf(dataset, skips),
          }
        }),
      })),
      questions: [...root.querySelectorAll('.questions [data-question]')].map((line) => ({
        id: line.dataset.question,
        ...inBoth('question', 'otherQuestion', line.querySelector('.question-text')),
      })),
    }
  }

  /** What decides whether a step is taken: its choice, the answer that it holds for, and the steps that its jump skips. */
  function branchOf({ choice, question, answer }, skips) {
    return { ...(choice && { choice }), ...(question && { question, answer }), ...(skips && { skips }) }
  }

  /** How the steps of a text stand by the values of a record. What rules out a step also rules out the steps below it. */
  runbook.standingOf = ({ sections }, values) => {
    const steps = sections.flatMap((section) => section.steps)
    const byRef = new Map(steps.map((step) => [step.ref, step]))
    const byLetter = new Map(sections.map((section) => [section.letter, section]))
    const jumps = steps.filter(({ skips, ref }) => Array.isArray(skips) && values[`${ref}/jumped`])
    /** Whether a jump that was taken skips a step, or one above it. */
    const isSkipped = (ref) => jumps.some(({ skips }) => skips.some((skipped) => ref === skipped || ref.startsWith(`${skipped}.`)))
    /** Whether a line holds for the other answer to its question. */
    const isAnsweredOtherwise = ({ question, answer }) =>
      Boolean(question && values[`${question}.${answer === 'yes' ? 'no' : 'yes'}`])
    /** The other alternatives of a choice. */
    const othersOf = (ref) => {
      const choice = byRef.get(ref)?.choice
      return choice ? steps.filter((step) => step.choice === choice && step.ref !== ref).map((step) => step.ref) : []
    }
    const isBegun = (letter) => byLetter.get(letter)?.steps.some(({ ref }) => values[`${ref}/done`])
    /** Whether another section is worked through instead of a section. */
    const isReplaced = (letter) => {
      const insteadOf = byLetter.get(letter)?.insteadOf
      return Array.isArray(insteadOf) && insteadOf.some(isBegun) && !isBegun(letter)
    }
    /** Why the steps above, or the section, rule out a step; empty if they do not. */
    const statusAbove = (ref) => {
      const above = aboveOf(ref)
      const status = above ? statusOf(above) : ''
      return status === 'notApplicable' || status === 'notTaken' ? status : ''
    }
    const known = new Map()
    /** `done`, `notApplicable`, `notTaken` or `open`. */
    const statusOf = (ref) => {
      if (!known.has(ref)) known.set(ref, findStatus(ref))
      return known.get(ref)
    }
    const findStatus = (ref) => {
      const above = statusAbove(ref)
      if (above) return above
      if (values[`${ref}/notApplicable`] || isSkipped(ref)) return 'notApplicable'
      const step = byRef.get(ref)
      if ((step && isAnsweredOtherwise(step)) || isReplaced(ref)) return 'notTaken'
      if (values[`${ref}/done`]) return 'done'
      return othersOf(ref).some((other) => values[`${other}/done`]) ? 'notTaken' : 'open'
    }
    return { statusOf, statusAbove, isSkipped, isAnsweredOtherwise, isReplaced, othersOf }
  }

  /** The step above a step, or its section. */
  function aboveOf(ref) {
    const end = Math.max(ref.lastIndexOf('.'), ref.lastIndexOf('-'))
    return end < 0 ? '' : ref.slice(0, end)
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
  runbook.toLog = (text, record) => {
    const { values } = runbook.stateOf(record)
    const said = (key) => (typeof values[key]?.value === 'string' ? values[key].value : '')
    const time = (key) => (values[key] ? { text: said(key), at: values[key].time ?? null } : null)
    const { statusOf } = runbook.standingOf(text, values)
    const sections = text.sections.map(({ letter, title, otherTitle, steps }) => ({
      letter,
      title,
      ...(otherTitle && { otherTitle }),
      notApplicable: values[`${letter}/notApplicable`] !== undefined,
      taken: said(`taken.${letter}`),
      steps: steps.map(({ ref, situation, otherSituation, text, otherText }) => ({
        ref,
        situation,
        ...(otherSituation && { otherSituation }),
        text,
        ...(otherText && { otherText }),
        status: statusOf(ref),
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
      runbook: text.runbook,
      incident: said('incident'),
      operator: said('operator'),
      started: time('started'),
      outageBegan: time('outageBegan'),
      outageEnded: time('outageEnded'),
      values: text.values.map(({ name }) => ({ name, value: said(`value/${name}`) })),
      progress: runbook.progressOf(sections.flatMap(({ steps }) => steps.map(({ status }) => status))),
      answers: (text.questions ?? []).map(({ id, question, otherQuestion }) => ({
        id,
        question,
        ...(otherQuestion && { otherQuestion }),
        answer: ['yes', 'no'].find((each) => values[`${id}.${each}`]) ?? null,
      })),
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
