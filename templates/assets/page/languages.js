// Switching the language keeps the place: the same heading in the address, the same sentence at the same height.
;(() => {
  'use strict'

  const KEY = 'lockstep-place'
  const TOP = 100
  const links = document.querySelectorAll('.languages a[hreflang]')
  for (const link of links) {
    for (const type of ['pointerdown', 'focus']) link.addEventListener(type, () => aim(link))
    link.addEventListener('click', () => {
      aim(link)
      keep(link)
      // The start page of the site leads to the language that was chosen last.
      lockstep.remember('locale', link.hreflang)
    })
  }
  arrive()

  /** Adds the id of the heading that is being read: headings have the same ids in all languages. */
  function aim(link) {
    const headings = [...document.querySelectorAll('.content :is(h2, h3, h4, h5, h6)[id]')]
    const current = headings.findLast((heading) => isShown(heading) && heading.getBoundingClientRect().top <= TOP)
    link.hash = current?.id ?? ''
  }

  /** Notes the first sentence in the window for the page in the other language. */
  function keep(link) {
    const segments = document.querySelectorAll('.content [data-ttu-id]')
    const first = [...segments].find((segment) => isShown(segment) && segment.getBoundingClientRect().top >= TOP / 2)
    if (!first || scrollY === 0) return
    const place = { path: link.pathname, id: first.dataset.ttuId, top: first.getBoundingClientRect().top }
    try {
      sessionStorage.setItem(KEY, JSON.stringify(place))
    } catch {
      // The heading is enough.
    }
  }

  function arrive() {
    let place
    try {
      place = JSON.parse(sessionStorage.getItem(KEY))
      sessionStorage.removeItem(KEY)
    } catch {
      return
    }
    if (place?.path !== location.pathname) return
    const restore = () => {
      const segment = document.querySelector(`.content [data-ttu-id="${CSS.escape(place.id)}"]`)
      if (segment && isShown(segment))
        scrollBy({ top: segment.getBoundingClientRect().top - place.top, behavior: 'instant' })
    }
    // Browsers go to the heading after this script, and again when images have come.
    if (document.readyState === 'complete') restore()
    else addEventListener('load', () => requestAnimationFrame(restore))
  }

  function isShown(element) {
    return element.getClientRects().length > 0
  }
})()
