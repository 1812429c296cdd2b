// Runbooks on the screen: the log as Markdown, in the words of the locale, and as files.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  /** Saves a log: `json` or `markdown`. */
  runbook.save = (log, kind, words) => {
    const isJson = kind === 'json'
    const content = isJson ? `${JSON.stringify(log, null, 2)}\n` : runbook.logToMarkdown(log, words)
    const stem = log.runbook.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
    const stamp = runbook.toIso(new Date()).slice(0, 16).replace(/:/g, '')
    const type = isJson ? 'application/json' : 'text/markdown'
    const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
    const download = `${stem}.${log.runbook.locale}.${stamp}.${isJson ? 'json' : 'md'}`
    lockstep.create('a', { href: url, download }).click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }

  runbook.logToMarkdown = (log, words) => {
    const { labels } = words
    const { title, facts, sections, values, answers, signOff, history, remarks } = runbook.describe(log, words)
    const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
    const sheet = ({ head, rows }) => table(head.map(escape), rows.map((cells) => cells.map(escape)))
    const heading = (text) => ['', `## ${escape(text)}`, '']
    return [
      `# ${escape(title)}`,
      '',
      ...facts.map(([name, value]) => `- ${runbook.labelled(escape(name), escape(value))}`),
      ...(values.rows.length > 0 ? [...heading(labels.values), ...sheet(values)] : []),
      ...(answers.rows.length > 0 ? [...heading(labels.questions), ...sheet(answers)] : []),
      ...sections.flatMap((section) => [
        ...heading(section.title),
        ...(section.taken ? [escape(section.taken), ''] : []),
        ...table(
          section.head.map(escape),
          section.rows.map(({ ref, cells, situation, texts, observed }) => [
            escape(ref),
            [situation && `**${escape(situation)}**`, ...texts.map(escape), escape(observed)].filter(Boolean).join('<br>'),
            ...cells.map(escape),
          ]),
        ),
      ]),
      ...heading(labels.signOff),
      ...(remarks ? [runbook.labelled(escape(labels.remarks), escape(remarks)), ''] : []),
      ...sheet(signOff),
      ...(history.rows.length > 0 ? [...heading(labels.history), ...sheet(history)] : []),
      '',
    ].join('\n')
  }

  /** Text that means itself in Markdown, on one line. */
  function escape(text) {
    return text.replace(/[^\S\u00a0\u202f]+/g, ' ').replace(/[\\`*_~[\]<>|&#]/g, '\\$&')
  }
})()
