// Runbooks on the screen: steps and commands show the values that were filled in for their placeholders, so commands are copied with them.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.showValues = (root, values) => {
    for (const row of root.querySelectorAll('[data-value-name]')) {
      const entry = values[`value/${row.dataset.valueName}`]
      const value = typeof entry?.value === 'string' ? entry.value.trim() : ''
      for (const place of root.querySelectorAll(`[data-value="${CSS.escape(row.dataset.valueNumber)}"]`)) {
        place.dataset.written ??= place.textContent
        const text = value === '' ? place.dataset.written : value
        if (place.textContent !== text) place.textContent = text
        place.classList.toggle('filled', value !== '')
        place.title = value === '' ? '' : place.dataset.written
      }
    }
    for (const link of root.querySelectorAll('a[href]:has([data-value])')) fillAddress(link)
  }

  /** Lets a link whose text has placeholders lead to the address with their values. */
  function fillAddress(link) {
    link.dataset.written ??= link.getAttribute('href')
    let address = link.dataset.written
    for (const { textContent, dataset } of link.querySelectorAll('[data-value].filled'))
      for (const written of [dataset.written, encodeURI(dataset.written), encodeURIComponent(dataset.written)])
        address = address.replaceAll(written, encodeURIComponent(textContent))
    if (link.getAttribute('href') !== address) link.setAttribute('href', address)
  }
})()
