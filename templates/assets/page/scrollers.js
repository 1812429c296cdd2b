// A table that scrolls sideways is a tab stop; one that fits is none, and its header can stay in view.
;(() => {
  'use strict'

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.classList.remove('fits')
      const fits = target.scrollWidth <= target.clientWidth + 1
      target.classList.toggle('fits', fits)
      if (fits) target.removeAttribute('tabindex')
      else target.tabIndex = 0
    }
  })
  for (const scroller of document.querySelectorAll('.table-scroll, .code > pre')) observer.observe(scroller)
})()
