// Lockstep: the theme, set before the page shows, and helpers of the other scripts. Runs in the head, so that nothing flashes.
;(() => {
  'use strict'

  const root = document.documentElement
  root.classList.add('js')

  // Some browsers keep nothing, and some throw.
  globalThis.lockstep = {
    /** Returns what was remembered under a name, else `null`. */
    recall(name) {
      try {
        return localStorage.getItem(`lockstep-${name}`)
      } catch {
        return null
      }
    },
    /** Remembers a text, or forgets it if it is `null`. */
    remember(name, text) {
      try {
        if (text === null) localStorage.removeItem(`lockstep-${name}`)
        else localStorage.setItem(`lockstep-${name}`, text)
      } catch {
        // The choice holds for this page.
      }
    },
    /** Creates an element with properties. */
    create(name, properties) {
      return Object.assign(document.createElement(name), properties)
    },
  }

  let theme = lockstep.recall('theme') ?? 'system'
  show()
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== 'lockstep-theme') return
    theme = newValue ?? 'system'
    show()
  })
  document.addEventListener('DOMContentLoaded', () => {
    show()
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.addEventListener('click', () => {
        theme = button.dataset.themeChoice
        lockstep.remember('theme', theme === 'system' ? null : theme)
        show()
        button.closest('[popover]')?.hidePopover?.()
      })
    }
  })

  function show() {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    else delete root.dataset.theme
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === (root.dataset.theme ?? 'system')))
  }
})()
