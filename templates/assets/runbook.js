// Lockstep: lets a runbook be filled in on the screen. Without this script it is printed and filled in by hand.
;(() => {
  'use strict'

  const labels = document.currentScript.dataset
  const PREFIX = 'lockstep-runbook:'

  for (const root of document.querySelectorAll('.runbook[data-hash]')) makeFillable(root)

  /** Makes one runbook fillable; there may be several in a file. */
  function makeFillable(root) {
    const { lang } = root.closest('[lang]')
    const words = wordsOf(lang)
    const store = createStore(`${PREFIX}${JSON.stringify([root.dataset.path, lang, root.dataset.hash, root.id])}`)
    const bar = root.querySelector('.bar')
    const dialog = bar.querySelector('dialog')
    const inputs = new Map([...root.querySelectorAll('[data-field]')].map((input) => [keyOf(input), input]))
    const rows = [...root.querySelectorAll('[data-ref]')]
    const byRef = new Map(rows.map((row) => [row.dataset.ref, row]))
    const jumps = [...root.querySelectorAll('[data-skips]')]
    let state = store.read()

    for (const input of inputs.values()) {
      if (input.dataset.time) addNow(input)
      // For keyboards on the screen.
      if (input.matches('input')) input.enterKeyHint = 'next'
      if (input.dataset.field === 'initials') input.autocapitalize = 'characters'
    }
    root.classList.add('fillable')
    bar.hidden = false

    root.addEventListener('input', ({ target }) => {
      if (!target.matches('[data-field]')) return
      if (target.type === 'checkbox') change((draft) => tick(draft, target))
      else change((draft) => type(draft, target))
    })
    // A time that was typed is read once it is complete.
    root.addEventListener('change', ({ target }) => {
      if (target.dataset.time === 'short') change((draft) => readTime(draft, target))
    })
    root.addEventListener('keydown', moveOn)
    bar.addEventListener('click', ({ target }) => act(target.closest('button')?.dataset.action))
    addEventListener('storage', ({ key }) => {
      if (key === store.key || key === null) reload()
    })
    addEventListener('pageshow', reload)
    addEventListener('beforeunload', (event) => {
      if (!store.isKept() && Object.keys(state.values).length > 0) event.preventDefault()
    })
    show()

    /** Changes what is filled in. What another tab has done meanwhile is kept. */
    function change(edit) {
      const draft = store.read()
      edit(draft)
      state = draft
      store.write(state)
      show()
    }

    function reload() {
      state = store.read()
      show()
    }

    /** A box: one of “done” and “not applicable”, with time and initials where there are none yet. */
    function tick(draft, box) {
      const { values, initials } = draft
      const ref = refOf(box)
      if (!ref) return answer(values, box)
      if (box.dataset.field === 'jumped') return mark(values, keyOf(box), box.checked)
      // One alternative is taken, so that the others are not.
      if (box.checked) for (const other of othersOf(ref)) untick(values, other)
      const [time, by] = [`${ref}/time`, `${ref}/initials`]
      const boxes = [`${ref}/done`, `${ref}/notApplicable`]
      for (const key of boxes) delete values[key]
      if (box.checked) {
        values[keyOf(box)] = true
        values[time] ??= { ...words.now('short'), filled: true }
        if (initials) values[by] ??= { text: initials, filled: true }
        return
      }
      clearFilled(values, ref)
    }

    function untick(values, ref) {
      if (!values[`${ref}/done`]) return
      delete values[`${ref}/done`]
      clearFilled(values, ref)
    }

    /** What ticking filled in goes with the tick; what was typed stays. */
    function clearFilled(values, ref) {
      for (const key of [`${ref}/time`, `${ref}/initials`]) if (values[key]?.filled) delete values[key]
    }

    /** A question has one answer. */
    function answer(values, box) {
      const [id] = box.dataset.field.split('.')
      for (const each of ['yes', 'no']) delete values[`${id}.${each}`]
      mark(values, box.dataset.field, box.checked)
    }

    function mark(values, key, isMarked) {
      if (isMarked) values[key] = true
      else delete values[key]
    }

    /** The other alternatives of a choice. */
    function othersOf(ref) {
      const choice = byRef.get(ref)?.dataset.choice
      return choice ? rows.filter(({ dataset }) => dataset.choice === choice && dataset.ref !== ref).map(({ dataset }) => dataset.ref) : []
    }

    function type(draft, input) {
      const key = keyOf(input)
      if (input.value === '') delete draft.values[key]
      else draft.values[key] = { text: input.value }
      if (input.dataset.field === 'initials' && input.value.trim()) draft.initials = input.value.trim()
    }

    function readTime({ values }, input) {
      const value = values[keyOf(input)]
      if (value && !value.at) Object.assign(value, words.readTime(value.text))
    }

    /** A button that enters the time that it is; only there while there is none. */
    function addNow(input) {
      const long = input.dataset.time === 'long'
      const button = create('button', { type: 'button', className: 'now', title: labels.now })
      if (long) button.textContent = labels.now
      const name = input.getAttribute('aria-label') ?? plain(input.previousElementSibling)
      button.setAttribute('aria-label', `${labels.now}: ${name}`)
      button.addEventListener('click', () => {
        change(({ values }) => {
          values[keyOf(input)] = words.now(input.dataset.time)
        })
        input.focus()
      })
      input.after(button)
    }

    /** Enter leads to the next row’s box, from the header to its next field; with Shift back. */
    function moveOn(event) {
      const { target, key, shiftKey } = event
      if (key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (!target.matches('input[data-field]')) return
      event.preventDefault()
      const stops = [...inputs.values()].filter((input) => !input.disabled && (!refOf(input) || input.dataset.field === 'done'))
      const way = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
      const onTheWay = stops.filter((stop) => target.compareDocumentPosition(stop) & way)
      onTheWay.at(shiftKey ? -1 : 0)?.focus()
    }

    function act(action) {
      if (action === 'print') print()
      else if (action === 'json') save('json', 'application/json', `${JSON.stringify(toLog(), null, 2)}\n`)
      else if (action === 'markdown') save('md', 'text/markdown', logToMarkdown(toLog(), words))
      else if (action === 'reset') dialog.showModal()
      else if (action === 'cancel') dialog.close()
      else if (action === 'reset-now') {
        store.clear()
        reload()
        dialog.close()
      }
    }

    /** Shows what is filled in. */
    function show() {
      for (const [key, input] of inputs) {
        const value = state.values[key]
        if (input.type === 'checkbox') {
          input.checked = value === true
          continue
        }
        const text = value?.text ?? ''
        if (input.value !== text) input.value = text
        input.classList.toggle('has-value', text !== '')
        if (input.dataset.time) input.title = value?.at ? words.long(new Date(value.at)) : ''
      }
      for (const row of rows) {
        const { ref } = row.dataset
        const status = statusOf(ref)
        row.dataset.status = status
        const isOwn = status !== 'notApplicable' || state.values[`${ref}/notApplicable`]
        // Another alternative can still be taken.
        const isRuledOut = status === 'notTaken' && !(row.dataset.choice && !statusAbove(ref) && !isAnsweredOtherwise(row))
        row.classList.toggle('inherited', !isOwn || isRuledOut)
        for (const box of row.querySelectorAll('.tick [type="checkbox"]')) box.disabled = !isOwn || isRuledOut
        const reason = status === 'notTaken' ? labels.notTaken : isOwn ? '' : isSkipped(ref) ? labels.skipped : labels.notApplicable
        row.querySelector('.tick').dataset.state = reason
      }
      for (const line of root.querySelectorAll('[data-answer]')) line.classList.toggle('ruled-out', isAnsweredOtherwise(line))
      for (const link of root.querySelectorAll('.matrix .ref'))
        link.parentElement.dataset.status = statusOf(link.hash.slice(1))
      showProgress()
      root.querySelector('.kept').hidden = !store.isKept()
      root.querySelector('.not-kept').hidden = store.isKept()
    }

    function showProgress() {
      const { open, total } = progressOf(rows)
      const counts = words.progress(total - open, total)
      const text = `${counts} · ${open === 0 ? labels.allDone : words.open(open)}`
      const output = bar.querySelector('.counts')
      if (output.textContent !== text) output.textContent = text
      bar.classList.toggle('complete', open === 0)
      bar.querySelector('.meter').style.setProperty('--done', `${(100 * (total - open)) / (total || 1)}%`)
      for (const line of root.querySelectorAll(':is(.contents, .matrix) [data-letter]')) {
        const part = rows.filter((row) => row.closest('[data-letter]')?.dataset.letter === line.dataset.letter)
        const own = progressOf(part)
        const count = line.querySelector('.count')
        count.hidden = false
        count.textContent = words.share(own.total - own.open, own.total)
        count.classList.toggle('complete', own.open === 0)
      }
    }

    /** What rules out a step also rules out the steps below it. */
    function statusOf(ref) {
      const above = statusAbove(ref)
      if (above) return above
      if (state.values[`${ref}/notApplicable`] || isSkipped(ref)) return 'notApplicable'
      const row = byRef.get(ref)
      if (row && isAnsweredOtherwise(row)) return 'notTaken'
      if (state.values[`${ref}/done`]) return 'done'
      return othersOf(ref).some((other) => state.values[`${other}/done`]) ? 'notTaken' : 'open'
    }

    /** Why the steps above rule out a step; empty if they do not. */
    function statusAbove(ref) {
      const above = ref.includes('.') ? ref.slice(0, ref.lastIndexOf('.')) : ''
      const status = above ? statusOf(above) : ''
      return status === 'notApplicable' || status === 'notTaken' ? status : ''
    }

    /** Whether a jump that was taken skips a step, or one above it. */
    function isSkipped(ref) {
      return jumps.some(
        (box) =>
          state.values[keyOf(box)] &&
          box.dataset.skips.split(' ').some((skipped) => ref === skipped || ref.startsWith(`${skipped}.`)),
      )
    }

    /** Whether a line holds for the other answer to its question. */
    function isAnsweredOtherwise({ dataset: { question, answer } }) {
      return Boolean(question && state.values[`${question}.${answer === 'yes' ? 'no' : 'yes'}`])
    }

    function progressOf(part) {
      const count = (status) => part.filter((row) => row.dataset.status === status).length
      return {
        done: count('done'),
        notApplicable: count('notApplicable'),
        notTaken: count('notTaken'),
        open: count('open'),
        total: part.length,
      }
    }

    /** What was done, as `schema/runbook-log.schema.json` describes it. */
    function toLog() {
      const text = (key) => state.values[key]?.text ?? ''
      const time = (key) => (state.values[key] ? { text: text(key), at: state.values[key].at ?? null } : null)
      const facts = [...root.querySelectorAll('[data-fact]')].map((fact) => {
        const value = fact.querySelector('dd')
        return [fact.dataset.fact, value.querySelector('time')?.dateTime ?? plain(value)]
      })
      return {
        type: 'runbook-log',
        version: 1,
        exported: toIso(new Date()),
        runbook: {
          path: root.dataset.path,
          title: plain(root.querySelector('h1')),
          locale: lang,
          hash: root.dataset.hash,
          facts: Object.fromEntries(facts),
        },
        incident: text('incident'),
        operator: text('operator'),
        started: time('started'),
        progress: progressOf(rows),
        answers: [...root.querySelectorAll('.questions [data-question]')].map((line) => {
          const { question } = line.dataset
          const given = ['yes', 'no'].find((each) => state.values[`${question}.${each}`])
          return { id: question, question: plain(line.querySelector('.question-text')), answer: given ?? null }
        }),
        sections: [...root.querySelectorAll('.part[data-letter]')].map((part) => ({
          letter: part.dataset.letter,
          title: plain(part.querySelector('.part-title')),
          taken: text(`taken.${part.dataset.letter}`),
          steps: [...part.querySelectorAll('[data-ref]')].map(({ dataset: { ref, status }, children }) => {
            const cell = (name) => plain([...children].find((child) => child.matches(name)))
            return {
              ref,
              situation: cell('.situation'),
              text: cell('.what'),
              status,
              jumped: state.values[`${ref}/jumped`] === true,
              observed: text(`${ref}/observed`),
              initials: text(`${ref}/initials`),
              time: time(`${ref}/time`),
            }
          }),
        })),
        remarks: text('remarks'),
        signOff: ['performedBy', 'checkedBy'].map((role) => ({
          role,
          name: text(`${role}.name`),
          signature: text(`${role}.signature`),
          time: time(`${role}.time`),
        })),
      }
    }

    function save(ending, type, content) {
      const stem = root.dataset.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
      const stamp = toIso(new Date()).slice(0, 16).replace(/:/g, '')
      const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
      create('a', { href: url, download: `${stem}.${lang}.${stamp}.${ending}` }).click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    }
  }

  /** Where a state is kept; in memory where the browser keeps nothing. */
  function createStore(key) {
    let memory = null
    let kept = true
    const attempt = (action) => {
      try {
        return action()
      } catch {
        kept = false
        return null
      }
    }
    const write = (text) => {
      memory = text
      attempt(() => localStorage.setItem(key, text))
    }
    const read = () => {
      const text = kept ? attempt(() => localStorage.getItem(key)) : null
      return toState(parse(kept ? text : (memory ?? text)))
    }
    const clear = () => {
      memory = null
      attempt(() => localStorage.removeItem(key))
    }
    // Whether anything is kept shows only when something is written.
    attempt(() => {
      localStorage.setItem(`${PREFIX}test`, '')
      localStorage.removeItem(`${PREFIX}test`)
    })
    return { key, read, write: (state) => write(JSON.stringify(state)), clear, isKept: () => kept }
  }

  function parse(text) {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }

  /** What was kept, without what is damaged. */
  function toState(kept) {
    const isWhole = (value) =>
      value === true || (typeof value?.text === 'string' && (!value.at || !Number.isNaN(Date.parse(value.at))))
    const values = Object.entries(kept?.values ?? {}).filter(([, value]) => isWhole(value))
    return { values: Object.fromEntries(values), initials: typeof kept?.initials === 'string' ? kept.initials : '' }
  }

  /** Numbers, times and sentences as a locale writes them. */
  function wordsOf(tag) {
    const locale = localeOf(tag)
    const number = new Intl.NumberFormat(locale)
    const plural = new Intl.PluralRules(locale)
    const formats = {
      short: new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeStyle: 'short' }),
      long: new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'short' }),
    }
    const digits = new Map(Array.from({ length: 10 }, (_, digit) => [number.format(digit), `${digit}`]))
    const halves = [1, 13].map((hour) => {
      const parts = formats.short.formatToParts(new Date(2000, 0, 1, hour))
      return parts.find(({ type }) => type === 'dayPeriod')?.value.toLowerCase()
    })
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
    const stamp = (date, style) => ({ text: formats[style].format(date), at: toIso(date) })
    return {
      long: (date) => formats.long.format(date),
      now: (style) => stamp(new Date(), style),
      share: (done, total) => `${number.format(done)} / ${number.format(total)}`,
      progress: (done, total) => fill(labels.progress, { done: number.format(done), total: number.format(total) }),
      open: (count) => {
        const form = plural.select(count)
        const text = labels[`open${form[0].toUpperCase()}${form.slice(1)}`] ?? labels.openOther
        return fill(text, { number: number.format(count) })
      },
      /** A time of day as typed, taken as the last one that has been; `null` for anything else. */
      readTime: (text) => {
        const ascii = [...text.trim().toLowerCase()].map((char) => digits.get(char) ?? char).join('')
        const half = halves.findIndex((name) => name && ascii.includes(name))
        const bare = half < 0 ? ascii : ascii.replace(halves[half], '').trim()
        const [, hours, minutes] = /^(\d{1,2})\s?[:.h]?\s?(\d{2})$/.exec(bare) ?? []
        if (hours === undefined) return null
        const hour = half < 0 ? Number(hours) : (Number(hours) % 12) + 12 * half
        if (hour > 23 || Number(minutes) > 59) return null
        const now = new Date()
        const date = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour, Number(minutes))
        if (date > now) date.setDate(date.getDate() - 1)
        return stamp(date, 'short')
      },
    }
  }

  /** The tag as `Intl` takes it; what is no tag gives the browser’s own locale. */
  function localeOf(tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0]
    } catch {
      return undefined
    }
  }

  /** What was done as a document, in the words of the locale. */
  function logToMarkdown(log, words) {
    const { runbook, progress } = log
    const time = (value) => (value?.at ? words.long(new Date(value.at)) : (value?.text ?? ''))
    const entry = ([name, value]) => `- ${escape(name)}: ${escape(value)}`
    const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
    const status = { done: `☑ ${labels.done}`, notApplicable: labels.notApplicable, notTaken: labels.notTaken, open: '☐' }
    const noted = ({ observed }) => observed && `${escape(labels.observed)}: ${escape(observed)}`
    const answers = log.answers.map(({ id, question, answer }) => entry([`${id} ${question}`, labels[answer] ?? '☐']))
    const open = progress.open === 0 ? labels.allDone : words.open(progress.open)
    const head = [
      [labels.incident, log.incident],
      [labels.operator, log.operator],
      [labels.started, time(log.started)],
      [labels.exported, time({ at: log.exported })],
      [labels.progressName, `${words.progress(progress.total - progress.open, progress.total)} · ${open}`],
      [labels.path, runbook.path],
      [labels.contentHash, `${runbook.locale} · ${runbook.hash}`],
    ]
    const parts = log.sections.map(({ letter, title, taken, steps }) => [
      `## ${letter} ${escape(title)}`,
      '',
      ...(taken ? [`${escape(labels.taken)} ${escape(taken)}`, ''] : []),
      ...table(
        [labels.number, labels.step, labels.status, labels.initials, labels.time].map(escape),
        steps.map((step) => [
          step.ref,
          [step.situation && `**${escape(step.situation)}**`, escape(step.text), noted(step)].filter(Boolean).join('<br>'),
          escape([status[step.status], step.jumped && `→ ${labels.skipped}`].filter(Boolean).join(' ')),
          escape(step.initials),
          escape(time(step.time)),
        ]),
      ),
      '',
    ])
    const signOff = log.signOff.map(({ role, ...by }) => [labels[role], by.name, by.signature, time(by.time)].map(escape))
    return [
      `# ${escape(labels.log)}: ${escape(runbook.title)}`,
      '',
      ...head.map(entry),
      '',
      ...(answers.length > 0 ? [`## ${escape(labels.questions)}`, '', ...answers, ''] : []),
      ...parts.flat(),
      `## ${escape(labels.signOff)}`,
      '',
      ...(log.remarks ? [`${escape(labels.remarks)}: ${escape(log.remarks)}`, ''] : []),
      ...table(['', labels.name, labels.signature, labels.dateAndTime].map(escape), signOff),
      '',
    ].join('\n')
  }

  /** Text that means itself in Markdown, on one line. */
  function escape(text) {
    return text.replace(/\s+/g, ' ').replace(/[\\`*_~[\]<>|&#]/g, '\\$&')
  }

  /** The moment with the offset of the place from UTC (ISO 8601). */
  function toIso(date) {
    const offset = -date.getTimezoneOffset()
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19)
    const two = (value) => `${Math.trunc(value)}`.padStart(2, '0')
    return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
  }

  /** Name of a field: `incident`, `A-1/time`. */
  function keyOf(input) {
    const ref = refOf(input)
    return ref ? `${ref}/${input.dataset.field}` : input.dataset.field
  }

  function refOf(node) {
    return node.closest('[data-ref]')?.dataset.ref
  }

  /** Text of a node as it reads on a line; the other language and buttons left out. */
  function plain(node) {
    if (!node) return ''
    const copy = node.cloneNode(true)
    for (const extra of copy.querySelectorAll('.other, .link-number, button, .observed, .jump')) extra.remove()
    for (const block of copy.querySelectorAll('p, li, pre, tr, div, br')) block.after(' ')
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }

  function create(name, properties) {
    return Object.assign(document.createElement(name), properties)
  }
})()
