// Decisions as files: export, and import.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  const KEYS = ['key', 'path', 'state', 'comment', 'suggestion', 'reviewer', 'at', 'source', 'target']

  /** Saves all decisions, a file for each language. */
  review.exportFiles = () => {
    const files = review.decisionFiles()
    if (files.length === 0) return review.say('nothingToExport')
    for (const { name, text } of files) {
      const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      create('a', { href: url, download: name }).click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    }
  }

  /** The files of all decisions: sorted by path, key and reviewer, as reports write them. */
  review.decisionFiles = () => {
    const byLocale = new Map()
    for (const decision of review.decisions()) {
      const locale = review.localeOf(decision)
      byLocale.set(locale, [...(byLocale.get(locale) ?? []), decision])
    }
    return [...byLocale].map(([locale, decisions]) => {
      const sorted = decisions.sort(
        (a, b) => compare(a.path, b.path) || compare(a.key, b.key) || compare(a.reviewer ?? '', b.reviewer ?? ''),
      )
      const file = { type: 'decisions', version: 1, locale, decisions: sorted.map(inOrder) }
      return { name: `${locale}.review.json`, text: `${JSON.stringify(file, null, 2)}\n` }
    })
  }

  /** The language of a decision: that of its document, else of the file that it came from. */
  review.localeOf = ({ key, path, reviewer }) =>
    review.index.documents[review.byPath.get(path)]?.locale ??
    review.localesOfOthers.get(review.nameOf({ key, reviewer })) ??
    review.index.locales[0]

  review.localesOfOthers = new Map()

  /** Reads files of decisions; those that are there already, by the same reviewer, give way. */
  review.importFiles = async (files) => {
    for (const file of files) {
      let content
      try {
        content = JSON.parse(await file.text())
        if (content.type !== 'decisions' || content.version !== 1) throw new Error(content.type)
        for (const { key, path } of content.decisions)
          if (typeof key !== 'string' || typeof path !== 'string') throw new Error('key')
      } catch {
        review.say('importFailed', { file: file.name })
        continue
      }
      for (const decision of content.decisions)
        review.localesOfOthers.set(review.nameOf(decision), content.locale)
      await review.adopt(content.decisions)
      review.keep(content.decisions.map((decision) => ({ decision })))
      review.say('imported', { number: content.decisions.length })
    }
  }

  /** Lets the reviewer choose files to import. */
  review.chooseFiles = () => {
    const input = create('input', { type: 'file', accept: '.json,application/json', multiple: true })
    input.onchange = () => review.importFiles(input.files)
    input.click()
  }

  function inOrder(decision) {
    const others = Object.keys(decision).filter((name) => !KEYS.includes(name)).sort()
    return Object.fromEntries(
      [...KEYS, ...others].filter((name) => decision[name] !== undefined).map((name) => [name, decision[name]]),
    )
  }

  function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0
  }
})()
