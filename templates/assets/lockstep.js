// Lockstep: what pages do beyond plain HTML. Without this script everything can still be read.
;(() => {
  'use strict'

  const SEGMENT = '[data-other]'
  const NARROW = '(max-width: 67.99rem)'

  document.documentElement.classList.add('js')
  const article = document.querySelector('.content')

  foldOutline()
  for (const tabs of document.querySelectorAll('.tabs')) makeTabs(tabs)
  watchScrollers()
  if (article?.querySelector(SEGMENT)) showOther(article)

  /** Small windows start with the outline folded. */
  function foldOutline() {
    const details = document.querySelector('.outline > details')
    if (details && matchMedia(NARROW).matches) details.open = false
  }

  /** What scrolls is a tab stop; what fits is none, and its header can stay in sight. */
  function watchScrollers() {
    const scrollers = document.querySelectorAll('.table-scroll, .code > pre')
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        target.classList.remove('fits')
        const fits = target.scrollWidth <= target.clientWidth + 1
        target.classList.toggle('fits', fits)
        if (fits) target.removeAttribute('tabindex')
        else target.tabIndex = 0
      }
    })
    for (const scroller of scrollers) observer.observe(scroller)
  }

  /** Makes tabs of sections that stand one below the other (WAI-ARIA “Tabs” pattern, automatic activation). */
  function makeTabs(tabs) {
    const panels = [...tabs.children].filter((child) => child.matches('[data-tab]'))
    if (panels.length < 2) return
    const list = create('div', { className: 'tab-list', role: 'tablist', ariaLabel: article.dataset.tabsLabel })
    const buttons = panels.map((panel, index) => {
      const title = panel.querySelector(':scope > .tab-title')
      const name = plainText(title) || panel.dataset.tab
      const button = create('button', { type: 'button', role: 'tab', textContent: name })
      panel.id ||= `lockstep-tab-${[...document.querySelectorAll('[data-tab]')].indexOf(panel)}`
      button.setAttribute('aria-controls', panel.id)
      panel.setAttribute('role', 'tabpanel')
      panel.setAttribute('aria-label', button.textContent)
      if (title) title.hidden = true
      button.addEventListener('click', () => select(index))
      return button
    })
    list.append(...buttons)
    tabs.prepend(list)
    list.addEventListener('keydown', (event) => {
      const next = nextIndex(event, buttons.indexOf(document.activeElement), buttons.length, list)
      if (next === undefined) return
      event.preventDefault()
      select(next)
      buttons[next].focus()
    })
    const opened = () => {
      const id = decodeURIComponent(location.hash.slice(1))
      const target = id && document.getElementById(id)
      const index = target ? panels.findIndex((panel) => panel.contains(target)) : -1
      if (index >= 0) select(index)
    }
    addEventListener('hashchange', opened)
    select(0)
    opened()

    function select(selected) {
      for (const [index, button] of buttons.entries()) {
        button.setAttribute('aria-selected', String(index === selected))
        button.tabIndex = index === selected ? 0 : -1
        panels[index].hidden = index !== selected
      }
    }
  }

  /** Shows a segment’s other side by mouse, keyboard and touch. */
  function showOther(article) {
    const { otherLang, otherDir, otherLabel, segmentHelp } = article.dataset
    const segments = [...article.querySelectorAll(SEGMENT)]
    const all = document.getElementById('lockstep-show-other')
    const text = create('p', { className: 'other-popover-text', lang: otherLang, dir: otherDir, id: 'lockstep-other' })
    const popover = create('div', { className: 'other-popover', hidden: true })
    popover.append(create('p', { className: 'other-popover-label', textContent: otherLabel }), text)
    if ('popover' in popover) popover.popover = 'manual'
    const spoken = create('div', { className: 'visually-hidden', ariaLive: 'polite', lang: otherLang, dir: otherDir })
    document.body.append(popover, spoken)

    let shown = null
    let pinned = false
    let timer = 0

    const first = segments[0]
    first.tabIndex = 0
    for (const segment of segments.slice(1)) segment.tabIndex = -1
    first.setAttribute('aria-description', segmentHelp)

    article.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'mouse') return
      const segment = event.target.closest(SEGMENT)
      if (segment && !pinned) later(() => show(segment, event), 150)
    })
    article.addEventListener('pointerout', (event) => {
      if (event.pointerType === 'mouse' && !pinned) later(hide, 250)
    })
    popover.addEventListener('pointerenter', () => clearTimeout(timer))
    popover.addEventListener('pointerleave', () => {
      if (!pinned) later(hide, 250)
    })
    article.addEventListener('focusin', (event) => {
      const segment = event.target.closest(SEGMENT)
      if (event.target !== segment) return
      rove(segment)
      if (segment.matches(':focus-visible')) show(segment)
    })
    article.addEventListener('focusout', () => {
      if (!popover.matches(':hover')) hide()
    })
    article.addEventListener('click', (event) => {
      const segment = event.target.closest(SEGMENT)
      if (!segment || isControl(event.target, segment) || !getSelection().isCollapsed) return
      toggle(segment, event)
    })
    article.addEventListener('keydown', (event) => {
      const segment = event.target
      if (!segment.matches(SEGMENT) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        toggle(segment)
        spoken.textContent = shown ? segment.dataset.other : ''
        return
      }
      const visible = segments.filter((candidate) => candidate.getClientRects().length > 0)
      const next = nextIndex(event, visible.indexOf(segment), visible.length, article)
      if (next === undefined) return
      event.preventDefault()
      visible[next].focus()
    })
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide()
    })
    document.addEventListener('pointerdown', (event) => {
      if (!event.target.closest(`${SEGMENT}, .other-popover`)) hide()
    })
    addEventListener('scroll', () => shown && place(), { capture: true, passive: true })
    addEventListener('resize', () => shown && place())
    all?.addEventListener('change', showAll)
    showAll()

    /** Shows the other side of one segment; `event` tells which of its lines to stay close to. */
    function show(segment, event) {
      if (all?.checked) return
      clearTimeout(timer)
      if (shown !== segment) hide()
      shown = segment
      text.textContent = segment.dataset.other
      segment.classList.add('shown')
      segment.setAttribute('aria-describedby', text.id)
      popover.hidden = false
      if (!popover.matches(':popover-open')) popover.showPopover?.()
      place(event)
    }

    function hide() {
      clearTimeout(timer)
      pinned = false
      if (!shown) return
      shown.classList.remove('shown')
      shown.removeAttribute('aria-describedby')
      shown = null
      spoken.textContent = ''
      popover.hidePopover?.()
      popover.hidden = true
    }

    function toggle(segment, event) {
      if (shown === segment && (pinned || !event || event.pointerType !== 'mouse')) {
        hide()
        return
      }
      show(segment, event)
      pinned = Boolean(shown)
    }

    /** Puts the popover below the segment, above it where there is no room, never out of the window. */
    function place(event) {
      const lines = [...shown.getClientRects()]
      if (lines.length === 0) {
        hide()
        return
      }
      const margin = 8
      const { offsetWidth: width, offsetHeight: height } = popover
      const { clientWidth, clientHeight } = document.documentElement
      const bounds = shown.getBoundingClientRect()
      // Beside the line pointed at, where the whole segment leaves no room above or below.
      const pointed = lines.find((line) => event && event.clientY >= line.top && event.clientY <= line.bottom)
      const fits = (rect) => rect.bottom + margin + height <= clientHeight || rect.top - margin - height >= 0
      const near = !fits(bounds) && pointed ? pointed : bounds
      const below = near.bottom + margin
      const above = near.top - margin - height
      const top = below + height > clientHeight - margin && above >= margin ? above : below
      const rtl = getComputedStyle(shown).direction === 'rtl'
      popover.style.left = `${clamp(rtl ? bounds.right - width : bounds.left, margin, clientWidth - width - margin)}px`
      popover.style.top = `${clamp(top, margin, clientHeight - height - margin)}px`
    }

    /** Puts every segment’s other side into the page, or takes it out again. */
    function showAll() {
      hide()
      for (const segment of segments) {
        segment.querySelector(':scope > .other')?.remove()
        if (!all?.checked || segment.matches('[data-continued]')) continue
        const other = create('span', { className: 'other', lang: otherLang, dir: otherDir, textContent: segment.dataset.other })
        segment.append(other)
      }
    }

    /** Makes one segment the only tab stop. */
    function rove(segment) {
      for (const other of segments) if (other.tabIndex === 0) other.tabIndex = -1
      segment.tabIndex = 0
    }

    function later(action, delay) {
      clearTimeout(timer)
      timer = setTimeout(action, delay)
    }
  }

  /** Whether a click meant a link or control in a segment, or around it. */
  function isControl(target, segment) {
    const control = target.closest('a[href], button, input, select, textarea, label, summary, video, audio')
    return control !== null && (segment.contains(control) || control.contains(segment))
  }

  /** Where arrow keys, Home and End lead in a row of things; `undefined` for other keys. */
  function nextIndex(event, index, count, place) {
    const rtl = getComputedStyle(place).direction === 'rtl'
    const last = count - 1
    const steps = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      ArrowRight: index + (rtl ? -1 : 1),
      ArrowLeft: index + (rtl ? 1 : -1),
      Home: 0,
      End: last,
    }
    const next = steps[event.key]
    return next === undefined ? undefined : clamp(next, 0, last)
  }

  function plainText(node) {
    return node?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  }

  function clamp(value, low, high) {
    return Math.max(low, Math.min(value, high))
  }

  function create(name, properties) {
    return Object.assign(document.createElement(name), properties)
  }
})()
