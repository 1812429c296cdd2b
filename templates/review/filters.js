// Filters of the list; the address holds them, so that a view can be sent.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  const NAMES = ['text', 'risk', 'headline', 'rule', 'document', 'locale', 'state', 'reviewer']
  let form, waiting
  let run = 0

  review.makeFilters = () => {
    const { risks, headlines, rules, locales, items } = review.index
    form = create('form', { className: 'filters', role: 'search', ariaLabel: review.label('filters') })
    const more = create('details', {})
    const count = (values, at) => values.reduce((sum, value) => sum + (value === at ? 1 : 0), 0)
    const known = (names, values, labels) =>
      names
        .map((name, at) => [name, `${review.label(`${labels}.${name}`)} (${review.label('number', { number: count(values, at) })})`, count(values, at)])
        .filter(([, , number]) => number > 0)
    const grid = create('div', { className: 'filter-grid' })
    grid.append(
      choice('risk', known(risks, items.risk, 'risk')),
      choice('headline', known(headlines, items.headline, 'headline')),
      choice('rule', Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, own]) => [rule, `${rule} (${review.label('number', { number: own.length })})`])),
      field('document', create('input', { type: 'search', name: 'document', autocomplete: 'off' })),
      ...(locales.length > 1 ? [choice('locale', locales.map((locale) => [locale, locale]))] : []),
      choice('state', ['open', 'approved', 'needs-fix', 'contradicted'].map((state) => [state, review.label(`state.${state}`)])),
      field('reviewer', create('input', { type: 'search', name: 'reviewer', autocomplete: 'off' })),
      create('button', { type: 'reset', textContent: review.label('reset') }),
    )
    more.append(create('summary', { textContent: review.label('filters') }), grid)
    const search = create('input', { type: 'search', name: 'text', id: 'search', autocomplete: 'off' })
    form.append(field('text', search), more, create('output', { ariaLive: 'polite' }))
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(apply, 200)
    })
    form.addEventListener('reset', () => setTimeout(apply))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      apply()
    })
    return form
  }

  /** Reads the filters from the address, and shows what they leave. */
  review.readAddress = async () => {
    const wanted = new URLSearchParams(location.hash.slice(1))
    for (const name of NAMES) if (form.elements[name]) form.elements[name].value = wanted.get(name) ?? ''
    form.querySelector('details').open ||= NAMES.slice(1).some((name) => wanted.has(name))
    await apply(false)
    const item = Number(wanted.get('item') ?? Number.NaN)
    review.go(Number.isInteger(item) && item in review.index.items.risk ? item : review.shown[0])
  }

  /** Writes the filters and the current item to the address. */
  review.writeAddress = () => {
    const own = new URLSearchParams()
    for (const name of NAMES) if (form.elements[name]?.value) own.set(name, form.elements[name].value)
    if (review.current !== undefined) own.set('item', review.current)
    review.address = `#${own}`
    history.replaceState(null, '', review.address)
  }

  async function apply(isChange = true) {
    const own = ++run
    const value = (name) => form.elements[name]?.value.trim() ?? ''
    const { risks, headlines, rules, items, documents } = review.index
    const [risk, headline] = [risks.indexOf(value('risk')), headlines.indexOf(value('headline'))]
    const ruled = value('rule') && new Set(rules[value('rule')] ?? [])
    const [path, locale, state] = [value('document').toLowerCase(), value('locale'), value('state')]
    const reviewer = value('reviewer').toLowerCase()
    const fits = (unit) => {
      const document = documents[review.documentOf(unit)]
      return document.path.toLowerCase().includes(path) && (!locale || document.locale === locale)
    }
    const decided = (unit) =>
      review.decisionsOn(unit).some((decision) => decision.reviewer?.toLowerCase().includes(reviewer))
    let found = []
    for (let item = 0; item < items.risk.length; item++) {
      if (risk >= 0 && items.risk[item] !== risk) continue
      if (headline >= 0 && items.headline[item] !== headline) continue
      if (ruled && !ruled.has(item)) continue
      const members = review.membersOf(item)
      if ((path || locale) && !members.some(fits)) continue
      if (state && review.stateOf(item) !== state) continue
      if (reviewer && !members.some(decided)) continue
      found.push(item)
    }
    if (value('text')) found = await withText(found, value('text'), () => own === run)
    if (own !== run) return
    review.showItems(found)
    const numbers = { number: found.length, total: items.risk.length }
    form.querySelector('output').textContent = numbers.total === 0 ? '' : review.label(found.length > 0 ? 'shown' : 'none', numbers)
    if (!isChange) return
    if (found.length > 0 && !review.places.has(review.current)) review.go(found[0])
    review.writeAddress()
  }

  /** Items with a text: all documents are read once for it. */
  async function withText(found, text, isWanted) {
    const words = text.toLowerCase()
    const units = new Set()
    for (const [at, { path, first }] of review.index.documents.entries()) {
      if (!isWanted()) return []
      const opened = await review.open(at)
      const isInPath = path.toLowerCase().includes(words)
      for (const [number, { texts }] of opened.units.entries())
        if (isInPath || texts.some((each) => each && each.toLowerCase().includes(words))) units.add(first + number)
    }
    return found.filter((item) => review.membersOf(item).some((unit) => units.has(unit)))
  }

  function choice(name, values) {
    const select = create('select', { name })
    select.append(create('option', { value: '', textContent: review.label('all') }))
    for (const [value, text] of values) select.append(create('option', { value, textContent: text }))
    return field(name, select)
  }

  function field(name, control) {
    const box = create('label', { className: `field field-${name}` })
    box.append(create('span', { textContent: review.label(`filter.${name}`) }), control)
    return box
  }
})()
