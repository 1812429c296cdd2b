// Lockstep: the search of a site. Pagefind finds pages; this script shows them, with the source of translated sentences.
;(() => {
  'use strict'

  const opener = document.querySelector('.search-open')
  if (!opener) return

  const { create } = lockstep
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

  /** Whether keys write into an element. The input of a closed dialog keeps the focus until the page is drawn again. */
  function isEditable(element) {
    return element.isContentEditable || (element.matches('input, textarea, select') && !element.closest('dialog:not([open])'))
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
    // Also while nothing in it has the focus.
    document.addEventListener('keydown', (event) => dialog.open && move(event, { input, results }))
    return { dialog, input, status, list, more }
  }

  /** Arrows walk through the results; other keys go back to the input. */
  function move(event, { input, results }) {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (ctrlKey || metaKey || altKey || isComposing) return
    const stops = [input, ...results.querySelectorAll('a, button:not([hidden])')]
    const at = stops.indexOf(document.activeElement)
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = stops[Math.max(at + (key === 'ArrowDown' ? 1 : -1), 0)]
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
    const { raw_url: url, sub_results: results, locations, meta } = page
    const { title, other, untranslated } = meta
    const text = readText(page)
    const found = text.found(locations)
    const isTop = ({ anchor }) => !anchor || anchor.element === 'h1'
    const top = results.filter(isTop).flatMap(({ weighted_locations: hits }) => hits)
    const sections = results
      .filter((section) => !isTop(section))
      .sort((a, b) => scoreOf(b) - scoreOf(a))
      .slice(0, SECTIONS)
      .sort((a, b) => a.anchor.location - b.anchor.location)
    const name = (className, text) => {
      const element = create('span', { className, dir: 'auto' })
      if (untranslated) element.lang = other
      element.append(...marked(text, found))
      return element
    }

    const item = create('li', {})
    const link = linkTo(url, undefined, name('search-title', title))
    if (untranslated) link.append(create('span', { className: 'search-note', textContent: labels.untranslated }))
    if (top.length > 0) link.append(...text.excerpt(top, other))
    item.append(link)
    if (sections.length > 0) {
      const list = create('ul', {})
      for (const { title, anchor, weighted_locations: hits } of sections) {
        const section = create('li', {})
        section.append(linkTo(url, anchor.id, name('search-heading', title), ...text.excerpt(hits, other, anchor)))
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
   * Reads the text of a page. Marks set apart a sentence and its source, ⦑…⦃…⦄, and text without translation, ⦗…⦘. Pagefind counts words as
   * they stand between spaces, or between marks of its own in languages without spaces.
   */
  function readText({ raw_content, anchors, meta }) {
    const joint = raw_content.includes('\u200B') ? '' : ' '
    const words = raw_content.split(joint ? /[^\S\uFEFF]+/ : '\u200B')
    const tokens = []
    let kind = 'own'
    let passage = 0
    for (const [at, word] of words.entries()) {
      for (const part of word.split(/([⦑⦃⦄⦗⦘])/)) {
        if (/[⦑⦄⦗⦘]/.test(part)) passage++
        if (part === '⦃') kind = 'other'
        else if (part === '⦗') kind = 'foreign'
        else if (/[⦑⦄⦘]/.test(part)) kind = 'own'
        else if (part && !isLoose(part)) tokens.push({ at, kind, passage, text: decode(part) })
      }
    }

    /** Whether a text is the full stop that Pagefind puts at the end of a paragraph, after a mark. */
    function isLoose(text) {
      return kind === 'own' && tokens.length > 0 && tokens.at(-1).kind !== 'own' && /^[.\s]*$/.test(text)
    }

    /** The words below a heading; without one, those before the second. */
    function wordsBelow(anchor) {
      const headings = anchors.filter(({ element }) => element !== 'h1').map(({ location }) => location)
      const from = anchor?.location ?? 0
      const to = Math.min(...headings.filter((location) => location > from || !anchor))
      const below = tokens.filter(({ at }) => at >= from && at < to)
      const title = bare(anchor?.text ?? anchors.find(({ element }) => element === 'h1')?.text ?? meta.title)
      let start = ''
      const end = below.findIndex(({ text }) => {
        start += text
        return bare(start).length >= title.length
      })
      const text = bare(start) === title ? below.slice(end + 1) : below
      // What Pagefind puts after the heading.
      return text.slice(Math.max(0, text.findIndex(({ text }) => bare(text))))
    }

    /** The words that were found with those around them, and what they translate. */
    function excerpt(hits, other, anchor) {
      const shown = wordsBelow(anchor)
      const scores = new Map(hits.map(({ location, balanced_score }) => [location, balanced_score]))
      const best = (kind) =>
        shown
          .filter((token) => token.kind === kind && scores.has(token.at))
          .sort((a, b) => scores.get(b.at) - scores.get(a.at) || a.at - b.at)[0]
      const is = (kind, passage) => shown.filter((token) => token.kind === kind && (passage === undefined || token.passage === passage))
      const own = best('own')
      if (own) return [line(around(own, is('own')), scores)]
      const foreign = best('foreign')
      if (foreign) return [line(around(foreign, is('foreign')), scores, other)]
      const source = best('other')
      if (!source) return [line(around(shown[0], is(shown[0]?.kind)), scores, shown[0]?.kind === 'foreign' ? other : undefined)]
      const beside = line(around(source, is('other', source.passage)), scores, other)
      beside.classList.add('search-other')
      return [line(around(undefined, is('own', source.passage)), scores), beside]
    }

    function line(tokens, scores, lang) {
      const element = create('span', { className: 'search-excerpt', dir: 'auto' })
      if (lang) element.lang = lang
      for (const [index, { at, text }] of tokens.entries()) {
        if (index > 0) element.append(joint)
        if (!scores.has(at)) element.append(text)
        else {
          // Between words of languages without spaces, a space belongs to a word.
          const [, before, word, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)
          element.append(before, create('mark', { textContent: word }), after)
        }
      }
      return element
    }

    /** The words around one, or the first ones. */
    function around(token, all) {
      const start = Math.max(0, Math.min(all.indexOf(token) - BEFORE, all.length - WORDS))
      const cut = { at: -1, text: '…' }
      return [...(start > 0 ? [cut] : []), ...all.slice(start, start + WORDS), ...(start + WORDS < all.length ? [cut] : [])]
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

  /** Letters and digits of a text. */
  function bare(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  }

  function decode(text) {
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  }
})()
