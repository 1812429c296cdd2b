// Lockstep: lets runbooks be filled in on the screen. Without these scripts they are printed and filled in by hand.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  // The other scripts follow this one.
  queueMicrotask(() => {
    for (const root of document.querySelectorAll('.runbook[data-hash]')) makeFillable(root)
  })

  /** Makes one runbook fillable; there may be several in a file. */
  function makeFillable(root) {
    const { lang } = root.closest('[lang]')
    const words = runbook.wordsOf(root)
    const store = runbook.createStore([root.dataset.path, lang, root.dataset.hash, root.id])
    const bar = root.querySelector('.bar')
    const inputs = new Map([...root.querySelectorAll('[data-field]')].map((input) => [keyOf(input), input]))
    // The text as it is before any value is filled in.
    const text = runbook.readText(root, lang)
    const rows = [...root.querySelectorAll('[data-ref]')]
    const sheet = { root, lang, words, store, bar, inputs, rows, text, change, reload, toLog }
    let record = store.read()

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
      if (target.dataset.time) runbook.accept(target)
      else if (target.type === 'checkbox') change((draft) => tick(draft, target))
      else change((draft) => runbook.enter(draft, keyOf(target), { value: target.value || null, open: true }))
    })
    root.addEventListener('change', ({ target }) => {
      if (!target.matches('[data-field]') || target.type === 'checkbox') return
      // A time is read once it is complete; other texts are complete now.
      if (target.dataset.time) readTime(target)
      else change(runbook.close)
    })
    root.addEventListener('keydown', moveOn)
    bar.addEventListener('click', ({ target }) => act(target.closest('button')?.dataset.action))
    addEventListener('storage', ({ key }) => {
      if (key === store.key || key === null) reload()
    })
    addEventListener('pageshow', reload)
    addEventListener('beforeunload', (event) => {
      if (!store.isKept() && record.history.length > 0) event.preventDefault()
    })
    runbook.offerOthers(sheet)
    runbook.takeFiles(sheet)
    show()

    /** Changes the record. What another tab has done meanwhile is kept. */
    function change(edit) {
      const draft = store.read()
      const result = edit(draft)
      record = { ...draft, text }
      store.write(record)
      show()
      return result
    }

    function reload() {
      record = store.read()
      show()
    }

    /** The log so far, with the entry that is being typed closed. */
    function toLog() {
      if (record.history.length > 0) change(runbook.close)
      return runbook.toLog(runbook.readText(root, lang), record)
    }

    /** A box: one of “done” and “not applicable”, with time and initials where there are none yet. */
    function tick(draft, box) {
      const { values, initials } = runbook.stateOf(draft)
      const key = keyOf(box)
      const ref = key.slice(0, key.lastIndexOf('/'))
      const [time, by] = [`${ref}/time`, `${ref}/initials`]
      const set = (field, entry) => runbook.enter(draft, field, entry)
      // What ticking filled in goes with the tick; what was typed stays. The log has both.
      const clearFilled = (of) => {
        for (const field of [`${of}/time`, `${of}/initials`]) if (values[field]?.filled) set(field, { value: null })
      }
      if (!key.includes('/')) return answer(key, box.checked, values, set)
      if (box.dataset.field === 'jumped') return set(key, { value: box.checked ? true : null })
      // One alternative is taken, so that the others are not.
      for (const other of box.checked ? runbook.standingOf(text, values).othersOf(ref) : []) {
        if (!values[`${other}/done`]) continue
        set(`${other}/done`, { value: null })
        clearFilled(other)
      }
      for (const other of [`${ref}/done`, `${ref}/notApplicable`])
        if (other !== key && values[other]) set(other, { value: null })
      set(key, { value: box.checked ? true : null })
      if (box.checked) {
        if (!values[time]) set(time, { ...words.now('short'), filled: true })
        if (initials && !values[by]) set(by, { value: initials, filled: true })
        return
      }
      clearFilled(ref)
    }

    /** A question has one answer. */
    function answer(key, isTicked, values, set) {
      const other = key.endsWith('.yes') ? key.replace(/yes$/, 'no') : key.replace(/no$/, 'yes')
      if (values[other]) set(other, { value: null })
      set(key, { value: isTicked ? true : null })
    }

    /** Records a valid time; shows why another one is refused, and does not record it. */
    function readTime(input) {
      const key = keyOf(input)
      const read = input.value.trim() === '' ? { value: null } : runbook.readTime(input.value, input.dataset.time, words)
      const problem = read.problem ?? problemOfOutage(key, read.time)
      if (problem) runbook.refuse(input, problem, words)
      else {
        runbook.accept(input)
        change((draft) => runbook.enter(draft, key, read))
      }
    }

    /** An outage ends after it began. */
    function problemOfOutage(key, time) {
      const { values } = runbook.stateOf(record)
      const times = { outageBegan: values.outageBegan?.time, outageEnded: values.outageEnded?.time }
      if (!(key in times)) return undefined
      times[key] = time
      const { outageBegan, outageEnded } = times
      return outageBegan && outageEnded && Date.parse(outageEnded) < Date.parse(outageBegan) ? 'endBeforeBegin' : undefined
    }

    /** A button that enters the time that it is; only there while there is none. */
    function addNow(input) {
      const long = input.dataset.time === 'long'
      const { now } = words.labels
      const button = lockstep.create('button', { type: 'button', className: 'now', title: now })
      if (long) button.textContent = now
      const name = input.getAttribute('aria-label') ?? runbook.plain(input.previousElementSibling)
      button.setAttribute('aria-label', runbook.labelled(now, name))
      button.addEventListener('click', () => {
        runbook.accept(input)
        change((draft) => runbook.enter(draft, keyOf(input), words.now(input.dataset.time)))
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
      const isStop = (input) => !input.disabled && (!refOf(input) || input.dataset.field === 'done') && !input.closest('.skip-part')
      const stops = [...inputs.values()].filter(isStop)
      const way = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
      const onTheWay = stops.filter((stop) => target.compareDocumentPosition(stop) & way)
      onTheWay.at(shiftKey ? -1 : 0)?.focus()
    }

    function act(action) {
      const dialog = bar.querySelector('dialog')
      if (action === 'print') print()
      else if (action === 'json' || action === 'markdown') runbook.save(toLog(), action, words)
      else if (action === 'import') bar.querySelector('[type="file"]').click()
      else if (action === 'log') runbook.showLog(toLog(), words)
      else if (action === 'reset') dialog.showModal()
      else if (action === 'cancel') dialog.close()
      else if (action === 'reset-now') {
        store.clear()
        for (const input of inputs.values()) runbook.accept(input)
        reload()
        dialog.close()
      }
    }

    /** Shows what is filled in. */
    function show() {
      const { values } = runbook.stateOf(record)
      for (const [key, input] of inputs) {
        const entry = values[key]
        if (input.type === 'checkbox') {
          input.checked = entry?.value === true
          continue
        }
        const said = typeof entry?.value === 'string' ? entry.value : ''
        // A time that is being typed, or was refused, stays in sight.
        const isPending = input.dataset.time && (input === document.activeElement || input.validationMessage !== '')
        if (input.value !== said && !(isPending && said === (input.dataset.shown ?? ''))) input.value = said
        input.dataset.shown = said
        input.classList.toggle('has-value', said !== '')
        if (input.dataset.time && !input.validationMessage) input.title = entry?.time ? words.long(new Date(entry.time)) : ''
      }
      runbook.showValues(root, values)
      runbook.showProgress(sheet, values)
      root.querySelector('.kept').hidden = !store.isKept()
      root.querySelector('.not-kept').hidden = store.isKept()
    }
  }

  /** Says why a time is not taken, beside it. */
  runbook.refuse = (input, problem, words) => {
    runbook.accept(input)
    input.setCustomValidity(words.labels[problem])
    input.setAttribute('aria-invalid', 'true')
    const message = lockstep.create('span', { className: 'refused' })
    message.setAttribute('role', 'alert')
    words.put(message, ({ labels }) => labels[problem])
    const end = input.nextElementSibling?.matches('.now') ? input.nextElementSibling : input
    end.after(message)
  }

  /** Takes back what was said of a field. */
  runbook.accept = (input) => {
    if (!input.hasAttribute('aria-invalid')) return
    input.setCustomValidity('')
    input.removeAttribute('aria-invalid')
    input.parentElement.querySelector('.refused')?.remove()
  }

  /** Name of a field: `incident`, `A-1/time`. */
  function keyOf(input) {
    const ref = refOf(input)
    return ref ? `${ref}/${input.dataset.field}` : input.dataset.field
  }

  function refOf(node) {
    return node.closest('[data-ref]')?.dataset.ref
  }
})()
