// Lockstep: the search of a site. Pagefind finds pages; this script shows them, with the source of translated sentences.
;(() => {
  'use strict'

  const opener = document.querySelector('.search-open')
  if (!opener) return

  const labels = opener.dataset
  const root = new URL(labels.root || '.', document.baseURI)
  const isFile = location.protocol === 'file:'

  /** Pages to show at once, and headings of each. */
  const PAGES = 8
  const SECTIONS = 3
  /** Length of an excerpt in words, and how many of them come before the word that was found. */
  const WORDS = 32
  const BEFORE = 10
  /** Pause while somebody types, in milliseconds. */
  const PAUSE = 150

  let view
  let pagefind
  let turn = 0

  opener.classList.add('ready')
  if (isFile) opener.title = labels.needsServer
  opener.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event
    const isShortcut = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k'
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isEditable(target)
    if (!isShortcut && !isSlash) return
    event.preventDefault()
    open()
  })

  function isEditable(element) {
    return element.isContentEditable || element.matches('input, textarea, select')
  }

  function open() {
    view ??= createView()
    if (!view.dialog.open) view.dialog.showModal()
    view.input.focus()
    view.input.select()
    if (isFile) view.status.textContent = labels.needsServer
    else load().catch(fail)
  }

  function load() {
    pagefind ??= import(new URL('pagefind/pagefind.js', root).href).then(async (loaded) => {
      await loaded.init()
      return loaded
    })
    return pagefind
  }

  function fail(error) {
    console.error(error)
    // The next try loads it again.
    pagefind = undefined
    view.list.replaceChildren()
    view.more.hidden = true
    view.status.textContent = labels.failed
  }

  function createView() {
    const dialog = create('dialog', { className: 'search', ariaLabel: labels.label })
    const form = create('form', { method: 'dialog', role: 'search' })
    const input = create('input', { type: 'text', autocomplete: 'off', spellcheck: false, enterKeyHint: 'search', id: 'lockstep-search' })
    input.inputMode = 'search'
    input.disabled = isFile
    input.placeholder = input.ariaLabel = labels.label
    const close = create('button', { type: 'button', className: 'search-close', ariaLabel: labels.close, title: labels.close })
    form.append(input, close)
    const status = create('p', { className: 'search-status', role: 'status', textContent: labels.help })
    const list = create('ol', { className: 'search-results' })
    const more = create('button', { type: 'button', className: 'search-more', textContent: labels.more, hidden: true })
    const results = create('div', { className: 'search-scroll' })
    results.append(list, more)
    dialog.append(form, status, results)
    document.body.append(dialog)

    close.addEventListener('click', () => dialog.close())
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || target.closest('a')) dialog.close()
    })
    input.addEventListener('input', () => search(input.value))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      list.querySelector('a')?.click()
    })
    dialog.addEventListener('keydown', (event) => move(event, { input, results }))
    return { dialog, input, status, list, more }
  }

  /** Arrows walk through the results; other keys go back to the input. */
  function move(event, { input, results }) {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (ctrlKey || metaKey || altKey || isComposing) return
    const stops = [input, ...results.querySelectorAll('a, button:not([hidden])')]
    const at = stops.indexOf(document.activeElement)
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = stops[at + (key === 'ArrowDown' ? 1 : -1)]
      event.preventDefault()
      next?.focus()
      if (next === input) input.select()
    } else if (at > 0 && (key === 'Backspace' || (key.length === 1 && key !== ' '))) {
      input.focus()
    }
  }

  async function search(text) {
    const own = ++turn
    const { status, list, more } = view
    const term = text.trim()
    if (!term) {
      list.replaceChildren()
      more.hidden = true
      status.textContent = labels.help
      return
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    if (own !== turn) return
    try {
      const { results } = await (await load()).search(term)
      if (own !== turn) return
      const first = await itemsOf(results.slice(0, PAGES))
      if (own !== turn) return
      list.replaceChildren(...first)
      list.parentElement.scrollTop = 0
      status.textContent = results.length > 0 ? labels.found.replace('#', results.length.toLocaleString(document.documentElement.lang)) : labels.none
      offerMore(results, PAGES, own)
    } catch (error) {
      if (own === turn) fail(error)
    }
  }

  function offerMore(results, from, own) {
    const { list, more } = view
    more.hidden = results.length <= from
    more.onclick = async () => {
      const items = await itemsOf(results.slice(from, from + PAGES)).catch(fail)
      if (own !== turn || !items) return
      list.append(...items)
      items[0].querySelector('a').focus()
      offerMore(results, from + PAGES, own)
    }
  }

  async function itemsOf(results) {
    const pages = await Promise.all(results.map((result) => result.data()))
    return pages.map(itemOf)
  }

  /** One page with its headings. */
  function itemOf(page) {
    const text = readText(page)
    const { title, other, untranslated } = page.meta
    const isTop = ({ anchor }) => !anchor || anchor.element === 'h1'
    const top = page.sub_results.filter(isTop)
    const sections = page.sub_results
      .filter((section) => !isTop(section))
      .sort((a, b) => scoreOf(b) - scoreOf(a))
      .slice(0, SECTIONS)
      .sort((a, b) => a.anchor.location - b.anchor.location)
    const found = text.found(page.locations)

    const item = create('li', {})
    const heading = create('span', { className: 'search-title', dir: 'auto' })
    heading.append(...marked(title, found))
    if (untranslated) heading.lang = other
    const link = linkTo(page.raw_url, undefined, heading)
    if (untranslated) link.append(create('span', { className: 'search-note', textContent: labels.untranslated }))
    const hits = top.flatMap(({ weighted_locations }) => weighted_locations)
    if (hits.length > 0) link.append(...text.excerpt(hits, other))
    item.append(link)
    if (sections.length > 0) {
      const list = create('ul', {})
      for (const { title, anchor, weighted_locations } of sections) {
        const name = create('span', { className: 'search-heading', dir: 'auto' })
        name.append(...marked(title, found))
        if (untranslated) name.lang = other
        const section = create('li', {})
        section.append(linkTo(page.raw_url, anchor.id, name, ...text.excerpt(weighted_locations, other)))
        list.append(section)
      }
      item.append(list)
    }
    return item
  }

  function scoreOf({ weighted_locations }) {
    return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0)
  }

  function linkTo(url, id, ...content) {
    const target = new URL(url, root)
    if (id) target.hash = id
    const link = create('a', { href: target.href })
    link.append(...content)
    return link
  }

  /**
   * Reads the text of a page. Marks tell the source of a sentence, ⦃…⦄, and text without translation, ⦗…⦘, from the text in the language
   * of the page. Pagefind counts words as they stand between spaces, or between marks of its own in languages without spaces.
   */
  function readText({ raw_content }) {
    const joint = raw_content.includes('\u200B') ? '' : ' '
    const words = raw_content.split(joint ? /[^\S\uFEFF]+/ : '\u200B')
    const tokens = []
    let kind = 'own'
    let passage = 0
    for (const [at, word] of words.entries()) {
      for (const part of word.split(/([⦃⦄⦗⦘])/)) {
        if (part === '⦃') kind = 'other'
        else if (part === '⦗') kind = 'foreign'
        if (part === '⦗' || part === '⦘' || part === '⦄') passage++
        if (part === '⦄' || part === '⦘') kind = 'own'
        else if (part && part !== '⦃' && part !== '⦗') tokens.push({ at, kind, passage, text: decode(part) })
      }
    }
    // What Pagefind puts at the end of a paragraph.
    const isLoose = ({ kind, text }, index) => kind === 'own' && index > 0 && tokens[index - 1].kind !== 'own' && /^[.\s]*$/.test(text)
    const shown = tokens.filter((token, index) => !isLoose(token, index))

    function excerpt(hits, other) {
      const scores = new Map(hits.map(({ location, balanced_score }) => [location, balanced_score]))
      const best = (kind) =>
        shown
          .filter((token) => token.kind === kind && scores.has(token.at))
          .sort((a, b) => scores.get(b.at) - scores.get(a.at) || a.at - b.at)[0]
      const line = (tokens, className, lang) => {
        const element = create('span', { className, dir: 'auto' })
        if (lang) element.lang = lang
        for (const [index, { at, text }] of tokens.entries()) {
          if (index > 0) element.append(joint)
          element.append(scores.has(at) ? create('mark', { textContent: text }) : text)
        }
        return element
      }
      const own = best('own')
      if (own) return [line(around(own, (token) => token.kind === 'own'), 'search-excerpt')]
      const foreign = best('foreign')
      if (foreign) return [line(around(foreign, (token) => token.kind === 'foreign'), 'search-excerpt', other)]
      const source = best('other')
      if (!source) return []
      const isBeside = (kind) => (token) => token.kind === kind && token.passage === source.passage
      return [
        line(shown.filter(isBeside('own')).slice(-WORDS), 'search-excerpt'),
        line(around(source, isBeside('other')), 'search-excerpt search-other', other),
      ]
    }

    /** The words around one, of those that belong together. */
    function around(token, belongs) {
      const all = shown.filter(belongs)
      const at = all.indexOf(token)
      const start = Math.max(0, Math.min(at - BEFORE, all.length - WORDS))
      const part = all.slice(start, start + WORDS)
      const cut = { at: -1, text: '…' }
      return [...(start > 0 ? [cut] : []), ...part, ...(start + WORDS < all.length ? [cut] : [])]
    }

    /** The words that were found. */
    function found(locations) {
      const all = new Set(locations)
      return new Set(tokens.filter(({ at }) => all.has(at)).map(({ text }) => bare(text)))
    }
    return { excerpt, found }
  }

  /** Text with the words that were found as marks. */
  function marked(text, found) {
    return text.replaceAll('\u200B', '').split(/([\p{L}\p{M}\p{N}_-]+)/u).map((part) => (found.has(bare(part)) ? create('mark', { textContent: part }) : part))
  }

  function bare(text) {
    return text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
  }

  function decode(text) {
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  }

  function create(name, properties) {
    return Object.assign(document.createElement(name), properties)
  }
})()
