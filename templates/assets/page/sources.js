// The source of a sentence: under the mouse, at a tap, by keyboard, or below each sentence. The text keeps all other keys and clicks.
;(() => {
  'use strict'

  const SEGMENT = '[data-other]'
  const article = document.querySelector('.content')
  const segments = [...(article?.querySelectorAll(SEGMENT) ?? [])]
  if (segments.length === 0) return

  const { otherLang, otherDir, otherLabel, segmentHelp } = article.dataset
  const all = document.getElementById('lockstep-show-other')
  const text = create('p', { className: 'other-popover-text', lang: otherLang, dir: otherDir, id: 'lockstep-other' })
  const popover = create('div', { className: 'other-popover', hidden: true })
  popover.append(create('p', { className: 'other-popover-label', textContent: otherLabel }), text)
  if ('popover' in popover) popover.popover = 'manual'
  const spoken = create('div', { className: 'visually-hidden', ariaLive: 'polite', lang: otherLang, dir: otherDir })
  document.body.append(popover, spoken)

  let shown = null
  let timer = 0

  // One tab stop. The others become focusable only by the arrow keys, so that a click focuses nothing.
  const first = segments.find((segment) => !segment.matches('[data-continued]'))
  first.tabIndex = 0
  first.setAttribute('aria-description', segmentHelp)

  article.addEventListener('pointerover', ({ pointerType, target, clientY }) => {
    const segment = target.closest(SEGMENT)
    if (pointerType === 'mouse' && segment) later(() => show(segment, clientY), shown ? 0 : 150)
  })
  article.addEventListener('pointerout', ({ pointerType }) => {
    if (pointerType === 'mouse') later(hide, 250)
  })
  popover.addEventListener('pointerenter', () => clearTimeout(timer))
  popover.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') later(hide, 250)
  })
  // A tap shows the source until another tap; a click of the mouse means nothing of ours.
  article.addEventListener('click', ({ pointerType, target, clientY }) => {
    const segment = target.closest(SEGMENT)
    if (pointerType === 'mouse' || !segment || isControl(target, segment) || !getSelection().isCollapsed) return
    if (shown && piecesOf(segment).includes(shown)) hide()
    else show(segment, clientY)
  })
  article.addEventListener('focusin', ({ target }) => {
    if (target.matches(SEGMENT) && target.matches(':focus-visible')) show(target)
  })
  article.addEventListener('focusout', () => {
    if (!popover.matches(':hover')) hide()
  })
  article.addEventListener('keydown', (event) => {
    const segment = event.target
    if (!segment.matches(SEGMENT) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (shown) hide()
      else {
        show(segment)
        spoken.textContent = segment.dataset.other
      }
      return
    }
    const rtl = getComputedStyle(article).direction === 'rtl'
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const stops = segments.filter((each) => !each.matches('[data-continued]') && each.getClientRects().length > 0)
    const next = stops[stops.indexOf(segment) + step]
    if (!next) return
    segment.removeAttribute('tabindex')
    next.tabIndex = 0
    next.focus()
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide()
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (!target.closest(`${SEGMENT}, .other-popover`)) hide()
  })
  addEventListener('scroll', () => shown && place(), { capture: true, passive: true })
  addEventListener('resize', () => shown && place())

  if (all) {
    all.checked = lockstep.recall('sources') === 'shown'
    all.addEventListener('change', () => {
      lockstep.remember('sources', all.checked ? 'shown' : null)
      showAll()
    })
    if (all.checked) showAll()
  }

  /** Shows the other side of a sentence; `height` says which of its lines to stay close to. */
  function show(segment, height) {
    if (all?.checked) return
    clearTimeout(timer)
    if (shown === segment) return
    hide()
    shown = segment
    text.textContent = segment.dataset.other
    for (const piece of piecesOf(segment)) piece.classList.add('shown')
    segment.setAttribute('aria-describedby', text.id)
    popover.hidden = false
    popover.showPopover?.()
    place(height)
  }

  function hide() {
    clearTimeout(timer)
    if (!shown) return
    for (const piece of piecesOf(shown)) piece.classList.remove('shown')
    shown.removeAttribute('aria-describedby')
    shown = null
    spoken.textContent = ''
    popover.hidePopover?.()
    popover.hidden = true
  }

  /** All pieces of a sentence that bold text or a link splits. */
  function piecesOf(segment) {
    const { pieces } = segment.dataset
    return pieces === undefined ? [segment] : [...article.querySelectorAll(`[data-pieces="${pieces}"]`)]
  }

  /** Puts the popover below the sentence, or above it if there is no room; it never leaves the window. */
  function place(height) {
    const lines = [...shown.getClientRects()]
    if (lines.length === 0) {
      hide()
      return
    }
    const margin = 8
    const { offsetWidth: boxWidth, offsetHeight: boxHeight } = popover
    const { clientWidth, clientHeight } = document.documentElement
    const bounds = shown.getBoundingClientRect()
    // Beside the line pointed at, where the whole sentence leaves no room above or below.
    const pointed = lines.find((line) => height >= line.top && height <= line.bottom)
    const fits = (rect) => rect.bottom + margin + boxHeight <= clientHeight || rect.top - margin - boxHeight >= 0
    const near = !fits(bounds) && pointed ? pointed : bounds
    const below = near.bottom + margin
    const above = near.top - margin - boxHeight
    const top = below + boxHeight > clientHeight - margin && above >= margin ? above : below
    const rtl = getComputedStyle(shown).direction === 'rtl'
    popover.style.left = `${clamp(rtl ? bounds.right - boxWidth : bounds.left, margin, clientWidth - boxWidth - margin)}px`
    popover.style.top = `${clamp(top, margin, clientHeight - boxHeight - margin)}px`
  }

  /** Puts the other side of every sentence into the page, or takes it out again. */
  function showAll() {
    hide()
    for (const other of article.querySelectorAll('.other')) other.remove()
    if (!all.checked) return
    for (const segment of segments) {
      if (segment.matches('[data-continued]')) continue
      const other = create('span', { className: 'other', lang: otherLang, dir: otherDir, textContent: segment.dataset.other })
      const markup = markupAround(segment)
      if (markup) markup.after(other)
      else segment.append(other)
    }
  }

  /** The outermost link, bold text or superscript that the sentence ends in: its source does not belong into it. */
  function markupAround(segment) {
    let outermost = null
    let place = segment.parentElement
    for (; place.matches('a, b, code, del, em, i, s, strong, sub, sup, u'); place = place.parentElement) outermost = place
    return outermost
  }

  /** Whether a click meant a link or control in a sentence, or around it. */
  function isControl(target, segment) {
    const control = target.closest('a[href], button, input, select, textarea, label, summary, video, audio')
    return control !== null && (segment.contains(control) || control.contains(segment))
  }

  function later(action, delay) {
    clearTimeout(timer)
    timer = setTimeout(action, delay)
  }

  function clamp(value, low, high) {
    return Math.max(low, Math.min(value, high))
  }

  function create(name, properties) {
    return Object.assign(document.createElement(name), properties)
  }
})()
