// Runbooks on the screen: what a log says, in the words of the locale, for the Markdown log and the log on the screen.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.describe = (log, words) => {
    const { labels } = words
    const moment = (value) => (value?.at ? words.long(new Date(value.at)) : (value?.text ?? ''))
    const { locale, otherLocale } = log.runbook
    const locales = [locale, otherLocale].filter(Boolean).join(', ')
    const status = { done: `☑ ${labels.done}`, notApplicable: labels.notApplicable, notTaken: labels.notTaken, open: '☐' }
    return {
      title: runbook.labelled(labels.log, runbook.line([log.runbook.title, log.runbook.otherTitle])),
      facts: [
        [labels.incident, log.incident],
        [labels.operator, log.operator],
        [labels.started, moment(log.started)],
        [labels.outageBegan, moment(log.outageBegan)],
        [labels.outageEnded, moment(log.outageEnded)],
        [labels.exported, moment({ at: log.exported })],
        [labels.progressName, words.progress(log.progress)],
        [labels.path, log.runbook.path],
        [labels.contentHash, `${locales} · ${log.runbook.hash}`],
      ],
      values: { head: [labels.placeholder, labels.value], rows: log.values.map(({ name, value }) => [name, value]) },
      answers: {
        head: [labels.questions, ''],
        rows: log.answers.map(({ id, question, otherQuestion, answer }) => [`${id} ${runbook.line([question, otherQuestion])}`, labels[answer] ?? '☐']),
      },
      sections: log.sections.map(({ letter, title, otherTitle, notApplicable, taken, steps }) => ({
        title: `${letter} ${runbook.line([title, otherTitle])}${notApplicable ? ` (${labels.notApplicable})` : ''}`,
        taken: taken ? `${labels.taken} ${taken}` : '',
        head: [labels.number, labels.step, labels.status, labels.initials, labels.time],
        rows: steps.map((step) => ({
          ref: step.ref,
          situation: runbook.line([step.situation, step.otherSituation]),
          texts: [step.text, step.otherText].filter(Boolean),
          observed: step.observed ? runbook.labelled(labels.observed, step.observed) : '',
          cells: [[status[step.status], step.jumped && `${words.arrow} ${labels.skipped}`].filter(Boolean).join(' '), step.initials, moment(step.time)],
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
