// Runbooks on the screen: what choices, jumps and answers rule out.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  const indexes = new WeakMap()

  /** What the log needs of a step’s branches; fields that say nothing are left out. */
  runbook.readBranches = ({ dataset: { choice, question, answer } }, jump) => ({
    ...(choice && { choice }),
    ...(question && { question, answer }),
    ...(jump && { skips: jump.dataset.skips.split(' ') }),
  })

  /** The questions at the head. */
  runbook.readQuestions = (root) =>
    [...root.querySelectorAll('.questions [data-question]')].map((line) => ({
      id: line.dataset.question,
      question: runbook.plain(line.querySelector('.question-text')),
    }))

  /** The other alternatives of the choice of a step, by their names. */
  runbook.othersOf = (ref, text) => {
    const { steps, choices } = indexOf(text)
    return (choices.get(steps.get(ref)?.choice) ?? []).filter((other) => other !== ref)
  }

  /** Whether a line holds for the other answer to its question. */
  runbook.isAnsweredOtherwise = ({ question, answer }, values) =>
    Boolean(question && values[`${question}.${answer === 'yes' ? 'no' : 'yes'}`])

  /** Whether a jump that was taken skips a step, or one above it. */
  runbook.isSkipped = (ref, values, text) =>
    indexOf(text).jumps.some(
      (step) => values[`${step.ref}/jumped`] && step.skips.some((skipped) => ref === skipped || ref.startsWith(`${skipped}.`)),
    )

  /**
   * What a record says of a step: `done`, `notApplicable` (also if a jump skips it), `notTaken` by a choice or an answer, `open`. What rules
   * out a step or a section also rules out the steps below it.
   */
  runbook.statusOf = (ref, values, text) => {
    const above = runbook.ruledOutAbove(ref, values, text)
    if (above) return above
    if (values[`${ref}/notApplicable`] || runbook.isSkipped(ref, values, text)) return 'notApplicable'
    if (runbook.isAnsweredOtherwise(indexOf(text).steps.get(ref) ?? {}, values)) return 'notTaken'
    if (values[`${ref}/done`]) return 'done'
    return runbook.othersOf(ref, text).some((other) => values[`${other}/done`]) ? 'notTaken' : 'open'
  }

  /** How the step above a step, or its section, is ruled out; empty if it is not. */
  runbook.ruledOutAbove = (ref, values, text) => {
    const end = Math.max(ref.lastIndexOf('.'), ref.lastIndexOf('-'))
    const status = end < 0 ? '' : runbook.statusOf(ref.slice(0, end), values, text)
    return status === 'notApplicable' || status === 'notTaken' ? status : ''
  }

  function indexOf(text) {
    const known = indexes.get(text)
    if (known) return known
    const steps = text.sections.flatMap((section) => section.steps)
    const choices = new Map()
    for (const { ref, choice } of steps) if (choice) choices.set(choice, [...(choices.get(choice) ?? []), ref])
    const index = {
      steps: new Map(steps.map((step) => [step.ref, step])),
      choices,
      jumps: steps.filter(({ skips }) => Array.isArray(skips)),
    }
    indexes.set(text, index)
    return index
  }
})()
