// The outline: folded in small windows, and marks the heading that is being read.
;(() => {
  'use strict'

  const outline = document.querySelector('.outline')
  if (!outline) return
  const details = outline.querySelector('details')
  if (details && matchMedia('(max-width: 67.99rem)').matches) details.open = false
  outline.dataset.ready = ''

  const links = new Map()
  for (const link of outline.querySelectorAll('a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (heading) links.set(heading, link)
  }
  const headings = [...links.keys()]
  // A heading has been reached once it is in the upper third of the window, or above it.
  const reached = new Set()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) reached.add(target)
        else reached.delete(target)
      }
      update()
    },
    { rootMargin: '1000000px 0px -67% 0px' },
  )
  for (const heading of headings) observer.observe(heading)
  // The last heading may be too near the end of the page to get there.
  let isAtEnd = false
  const end = document.querySelector('.site-footer')?.lastElementChild
  if (end) {
    new IntersectionObserver(([entry]) => {
      isAtEnd = entry.isIntersecting && scrollY > 0
      update()
    }).observe(end)
  }

  function update() {
    mark(isAtEnd ? headings.at(-1) : headings.findLast((heading) => reached.has(heading)))
  }

  function mark(current) {
    for (const [heading, link] of links) {
      if (heading !== current) {
        link.removeAttribute('aria-current')
        continue
      }
      link.setAttribute('aria-current', 'location')
      // Only the outline scrolls, not the page.
      if (outline.scrollHeight > outline.clientHeight) {
        const { top, bottom } = link.getBoundingClientRect()
        const bounds = outline.getBoundingClientRect()
        if (top < bounds.top) outline.scrollTop -= bounds.top - top + bounds.height / 3
        if (bottom > bounds.bottom) outline.scrollTop += bottom - bounds.bottom + bounds.height / 3
      }
    }
  }
})()
