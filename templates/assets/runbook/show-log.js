// Runbooks on the screen: a log to read and to print, in place of the page. It cannot be changed.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  /** Shows a log; `noteIn` says what is special about it, in one language. */
  runbook.showLog = (log, words, noteIn = () => '') => {
    const { labels } = words
    const { create } = lockstep
    const back = document.activeElement
    const place = [scrollX, scrollY]
    const { title, facts, sections, values, answers, signOff, history, remarks } = runbook.describe(log, words)
    const page = create('section', { className: 'log', lang: log.runbook.locale, tabIndex: -1 })
    const button = (name, action) => {
      const made = create('button', { type: 'button' })
      words.put(made, ({ labels }) => labels[name])
      made.addEventListener('click', action)
      return made
    }
    const actions = create('div', { className: 'actions' })
    actions.append(
      button('back', close),
      button('print', () => print()),
      button('exportJson', () => runbook.save(log, 'json', words)),
      button('exportMarkdown', () => runbook.save(log, 'markdown', words)),
    )
    page.append(actions, create('h1', { textContent: title }))
    const about = create('p', { className: 'read-only' })
    words.put(about, (tongue) => [tongue.labels.readOnly, noteIn(tongue)].filter(Boolean).join(' '))
    page.append(about)
    const list = create('dl', { className: 'facts' })
    for (const [name, value] of facts) {
      const line = create('div')
      line.append(create('dt', { textContent: name }), create('dd', { textContent: value || '–' }))
      list.append(line)
    }
    page.append(list)
    if (values.rows.length > 0) page.append(heading(labels.values), tableOf(values.head, values.rows))
    if (answers.rows.length > 0) page.append(heading(labels.questions), tableOf(answers.head, answers.rows))
    for (const section of sections) {
      const rows = section.rows.map(({ ref, cells, situation, texts, observed }) => [ref, { strong: situation, lines: [...texts, observed].filter(Boolean) }, ...cells])
      page.append(heading(section.title))
      if (section.taken) page.append(create('p', { textContent: section.taken }))
      page.append(tableOf(section.head, rows, 'steps'))
    }
    page.append(heading(labels.signOff))
    if (remarks) page.append(create('p', { className: 'said', textContent: runbook.labelled(labels.remarks, remarks) }))
    page.append(tableOf(signOff.head, signOff.rows))
    if (history.rows.length > 0) page.append(heading(labels.history), tableOf(history.head, history.rows))
    document.querySelector('body > .log')?.remove()
    document.body.append(page)
    document.body.classList.add('shows-log')
    page.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close()
    })
    scrollTo(0, 0)
    page.focus()

    function close() {
      page.remove()
      document.body.classList.remove('shows-log')
      scrollTo(...place)
      back?.focus({ preventScroll: true })
    }
  }

  function heading(textContent) {
    return lockstep.create('h2', { textContent })
  }

  /** A table; a cell is a text, or lines below a strong one. */
  function tableOf(head, rows, className = '') {
    const { create } = lockstep
    const table = create('table', { className })
    const top = table.createTHead().insertRow()
    for (const textContent of head) top.append(create('th', { scope: 'col', textContent }))
    const body = table.createTBody()
    for (const cells of rows) {
      const row = body.insertRow()
      for (const cell of cells) {
        const place = row.insertCell()
        if (typeof cell !== 'string') {
          if (cell.strong) place.append(create('strong', { textContent: cell.strong }))
          for (const textContent of cell.lines) place.append(create('div', { dir: 'auto', textContent }))
        } else place.textContent = cell
      }
    }
    return table
  }
})()
