// Runbooks on the screen: commands show the values that were filled in for their placeholders, so they are copied with them.
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
  }
})()
