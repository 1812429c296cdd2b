// Enlarges images that are shown smaller than they are. Without this script they stay as they are.
;(() => {
  'use strict'

  const { create } = lockstep
  const { enlarge, close } = document.currentScript.dataset
  const SMALLER = 0.9

  for (const image of document.querySelectorAll('.content img')) {
    if (image.closest('a, button')) continue
    if (image.complete) offer(image)
    else image.addEventListener('load', () => offer(image), { once: true })
  }
  let timer = 0
  addEventListener('resize', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      for (const image of document.querySelectorAll('.content img')) if (image.complete) offer(image)
    }, 200)
  })

  /** Puts an image that is shown smaller than it is into a button. */
  function offer(image) {
    if (image.closest('a, button') || image.naturalWidth === 0) return
    if (image.clientWidth === 0 || image.clientWidth > image.naturalWidth * SMALLER) return
    const button = create('button', { type: 'button', className: 'zoom' })
    if (!image.alt) button.setAttribute('aria-label', enlarge)
    button.title = enlarge
    button.addEventListener('click', () => show(image))
    image.replaceWith(button)
    button.append(image)
  }

  /** Shows an image as large as it is, in a dialog that Escape, its button and a click beside the image close. */
  function show(image) {
    const dialog = create('dialog', { className: 'zoom-view' })
    dialog.setAttribute('aria-label', image.alt || enlarge)
    const button = create('button', { type: 'button', className: 'zoom-close', textContent: close })
    const large = create('img', { src: image.currentSrc || image.src, alt: image.alt })
    dialog.append(button, large)
    button.addEventListener('click', () => dialog.close())
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
})()
