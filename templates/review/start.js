// The page: puts its parts together, and goes from item to item.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create, recall } = lockstep
  /** Milliseconds after which a reviewer rests on an item. */
  const REST = 80
  let status, progress, kept, name, counts, middle, resting
  let isAsked = false
  let isScrolled = false

  // The other scripts follow this one.
  queueMicrotask(start)

  async function start() {
    await review.read()
    review.reviewer = document.querySelector('meta[name="lockstep-reviewer"]')?.content || recall('reviewer') || undefined
    build()
    review.adopted = showAndAdopt()
    await review.adopted
    addEventListener('hashchange', () => location.hash !== review.address && review.readAddress())
    document.body.dataset.ready = ''
  }

  /** Shows the first item, and takes all decisions; the other way round if the address filters by decisions. */
  async function showAndAdopt() {
    const isByDecision = /[#&](?:state|reviewer)=/.test(location.hash)
    if (!isByDecision) await review.readAddress()
    for (const file of JSON.parse(new TextDecoder().decode(review.bytesOf('decisions')))) await review.addFile(file)
    // What does not fit this review stays in this browser.
    review.resend(await review.adopt(review.kept()))
    if (isByDecision) await review.readAddress()
  }

  /** Goes to an item, or to one of its members: the last one that is asked for before the next frame; `undefined` for none. */
  review.go = (item, member = item === undefined ? undefined : review.membersOf(item)[0]) => {
    review.current = item
    review.unitShown = member
    if (!isAsked) requestAnimationFrame(showCurrent)
    isAsked = true
  }

  function showCurrent() {
    isAsked = false
    // Scrolling comes before what changes the layout, which it would have to wait for.
    if (isScrolled) middle.scrollTop = 0
    review.reveal()
    showProgress()
    clearTimeout(resting)
    if (review.unitShown === undefined) return showNone()
    review.showItem(review.unitShown)
    resting = setTimeout(rest, REST)
  }

  /** Says that there is no item to show. */
  function showNone() {
    const isEmpty = review.index.items.risk.length === 0
    review.clearItem(review.label(isEmpty ? 'nothing' : 'none'))
    review.writeAddress()
  }

  /** Shows what takes time once the reviewer stays at an item. */
  function rest() {
    review.writeAddress()
    review.showContext(review.unitShown)
  }

  /** Goes on in the list, or back. */
  review.step = (by) => {
    const last = review.shown.length - 1
    const at = review.places?.get(review.current) ?? -1
    const to = Math.max(0, Math.min(last, at + by))
    if (last >= 0 && to !== at) review.go(review.shown[to])
  }

  /** Goes to the next open item: below, else from the start of the list. */
  review.nextOpen = () => {
    const at = review.places.get(review.current) ?? -1
    const order = [...review.shown.slice(at + 1), ...review.shown.slice(0, at + 1)]
    const next = order.find((item) => review.stateOf(item) === 'open')
    if (next === undefined) review.say(['done'])
    else review.go(next)
  }

  /** Says what happened, to all readers: labels with their values. */
  review.say = (...messages) => {
    status.textContent = messages.map(([key, values]) => review.label(key, values)).join(' ')
  }

  review.showReviewer = () => {
    name.textContent = review.reviewer ?? review.label('reviewerTitle')
  }

  /** Says whether decisions are kept. */
  review.showKept = () => {
    const { failed, waiting, refused, reason } = review.keepState
    // The server writes its reasons in English.
    const addReason = (text) => kept.append(create('bdi', { className: 'reason', lang: 'en', textContent: text }))
    kept.replaceChildren()
    kept.hidden = failed === undefined && waiting === 0 && refused === 0
    if (failed === undefined) {
      if (waiting > 0) kept.append(review.label('sending', { number: waiting }))
    } else if (review.isServed) {
      kept.append(`${review.label('notSent', { number: waiting })} `, button('retry', () => review.send()))
      if (failed) addReason(failed)
    } else kept.append(review.label('notKept'))
    if (refused > 0) {
      kept.append(create('span', { className: 'refused', textContent: review.label('refused', { number: refused }) }))
      addReason(reason)
    }
    kept.classList.toggle('failed', failed !== undefined || refused > 0)
  }

  function build() {
    const app = document.getElementById('app')
    const header = create('header', { className: 'site-header review-header' })
    const title = create('h1', { className: 'review-title', textContent: review.label('title') })
    const range = create('bdi', { className: 'range', dir: 'ltr' })
    range.textContent = `${review.index.base} → ${review.index.head}`
    title.append(' ', range)
    name = button('reviewerTitle', () => review.askName(true), 'plain name')
    header.append(title, name, button('import', review.chooseFiles, 'plain'), button('export', review.exportFiles, 'plain'), button('help', review.showHelp, 'plain'), theme())
    progress = create('div', { className: 'progress' })
    kept = create('p', { className: 'kept', role: 'alert', hidden: true })
    status = create('p', { className: 'status', role: 'status' })
    const side = create('div', { className: 'aside' })
    side.append(review.makeFilters(), review.makeList())
    middle = create('div', { className: 'middle' })
    middle.addEventListener('scroll', () => (isScrolled = middle.scrollTop > 0), { passive: true })
    middle.append(review.makeItem(), review.makeDecisions(), review.makeContext())
    const scroll = create('div', { className: 'centre' })
    scroll.append(middle, bar())
    const main = create('main', { className: 'parts', id: 'lockstep-main' })
    main.append(progress, side, scroll)
    app.append(header, main, kept, status)
    review.showReviewer()
    count()
    review.onChange(() => {
      count()
      showProgress()
    })
  }

  function bar() {
    const box = create('div', { className: 'bar', role: 'toolbar', ariaLabel: review.label('decisions') })
    const back = button('back', () => document.body.classList.remove('reading'), 'back')
    box.append(back)
    for (const [key, label] of [...review.keys.slice(2, 8), ...review.keys.slice(0, 2)]) {
      const own = button(label, () => review.act(key), `action-${label}`)
      own.append(' ', create('kbd', { textContent: key, ariaHidden: 'true' }))
      own.setAttribute('aria-keyshortcuts', key)
      box.append(own)
    }
    return box
  }

  function theme() {
    const box = create('div', { className: 'theme-choice', role: 'group', ariaLabel: review.label('theme') })
    for (const choice of ['light', 'dark', 'system']) {
      const own = button(`theme.${choice}`, () => choose(choice), 'plain')
      own.dataset.themeChoice = choice
      box.append(own)
    }
    return box

    // As if it had been chosen in another window.
    function choose(choice) {
      const newValue = choice === 'system' ? null : choice
      lockstep.remember('theme', newValue)
      dispatchEvent(new StorageEvent('storage', { key: 'lockstep-theme', newValue }))
    }
  }

  /** Items, and those that are decided on, by class. */
  function count() {
    counts = review.index.risks.map(() => ({ total: 0, done: 0 }))
    for (const [item, risk] of review.index.items.risk.entries()) {
      counts[risk].total++
      if (review.stateOf(item) !== 'open') counts[risk].done++
    }
  }

  function showProgress() {
    const own = review.index.items.risk[review.current]
    const { total: totalOfOwn, done: doneOfOwn } = counts[own] ?? { total: 0, done: 0 }
    // Nobody has to read the others.
    const read = counts.filter((_, risk) => !review.index.folded.includes(review.index.risks[risk]))
    const total = read.reduce((sum, each) => sum + each.total, 0)
    const done = read.reduce((sum, each) => sum + each.done, 0)
    const meter = create('progress', { max: totalOfOwn, value: doneOfOwn, ariaLabel: review.label('progressTitle') })
    const risk = review.index.risks[own]
    const text = risk ? `${review.label(`risk.${risk}`)}: ${review.label('progress', { done: doneOfOwn, total: totalOfOwn })}` : ''
    const others = create('span', { className: 'all', textContent: `${review.label('all')}: ${review.label('progress', { done, total })}` })
    progress.replaceChildren(meter, create('span', { textContent: text }), others)
    const { lapsed, unread } = review.index
    const say = (label, number, title = '') => {
      if (number > 0) progress.append(create('span', { title, textContent: review.label(label, { number }) }))
    }
    say('others', Math.max(0, review.otherCount() - lapsed))
    say('lapsed', lapsed)
    say('problems', unread.length, unread.map(([path, problem]) => `${path}: ${problem}`).join('\n'))
  }

  function button(label, action, className = '') {
    const own = create('button', { type: 'button', className, textContent: review.label(label) })
    own.onclick = action
    return own
  }
})()
