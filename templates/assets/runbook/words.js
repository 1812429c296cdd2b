// Runbooks on the screen: numbers, moments and sentences as a locale writes them. Labels are attributes of the script.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})
  const labels = document.currentScript.dataset

  runbook.labels = labels

  /** Fills the `{name}` placeholders of a label. */
  runbook.fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)

  /** A label with its value. */
  runbook.labelled = (label, value) => runbook.fill(labels.labelled, { label, value })

  runbook.wordsOf = (tag) => {
    const locale = localeOf(tag)
    const number = new Intl.NumberFormat(locale)
    const plural = new Intl.PluralRules(locale)
    const formats = {
      short: new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeStyle: 'short' }),
      long: new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'short' }),
      exact: new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'medium', timeStyle: 'medium' }),
    }
    const stamp = (date, style) => ({ value: formats[style].format(date), time: runbook.toIso(date) })
    const count = (value) => number.format(value)
    return {
      locale,
      count,
      formats,
      stamp,
      long: (date) => formats.long.format(date),
      exact: (date) => formats.exact.format(date),
      now: (style) => stamp(new Date(), style),
      share: (done, total) => `${count(done)} / ${count(total)}`,
      progress: (done, total) => runbook.fill(labels.progress, { done: count(done), total: count(total) }),
      open: (open) => {
        const form = plural.select(open)
        const text = labels[`open${form[0].toUpperCase()}${form.slice(1)}`] ?? labels.openOther
        return runbook.fill(text, { number: count(open) })
      },
    }
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

  /** Text of a node as it reads on a line; the other language, fields and buttons left out. */
  runbook.plain = (node) => {
    if (!node) return ''
    const copy = node.cloneNode(true)
    for (const extra of copy.querySelectorAll('.other, .link-number, .for-readers, .refused, button, .skip, .observed, .jump')) extra.remove()
    for (const block of copy.querySelectorAll('p, li, pre, tr, div, br, .mark-label, .outcome-label')) block.after(' ')
    return copy.textContent.replace(/\s+/g, ' ').trim()
  }
})()
