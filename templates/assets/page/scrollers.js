// What scrolls sideways is a tab stop: tables, code, formulas. What fits is none, and the head of a table that fits can stay in view.
;(() => {
  'use strict'

  const SCROLLERS = '.table-scroll, .code > pre, .formula:has(> .tml-display), .content p:has(.formula)'
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.classList.remove('fits')
      const fits = target.scrollWidth <= target.clientWidth + 1
      target.classList.toggle('fits', fits)
      if (fits) target.removeAttribute('tabindex')
      else target.tabIndex = 0
    }
  })
  for (const scroller of document.querySelectorAll(SCROLLERS)) observer.observe(scroller)
})()
