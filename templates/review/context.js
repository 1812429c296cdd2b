// Where a unit stands: the rendered table or page in both languages, without what did not change.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  let place, body, choice
  let view = 'table'
  let shown = {}

  review.makeContext = () => {
    place = create('section', { className: 'context', ariaLabel: review.label('context') })
    choice = create('div', { className: 'views' })
    body = create('div', { className: 'views-body' })
    place.append(create('h2', { textContent: review.label('context') }), choice, body)
    body.addEventListener('click', ({ target }) => {
      const own = target.closest?.('[data-u]')
      if (!own || getSelection()?.toString()) return
      const unit = review.firsts[shown.document] + Number(own.dataset.u)
      if (unit !== review.unitShown) review.go(review.itemOf[unit], unit)
    })
    return place
  }

  review.clearContext = () => {
    place.hidden = true
  }

  /** Shows a unit where it stands. */
  review.showContext = async (unit) => {
    place.hidden = false
    const document = review.documentOf(unit)
    const opened = await review.open(document)
    if (unit === review.unitShown) show(document, unit, opened)
  }

  function show(document, unit, opened) {
    const number = unit - review.firsts[document]
    const own = pageOf(document, opened)
    const cells = [...own.querySelectorAll(`[data-u="${number}"]`)]
    const tables = cells.map((cell) => cell.closest('table'))
    const hasTable = tables.some((table) => table)
    const kinds = hasTable ? ['table', 'page'] : ['page']
    const current = kinds.includes(view) ? view : 'page'
    choice.replaceChildren(
      ...kinds.map((kind) => {
        const button = create('button', { type: 'button', textContent: review.label(`view.${kind}`) })
        button.ariaPressed = String(kind === current)
        button.onclick = () => {
          view = kind
          show(document, unit, opened)
        }
        return button
      }),
    )
    choice.hidden = kinds.length === 1
    if (cells.length === 0) {
      body.replaceChildren(create('p', { className: 'none', textContent: review.label('noPage') }))
      return
    }
    for (const marked of own.querySelectorAll('.here')) marked.classList.remove('here')
    for (const cell of cells) cell.classList.add('here')
    if (body.firstChild !== own) body.replaceChildren(own)
    body.classList.toggle('only-table', current === 'table')
    for (const table of own.querySelectorAll('.shown')) table.classList.remove('shown')
    for (const cell of cells) cell.closest('.pair')?.classList.add('shown')
    for (const table of tables) table?.closest('.table')?.classList.add('shown')
    requestAnimationFrame(() => bringIntoView(cells))
  }

  /** The rows of a document; the last one is kept, because neighbours in the list often share it. */
  function pageOf(document, { rows, units }) {
    if (shown.document === document) return shown.page
    const { locale } = review.index.documents[document]
    const page = create('div', { className: 'pairs content' })
    const names = create('div', { className: 'pair names' })
    for (const side of ['source', 'target'])
      names.append(create('p', { textContent: review.label(side) }))
    page.append(names)
    for (const texts of rows) {
      const pair = create('div', { className: 'pair' })
      for (const [at, html] of texts.entries()) {
        const lang = at === 0 ? review.index.sourceLocale : locale
        const cell = create('div', { className: 'cell', lang, dir: review.directions[lang] ?? 'auto' })
        // Sanitized when the document was read, and written by the renderer of pages.
        cell.innerHTML = html
        pair.append(cell)
      }
      page.append(pair)
    }
    for (const mark of page.querySelectorAll('.removed')) showRemoved(mark, units, locale)
    for (const gap of page.querySelectorAll('.gap')) {
      gap.textContent = review.label('gap', { number: Number(gap.dataset.n) })
      gap.lang = review.language
      gap.dir = 'auto'
    }
    shown = { document, page }
    return page
  }

  /** Shows the old text of a removed unit where it was. */
  function showRemoved(mark, units, locale) {
    const cell = mark.closest('.cell')
    const isSource = cell === cell.parentElement.firstChild
    const { old } = units[mark.dataset.u]
    const text = create('del', {})
    text.append(review.showText(isSource ? old.source : old.target, isSource ? review.index.sourceLocale : locale, 0))
    mark.append(text)
  }

  /** Scrolls the boxes of the context, never the item. */
  function bringIntoView(cells) {
    for (const cell of cells) {
      for (const box of [cell.closest('.table-scroll'), cell === cells.at(-1) && body]) {
        if (!box) continue
        const [inner, outer] = [cell.getBoundingClientRect(), box.getBoundingClientRect()]
        if (inner.top < outer.top || inner.bottom > outer.bottom)
          box.scrollTop += inner.top - outer.top - box.clientHeight / 3
        if (inner.left < outer.left || inner.right > outer.right)
          box.scrollLeft += inner.left - outer.left - box.clientWidth / 3
      }
    }
  }
})()
