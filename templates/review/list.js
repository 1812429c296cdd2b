// The list of items by risk: only the rows in the window exist.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  const ROW = 72
  const MORE = 6
  let scroller, space, waiting, marked
  /** Place and height of the window; asking the element would lay out the page. */
  let top = 0
  let height = 0
  const rows = new Map()

  /** Items that the filters show, in their order. */
  review.shown = []

  review.makeList = () => {
    space = create('div', { className: 'rows', role: 'presentation' })
    scroller = create('div', {
      className: 'list',
      id: 'list',
      role: 'listbox',
      tabIndex: 0,
      ariaLabel: review.label('list'),
    })
    scroller.append(space)
    scroller.addEventListener('scroll', () => {
      top = scroller.scrollTop
      draw()
    }, { passive: true })
    scroller.addEventListener('keydown', move)
    new ResizeObserver(([{ contentRect }]) => {
      // On a phone, it was hidden behind the item.
      const isBack = height === 0
      height = contentRect.height
      top = scroller.scrollTop
      if (isBack) review.reveal()
      else draw()
    }).observe(scroller)
    review.onChange(() => draw(true))
    return scroller
  }

  /** Shows other items. */
  review.showItems = (items) => {
    review.shown = items
    review.places = new Map(items.map((item, at) => [item, at]))
    space.style.blockSize = `${items.length * ROW}px`
    draw(true)
  }

  /** Brings the current item into view. */
  review.reveal = () => {
    const at = review.places?.get(review.current)
    if (at !== undefined && height > 0) {
      const wanted = Math.max(Math.min(top, at * ROW), (at + 1) * ROW - height)
      if (wanted !== top) scroller.scrollTop = top = wanted
    }
    draw()
  }

  function draw(isNew = false) {
    const first = Math.max(0, Math.floor(top / ROW) - MORE)
    const last = Math.min(review.shown.length, Math.ceil((top + height) / ROW) + MORE)
    for (const [at, row] of rows) {
      if (at >= first && at < last && row.item === review.shown[at]) continue
      row.element.remove()
      rows.delete(at)
    }
    for (let at = first; at < last; at++) {
      const known = rows.get(at)
      if (known && !isNew && known.isComplete) continue
      const row = known ?? { item: review.shown[at], element: create('div', { role: 'option' }) }
      fill(row, at)
      if (known) continue
      rows.set(at, row)
      space.append(row.element)
    }
    const current = review.places?.get(review.current)
    const row = rows.get(current)?.element
    if (marked !== row) marked?.setAttribute('aria-selected', 'false')
    row?.setAttribute('aria-selected', 'true')
    marked = row
    if (row) scroller.setAttribute('aria-activedescendant', row.id)
    else scroller.removeAttribute('aria-activedescendant')
  }

  function fill(row, at) {
    const { item, element } = row
    const [unit, ...others] = review.membersOf(item)
    const { risk, headline } = review.index.items
    const state = review.stateOf(item)
    const known = review.peek(unit)
    const { path, locale } = review.index.documents[review.documentOf(unit)]
    const text = known && (known.current.target || known.old.target || known.current.source || known.old.source)
    const name = review.index.risks[risk[item]]
    const kind = review.index.headlines[headline[item]]
    element.id = `row-${at}`
    element.className = `row ${review.toneOf(name)}`
    element.style.transform = `translateY(${at * ROW}px)`
    element.ariaSelected = String(item === review.current)
    element.ariaPosInSet = at + 1
    element.ariaSetSize = review.shown.length
    element.replaceChildren(
      create('span', { className: 'row-risk', textContent: review.label(`risk.${name}`) }),
      create('span', { className: `state ${state}`, textContent: state === 'open' ? '' : review.label(`state.${state}`) }),
      create('span', {
        className: 'row-text',
        lang: locale,
        dir: review.directions[locale],
        textContent: text?.slice(0, 160) ?? (known ? review.label(`headline.${kind}`) : '…'),
      }),
      create('span', { className: 'row-path', dir: 'ltr', textContent: path.slice(path.lastIndexOf('/') + 1) }),
      create('span', { className: 'row-count', textContent: others.length > 0 ? `× ${others.length + 1}` : '' }),
    )
    element.onclick = () => {
      review.go(item)
      document.body.classList.add('reading')
    }
    row.isComplete = known !== undefined
    if (!known) fetchRows(unit)
  }

  /** Reads the texts of rows that stay in the window. */
  function fetchRows() {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const units = [...rows.values()].filter((row) => !row.isComplete).map(({ item }) => review.membersOf(item)[0])
      await Promise.all([...new Set(units.map(review.documentOf))].map(review.open))
      if (units.length > 0) draw()
    }, 40)
  }

  function move(event) {
    const page = Math.max(1, Math.floor(height / ROW) - 1)
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }
    if (event.key === 'Enter') document.body.classList.add('reading')
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    review.step(step)
  }
})()
