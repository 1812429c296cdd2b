// A link beside each heading that leads to it and copies its address.
;(() => {
  'use strict'

  const { anchor, copied } = document.currentScript.dataset

  for (const heading of document.querySelectorAll('.content :is(h2, h3, h4, h5, h6)[id]')) {
    const link = document.createElement('a')
    link.className = 'anchor'
    link.href = `#${encodeURIComponent(heading.id)}`
    link.ariaLabel = anchor
    link.title = anchor
    link.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(link.href)
      } catch {
        // The address is in the address bar.
        return
      }
      link.ariaLabel = copied
      link.classList.add('copied')
      setTimeout(() => {
        link.ariaLabel = anchor
        link.classList.remove('copied')
      }, 2000)
    })
    heading.append(link)
  }
})()
