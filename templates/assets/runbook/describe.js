// Runbooks on the screen: what a log says, in the words of the locale, for the Markdown log and the log on the screen.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.describe = (log, words) => {
    const { labels } = runbook
    const moment = (value) => (value?.at ? words.long(new Date(value.at)) : (value?.text ?? ''))
    const { progress } = log
    const open = progress.open === 0 ? labels.allDone : words.open(progress.open)
    const status = { done: `☑ ${labels.done}`, notApplicable: labels.notApplicable, notTaken: labels.notTaken, open: '☐' }
    return {
      title: runbook.labelled(labels.log, log.runbook.title),
      facts: [
        [labels.incident, log.incident],
        [labels.operator, log.operator],
        [labels.started, moment(log.started)],
        [labels.outageBegan, moment(log.outageBegan)],
        [labels.outageEnded, moment(log.outageEnded)],
        [labels.exported, moment({ at: log.exported })],
        [labels.progressName, `${words.progress(progress.total - progress.open, progress.total)} · ${open}`],
        [labels.path, log.runbook.path],
        [labels.contentHash, `${log.runbook.locale} · ${log.runbook.hash}`],
      ],
      values: { head: [labels.placeholder, labels.value], rows: log.values.map(({ name, value }) => [name, value]) },
      answers: {
        head: [labels.questions, ''],
        rows: log.answers.map(({ id, question, answer }) => [`${id} ${question}`, labels[answer] ?? '☐']),
      },
      sections: log.sections.map(({ letter, title, notApplicable, taken, steps }) => ({
        title: `${letter} ${title}${notApplicable ? ` (${labels.notApplicable})` : ''}`,
        taken: taken ? `${labels.taken} ${taken}` : '',
        head: [labels.number, labels.step, labels.status, labels.initials, labels.time],
        rows: steps.map((step) => ({
          ref: step.ref,
          situation: step.situation,
          text: step.text,
          observed: step.observed ? runbook.labelled(labels.observed, step.observed) : '',
          cells: [[status[step.status], step.jumped && `→ ${labels.skipped}`].filter(Boolean).join(' '), step.initials, moment(step.time)],
        })),
      })),
      remarks: log.remarks,
      signOff: {
        head: ['', labels.name, labels.signature, labels.dateAndTime],
        rows: log.signOff.map(({ role, ...by }) => [labels[role], by.name, by.signature, moment(by.time)]),
      },
      history: {
        head: [labels.time, labels.who, labels.entry, labels.value],
        rows: log.history.map((entry) => {
          const value = entry.value === true ? '☑' : entry.value === null ? labels.removed : entry.value
          return [words.exact(new Date(entry.at)), entry.by, nameOf(entry.field, labels), value]
        }),
      },
    }
  }

  /** A field as readers know it: `A-1 · Done`, `Operator`, `<Pool FQDN>`. */
  function nameOf(field, labels) {
    if (field.startsWith('value/')) return runbook.labelled(labels.value, field.slice(6))
    const [, ref, name] = /^(.+)\/(\w+)$/.exec(field) ?? [undefined, '', field]
    const words = name.split('.').map((word) => (Object.hasOwn(labels, word) ? labels[word] : word === 'time' ? labels.time : word))
    return [ref, words.join(' · ')].filter(Boolean).join(' · ')
  }
})()
