// The whole tree of contents, in place of the branch that each page carries. Its data is a script, so that pages opened from disk can load
// it too; the nodes of a branch are made when it is opened. Without this script, the branch and the page of all contents remain.
;(() => {
  'use strict'

  /** Most nodes that a filter shows. */
  const MOST_MATCHES = 200
  const nav = document.querySelector('nav.tree[data-tree]')
  if (nav) setUp(nav)

  function setUp(nav) {
    const panel = nav.querySelector('details')
    const wide = matchMedia('(min-width: 68rem)')
    let isLoading = false

    // On a wide screen the tree is beside the text and always open; else the reader opens it.
    const adapt = () => {
      panel.open = wide.matches
      nav.dataset.ready = ''
      if (wide.matches && !navigator.connection?.saveData) whenIdle(load)
    }
    wide.addEventListener('change', adapt)
    panel.addEventListener('toggle', () => panel.open && load())
    nav.addEventListener('focusin', load)
    adapt()

    function load() {
      if (isLoading) return
      isLoading = true
      const script = document.createElement('script')
      script.src = nav.dataset.tree
      script.addEventListener('load', () => show(nav, panel, globalThis.lockstepTree, script.src))
      document.head.append(script)
    }
  }

  function whenIdle(action) {
    const start = () => (globalThis.requestIdleCallback ?? setTimeout)(action)
    if (document.readyState === 'complete') start()
    else addEventListener('load', start)
  }

  /**
   * Shows the tree instead of the branch.
   *
   * @param base URL of the data, which addresses in it are relative to.
   */
  function show(nav, panel, { labels, nodes }, base) {
    const all = readNodes(nodes, null, '')
    const page = new URL(nav.dataset.page, base).href
    const current = findNode(all, (node) => node.url === page)
    const opened = rememberOpened(`lockstep-tree:${base.replace(/[?#].*$/s, '')}`)
    const isOpen = (node) => opened.has(node.id) || node.expanded
    for (let node = current; node; node = node.parent) if (node !== current || node.children.length > 0) opened.add(node.id)
    opened.keep()

    const before = panel.querySelector('[aria-current]')?.getBoundingClientRect().top
    const hadFocus = nav.contains(document.activeElement) ? document.activeElement : null
    const focused = hadFocus?.href
    const input = document.createElement('input')
    Object.assign(input, { type: 'search', autocomplete: 'off', spellcheck: false, placeholder: labels.filter })
    input.setAttribute('aria-label', labels.filter)
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    const list = toList(all, isOpen)
    const rest = [...panel.children].filter((child) => child.localName !== 'summary' && child.localName !== 'p')
    for (const child of rest) child.remove()
    panel.querySelector('summary').after(input, status, list)
    // A copy, since the link below the tree is another one than that below the branch: nothing moves.
    const below = panel.querySelector(':scope > p:last-child')
    below?.replaceWith(below.cloneNode(true))
    input.addEventListener('input', () => filter(input.value))
    nav.addEventListener('keydown', (event) => onKey(event, nav))
    const shown = list.querySelector('[aria-current]')
    if (shown && before !== undefined) scrollBox(list).scrollTop += shown.getBoundingClientRect().top - before
    if (focused) (list.querySelector(`a[href="${CSS.escape(focused)}"]`) ?? input).focus({ preventScroll: true })
    else if (hadFocus && hadFocus.localName !== 'summary') input.focus({ preventScroll: true })

    function filter(text) {
      const words = fold(text).split(/\s+/).filter(Boolean)
      panel.querySelector(':scope > ul').remove()
      if (words.length === 0) {
        status.textContent = ''
        panel.querySelector('summary').parentElement.insertBefore(toList(all, isOpen), status.nextSibling)
        return
      }
      const found = new Set()
      let count = 0
      const visit = (node) => {
        if (count < MOST_MATCHES && words.every((word) => node.text.includes(word))) {
          count++
          for (let each = node; each && !found.has(each); each = each.parent) found.add(each)
        }
        node.children.forEach(visit)
      }
      all.forEach(visit)
      status.textContent = count === 0 ? labels.noMatch : count === MOST_MATCHES ? labels.more : ''
      status.after(toList(all, (node) => node.children.some((child) => found.has(child)), found))
    }

    /** @param only nodes to show; a match keeps its branch, closed. */
    function toList(level, isOpen, only) {
      const list = document.createElement('ul')
      for (const node of level) if (!only || only.has(node)) list.append(toItem(node, isOpen, only))
      return list
    }

    function toItem(node, isOpen, only) {
      const item = document.createElement('li')
      const name = document.createElement(node.url ? 'a' : node.children.length > 0 ? 'button' : 'span')
      name.textContent = node.name
      if (node.lang) name.lang = node.lang
      if (node.dir) name.dir = node.dir
      if (node.url) name.href = node.url
      if (node === current) name.setAttribute('aria-current', 'page')
      if (node.children.length === 0) {
        item.append(name)
        return item
      }
      const button = node.url ? document.createElement('button') : name
      button.type = 'button'
      button.className = 'branch'
      if (node.url) button.setAttribute('aria-label', node.name)
      if (node.url && node.lang) button.lang = node.lang
      let below
      const set = (open) => {
        button.setAttribute('aria-expanded', String(open))
        if (open && !below) {
          // A branch that a filter leaves without matches shows all of its nodes.
          const own = only && node.children.some((child) => only.has(child)) ? only : undefined
          below = toList(node.children, own ? isOpen : (child) => opened.has(child.id), own)
          item.append(below)
        }
        if (below) below.hidden = !open
      }
      button.addEventListener('click', () => {
        const open = button.getAttribute('aria-expanded') !== 'true'
        if (open) opened.add(node.id)
        else opened.delete(node.id)
        opened.keep()
        set(open)
      })
      if (node.url) item.append(button, name)
      else item.append(button)
      set(isOpen(node))
      return item
    }

    /** Nodes from their stored form: name, address, children, language, further words, whether they are open. */
    function readNodes(stored, parent, way) {
      return stored.map(([name, address, children, lang, words, expanded], at) => {
        const [tag, dir] = (lang || '').split(' ')
        const node = {
          id: `${way}${at}`,
          ...{ name, parent, lang: tag, dir },
          url: address ? new URL(address, base).href : '',
          text: fold(words ? `${name} ${words}` : name),
          expanded: expanded === 1,
        }
        // Data of documents, which must not become a script.
        if (!/^(?:https?|file):/.test(node.url)) node.url = ''
        node.children = readNodes(children || [], node, `${node.id}.`)
        return node
      })
    }
  }

  function findNode(nodes, test) {
    for (const node of nodes) {
      const found = test(node) ? node : findNode(node.children, test)
      if (found) return found
    }
    return null
  }

  /** Text as a filter compares it: in lower case, without accents. */
  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  }

  /** The ids of open branches, which later pages of this visit open again. */
  function rememberOpened(key) {
    let ids = []
    try {
      ids = JSON.parse(sessionStorage.getItem(key)) ?? []
    } catch {}
    const opened = new Set(Array.isArray(ids) ? ids : [])
    opened.keep = () => {
      try {
        sessionStorage.setItem(key, JSON.stringify([...opened]))
      } catch {}
    }
    return opened
  }

  /** The element that scrolls the tree: its list, or one around it. */
  function scrollBox(list) {
    for (let each = list; each; each = each.parentElement)
      if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each
    return list
  }

  /** Arrow keys walk through the visible nodes, open and close branches; Tab works as everywhere. */
  function onKey(event, nav) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const at = document.activeElement
    const isInput = at?.localName === 'input'
    if (isInput && event.key !== 'ArrowDown') return
    const stops = [...nav.querySelectorAll('li > a, li > button:only-of-type')].filter((each) => each.checkVisibility?.() ?? true)
    const names = stops.filter((each) => each.localName === 'a' || !each.parentElement.querySelector(':scope > a'))
    const item = at?.closest('li')
    const own = item && names.find((each) => each.parentElement === item)
    const index = own ? names.indexOf(own) : -1
    const branch = item?.querySelector(':scope > button.branch')
    const isOpen = branch?.getAttribute('aria-expanded') === 'true'
    const [inward, outward] = getComputedStyle(nav).direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    const parent = item?.parentElement.closest('li')
    let next
    if (event.key === 'ArrowDown') next = names[index + 1]
    else if (event.key === 'ArrowUp') next = index > 0 ? names[index - 1] : nav.querySelector('input')
    else if (event.key === 'Home') next = names[0]
    else if (event.key === 'End') next = names.at(-1)
    else if (event.key === inward && branch && !isOpen) branch.click()
    else if (event.key === inward && branch) next = names[index + 1]
    else if (event.key === outward && branch && isOpen) branch.click()
    else if (event.key === outward && parent) next = names.find((each) => each.parentElement === parent)
    else return
    event.preventDefault()
    next?.focus()
  }
})()
