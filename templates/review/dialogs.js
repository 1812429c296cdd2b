// Dialogs: the reviewer's name, comments and suggestions, groups, help.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create, recall, remember } = lockstep

  /** Asks for the reviewer's name, once. */
  review.askName = async (isNew = false) => {
    review.reviewer ??= document.querySelector('meta[name="lockstep-reviewer"]')?.content || recall('reviewer') || undefined
    if (review.reviewer && !isNew) return true
    const label = review.label('reviewerTitle')
    const input = create('input', { type: 'text', value: review.reviewer ?? '', required: true, autocomplete: 'name', maxLength: 200, ariaLabel: label })
    const answer = await ask('reviewerTitle', [input, note('reviewerHelp')], [['save', 'save']])
    if (answer !== 'save' || input.value.trim() === '') return false
    review.reviewer = input.value.trim()
    remember('reviewer', review.reviewer)
    review.showReviewer()
    return true
  }

  /** Asks for a comment or a suggestion; `undefined` if the reviewer changes nothing. */
  review.askText = async (kind, text) => {
    const about = review.index.documents[review.documentOf(review.unitShown)]
    const { locale } = about
    const texts = review.makeTexts(await review.unit(review.unitShown), about)
    Object.assign(texts, { tabIndex: 0, role: 'group', ariaLabel: review.label('item') })
    const area = create('textarea', { value: text, rows: 6, maxLength: text.length + 20_000, dir: 'auto', ariaLabel: review.label(kind) })
    // Not what it was given: a field for texts has its own ends of lines.
    const before = area.value
    if (kind === 'suggestion') Object.assign(area, { lang: locale, dir: review.directions[locale] })
    area.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) area.form.requestSubmit(area.form.querySelector('[value="save"]'))
    })
    const number = review.membersOf(review.current).length
    const covers = number > 1 ? [note('covers', { number })] : []
    const answer = await ask(kind, [texts, area, ...covers, note('sendKeys')], [['save', 'save']])
    if (answer !== 'save' || area.value === before) return undefined
    return kind === 'comment' ? area.value.trim() : area.value
  }

  /** Asks about the group of the current item: every place is listed, and the buttons say how many there are. */
  review.askGroup = async () => {
    await review.adopted
    const item = await review.whenShown()
    if (item === undefined) return
    const at = review.index.items.group[item]
    if (at < 0 || at === undefined) return review.say(['noGroup'])
    if (!(await review.askName())) return
    const { items } = review.index.groups[at]
    const units = items.flatMap(review.membersOf)
    const list = create('ul', { className: 'places', tabIndex: 0, ariaLabel: review.label('members', { number: units.length }) })
    for (const unit of units) {
      const shown = await review.unit(unit)
      const about = review.index.documents[review.documentOf(unit)]
      const entry = create('li', {})
      entry.append(
        create('bdi', { className: 'where', dir: 'ltr', textContent: `${about.path}:${shown.line ?? ''}` }),
        review.makeTexts(shown, about),
      )
      list.append(entry)
    }
    const numbers = { number: units.length, items: items.length }
    const answer = await ask('group', [note('groupAsk', numbers), list], [
      ['approved', 'approveAll', numbers],
      ['needs-fix', 'needsFixAll', numbers],
    ])
    if (answer === 'approved' || answer === 'needs-fix') await review.decideGroup(items, answer)
  }

  review.showHelp = async () => {
    const table = create('table', { className: 'keys' })
    const body = table.appendChild(create('tbody', {}))
    for (const [key, label] of review.keys) {
      const row = create('tr', {})
      const cell = create('th', { scope: 'row' })
      cell.append(create('kbd', { textContent: key }))
      row.append(cell, create('td', { textContent: review.label(label) }))
      body.append(row)
    }
    const box = create('input', { type: 'checkbox', checked: review.hasKeys })
    box.onchange = () => {
      review.hasKeys = box.checked
      remember('review-keys', box.checked ? null : 'off')
    }
    const label = create('label', { className: 'check' })
    label.append(box, ` ${review.label('keysOn')}`)
    await ask('help', [table, label], [])
  }

  /** Shows a dialog; gives the value of the button that closed it. */
  async function ask(title, content, buttons) {
    const dialog = create('dialog', {})
    const form = create('form', { method: 'dialog' })
    const heading = create('h2', { id: 'dialog-title', textContent: review.label(title) })
    const bar = create('p', { className: 'buttons' })
    for (const [value, label, values] of buttons)
      bar.append(create('button', { value, className: 'primary', textContent: review.label(label, values) }))
    const cancel = create('button', {
      type: 'button',
      textContent: review.label(buttons.length > 0 ? 'cancel' : 'close'),
    })
    cancel.onclick = () => dialog.close('')
    bar.append(cancel)
    form.append(heading, ...content, bar)
    dialog.append(form)
    dialog.setAttribute('aria-labelledby', heading.id)
    document.body.append(dialog)
    dialog.showModal()
    form.querySelector('input, textarea, .places, button')?.focus()
    await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }))
    dialog.remove()
    return dialog.returnValue
  }

  function note(label, values) {
    return create('p', { className: 'note', textContent: review.label(label, values) })
  }
})()
