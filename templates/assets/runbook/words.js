// Runbooks on the screen: numbers, moments and sentences as a locale writes them, or two locales. Labels are attributes of the script.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  const labels = document.currentScript.dataset
  /** Letters of scripts that run from right to left. */
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

  runbook.labels = labels

  /** Fills the `{name}` placeholders of a label. */
  runbook.fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

  /** A label with its value. */
  runbook.labelled = (label, value) => runbook.fill(labels.labelled, { label, value })

  /** The words of a runbook: of its locale, and of the second language if it is bilingual. */
  runbook.wordsOf = (root) => {
    const own = tongueOf(root.closest('[lang]').lang, labels)
    const isBilingual = root.matches('.bilingual') && labels.secondLang !== undefined
    const second = isBilingual ? tongueOf(labels.secondLang, secondLabels()) : undefined
    const tongues = second ? [own, second] : [own]
    const line = (textIn) => runbook.line(tongues.map(textIn))
    const moments = second ? ISO : own.moments
    const stamp = (date, style) => ({ value: moments[style](date), time: runbook.toIso(date) })
    return {
      tongues,
      line,
      /** Leads on in the direction of the text. */
      arrow: document.dir === 'rtl' ? '←' : '→',
      put: (node, textIn) => put(node, tongues.map(textIn)),
      labels: second ? mergeLabels(own.labels, second.labels) : own.labels,
      stamp,
      long: moments.long,
      exact: moments.exact,
      now: (style) => stamp(new Date(), style),
      share: (done, total) => (second ? `${done} / ${total}` : `${own.count(done)} / ${own.count(total)}`),
      done: (progress) => line((tongue) => doneIn(tongue, progress)),
      /** How much is done, and how much is left. */
      progress: (progress) => line((tongue) => progressIn(tongue, progress)),
      putProgress: (node, progress) => put(node, tongues.map((tongue) => progressIn(tongue, progress))),
    }
  }

  /** A text in one language or in two, on one line. Where one runs from right to left, each keeps its own direction. */
  runbook.line = (texts) => {
    const distinct = [...new Set(texts)].filter(Boolean)
    if (distinct.length < 2) return distinct[0] ?? ''
    const isMixed = distinct.some((text) => RIGHT_TO_LEFT.test(text))
    return distinct.map((text) => (isMixed ? `\u2068${text}\u2069` : text)).join(' / ')
  }

  /** Writes a text into a node, in the second language below. A node that says it already is not announced again. */
  function put(node, [text, other]) {
    const second = other === undefined || other === text ? '' : other
    if (node.textContent === text + second) return
    node.replaceChildren(text)
    if (second === '') return
    const below = lockstep.create('span', { className: 'other', lang: labels.secondLang, dir: labels.secondDir })
    below.textContent = second
    node.append(below)
  }

  /** A locale and its labels; what depends on them. */
  function tongueOf(tag, labels) {
    const locale = localeOf(tag)
    const number = new Intl.NumberFormat(locale)
    const plural = new Intl.PluralRules(locale)
    const formats = {
      short: new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeStyle: 'short' }),
      long: new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'short' }),
      exact: new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'medium' }),
    }
    const count = (value) => number.format(value)
    return {
      locale,
      labels,
      count,
      formats,
      moments: {
        short: (date) => formats.short.format(date),
        long: (date) => formats.long.format(date),
        exact: (date) => formats.exact.format(date),
      },
      open: (open) => {
        const form = plural.select(open)
        const text = labels[`open${form[0].toUpperCase()}${form.slice(1)}`] ?? labels.openOther
        return runbook.fill(text, { number: count(open) })
      },
    }
  }

  function doneIn({ labels, count }, { total, open }) {
    return runbook.fill(labels.progress, { done: count(total - open), total: count(total) })
  }

  function progressIn(tongue, progress) {
    const left = progress.open === 0 ? tongue.labels.allDone : tongue.open(progress.open)
    return `${doneIn(tongue, progress)} · ${left}`
  }

  /** The labels in the second language, under the names of those in the first. */
  function secondLabels() {
    const own = Object.entries(labels).filter(([name]) => /^second[A-Z]/.test(name))
    return Object.fromEntries(own.map(([name, text]) => [name[6].toLowerCase() + name.slice(7), text]))
  }

  function mergeLabels(one, other) {
    return Object.fromEntries(Object.keys(other).map((name) => [name, runbook.line([one[name], other[name]])]))
  }

  /** The tag as `Intl` takes it; what is no tag gives the browser’s own locale. */
  function localeOf(tag) {
    try {
      return Intl.getCanonicalLocales(tag)[0]
    } catch {
      return undefined
    }
  }

  /** The moment with the offset of the place from UTC (ISO 8601). */
  runbook.toIso = (date) => {
    const offset = -date.getTimezoneOffset()
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19)
    const two = (value) => `${Math.trunc(value)}`.padStart(2, '0')
    return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
  }

  /** Moments as readers of any language read them. */
  const ISO = {
    short: (date) => runbook.toIso(date).slice(11, 16),
    long: (date) => runbook.toIso(date).slice(0, 16).replace('T', ' '),
    exact: (date) => runbook.toIso(date).slice(0, 19).replace('T', ' '),
  }

  /** Text of a node as it reads on a line; the other language, fields and buttons left out. */
  runbook.plain = (node) => {
    if (!node) return ''
    const copy = node.cloneNode(true)
    for (const other of copy.querySelectorAll('.other')) other.remove()
    return lineOf(copy, labels.labelled)
  }

  /** The same in the other language; empty if both are equal. */
  runbook.plainOther = (node) => {
    if (!node) return ''
    const copy = node.cloneNode(true)
    for (const other of copy.querySelectorAll('.other')) while (other.previousSibling) other.previousSibling.remove()
    const text = lineOf(copy, labels.secondLabelled)
    return text === runbook.plain(node) ? '' : text
  }

  /** A number with raised digits, so that it stays apart from the word before it; other text as it is. */
  function raiseDigits(text) {
    return /^\d{1,2}$/.test(text) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]) : text
  }

  function lineOf(copy, labelled) {
    for (const extra of copy.querySelectorAll('.link-number, .for-readers, .refused, .observed, .jump, button, .skip')) extra.remove()
    for (const label of copy.querySelectorAll('.mark-label')) label.textContent = runbook.fill(labelled, { label: label.textContent, value: ' ' })
    for (const raised of copy.querySelectorAll('sup')) raised.textContent = raiseDigits(raised.textContent)
    for (const block of copy.querySelectorAll('p, li, pre, tr, div, br')) block.after(' ')
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }
})()
