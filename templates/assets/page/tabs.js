// Tabs, made of sections that stand one below the other (WAI-ARIA “Tabs” pattern, automatic activation). Those of one name turn together.
;(() => {
  'use strict'

  const { create } = lockstep
  const MOST_REMEMBERED = 20
  const label = document.querySelector('.content')?.dataset.tabsLabel
  const groups = [...document.querySelectorAll('.tabs')].flatMap((tabs, at) => makeTabs(tabs, at) ?? [])
  if (groups.length === 0) return

  const remembered = recall()
  for (const group of groups) group.select(Math.max(0, firstOf(group.names)))
  open()
  addEventListener('hashchange', open)

  function makeTabs(tabs, at) {
    const panels = [...tabs.children].filter((child) => child.matches('[data-tab]'))
    if (panels.length < 2) return
    const list = create('div', { className: 'tab-list', role: 'tablist', ariaLabel: label })
    const buttons = panels.map((panel, index) => {
      const title = panel.querySelector(':scope > .tab-title')
      const name = title?.textContent.replace(/\s+/g, ' ').trim() || panel.dataset.tab
      const button = create('button', { type: 'button', role: 'tab', textContent: name })
      panel.id ||= `lockstep-tab-${at}-${index}`
      button.setAttribute('aria-controls', panel.id)
      panel.setAttribute('role', 'tabpanel')
      panel.setAttribute('aria-label', name)
      if (title) title.hidden = true
      button.addEventListener('click', () => choose(group, index))
      return button
    })
    list.append(...buttons)
    tabs.prepend(list)
    list.addEventListener('keydown', (event) => {
      const next = nextIndex(event, buttons.indexOf(document.activeElement), buttons.length - 1)
      if (next === undefined) return
      event.preventDefault()
      choose(group, next)
      buttons[next].focus()
    })
    const group = {
      list,
      panels,
      names: panels.map((panel) => panel.dataset.tab),
      select(selected) {
        for (const [index, button] of buttons.entries()) {
          button.setAttribute('aria-selected', String(index === selected))
          button.tabIndex = index === selected ? 0 : -1
          panels[index].hidden = index !== selected
        }
      },
    }
    return group
  }

  /** Selects a tab in every group that has one of its name; the group at hand stays where it is in the window. */
  function choose(group, index) {
    const name = group.names[index]
    const { top } = group.list.getBoundingClientRect()
    for (const each of groups) {
      const same = each === group ? index : each.names.indexOf(name)
      if (same >= 0) each.select(same)
    }
    scrollBy({ top: group.list.getBoundingClientRect().top - top, behavior: 'instant' })
    remembered.splice(0, remembered.length, ...new Set([name, ...remembered].slice(0, MOST_REMEMBERED)))
    lockstep.remember('tabs', JSON.stringify(remembered))
  }

  /** Opens the tabs that the address leads into. */
  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    for (const group of groups) {
      const index = group.panels.findIndex((panel) => panel.contains(target))
      if (index < 0) continue
      group.select(index)
      target.scrollIntoView()
    }
  }

  /** Index of the name that was chosen last; -1 if none was chosen. */
  function firstOf(names) {
    return names.indexOf(remembered.find((name) => names.includes(name)))
  }

  /** Names of chosen tabs, the latest first. */
  function recall() {
    try {
      const names = JSON.parse(lockstep.recall('tabs'))
      return Array.isArray(names) ? names : []
    } catch {
      return []
    }
  }

  function nextIndex({ key }, index, last) {
    const step = getComputedStyle(document.documentElement).direction === 'rtl' ? -1 : 1
    const next = { ArrowRight: index + step, ArrowLeft: index - step, Home: 0, End: last }[key]
    return next === undefined ? undefined : Math.max(0, Math.min(next, last))
  }
})()
