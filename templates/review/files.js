// Decisions as files: export, and import.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  const KEYS = ['key', 'path', 'state', 'comment', 'suggestion', 'reviewer', 'at', 'source', 'target']
  const FILE_KEYS = ['$schema', 'type', 'version', 'locale']
  /** What files have besides decisions, by locale. */
  const heads = new Map()

  /** Saves all decisions, a file for each language. */
  review.exportFiles = () => {
    const files = review.decisionFiles()
    if (files.length === 0) return review.say(['nothingToExport'])
    for (const { name, text } of files) {
      const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      create('a', { href: url, download: name }).click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    }
  }

  /** The files of all decisions, as the program writes them. */
  review.decisionFiles = () => {
    const byLocale = new Map()
    for (const { locale, decisions } of review.slots()) {
      const known = byLocale.get(locale)
      if (known) known.push(...decisions)
      else byLocale.set(locale, [...decisions])
    }
    return [...byLocale].map(([locale, decisions]) => {
      const head = inOrder({ ...heads.get(locale), type: 'decisions', version: 1, locale }, FILE_KEYS)
      const file = { ...head, decisions: review.sortDecisions(decisions) }
      return { name: `${locale}.review.json`, text: `${JSON.stringify(file, undefined, 2)}\n` }
    })
  }

  /** Takes a file of decisions: each stays beside those of the same reviewer that say something else; gives the slots. */
  review.addFile = async ({ decisions, ...head }) => {
    const { locale } = head
    // As when files are merged, the order does not matter.
    const known = new Map(Object.entries(heads.get(locale) ?? {}))
    for (const [key, value] of Object.entries(head)) {
      const own = known.get(key)
      if (own === undefined || JSON.stringify(own) < JSON.stringify(value)) known.set(key, value)
    }
    heads.set(locale, Object.fromEntries(known))
    const slots = review.slotsOf({ locale, decisions })
    await review.adopt(slots)
    return slots
  }

  /** Reads files of decisions that reviewers choose. */
  review.importFiles = async (files) => {
    await review.adopted
    const messages = []
    for (const file of files) {
      const content = await contentOf(file)
      if (!review.isDecisionFile(content)) messages.push(['importFailed', { file: file.name }])
      else if (!review.index.locales.includes(content.locale))
        messages.push(['importOther', { file: file.name, locale: content.locale }])
      else {
        review.keep(await review.addFile(content))
        messages.push(['imported', { number: content.decisions.length }])
      }
    }
    review.say(...messages)
  }

  /** Lets the reviewer choose files to import. */
  review.chooseFiles = () => {
    const input = create('input', { type: 'file', accept: '.json,application/json', multiple: true })
    input.onchange = () => review.importFiles(input.files)
    input.click()
  }

  /** Whether a value is a file of decisions; the same as for the program. */
  review.isDecisionFile = (value) =>
    isObject(value) &&
    (value.$schema === undefined || isText(value.$schema)) &&
    value.type === 'decisions' &&
    value.version === 1 &&
    isText(value.locale) &&
    Array.isArray(value.decisions) &&
    value.decisions.every(isDecision)

  /** Sorts decisions and drops equal ones; the same as the program. */
  review.sortDecisions = (decisions) => {
    const byText = new Map()
    for (const decision of decisions) {
      const ordered = inOrder(decision, KEYS)
      byText.set(JSON.stringify(ordered), ordered)
    }
    return [...byText]
      .sort(
        ([one, a], [other, b]) =>
          compare(a.path, b.path) ||
          compare(a.key, b.key) ||
          compare(a.reviewer ?? '', b.reviewer ?? '') ||
          compare(one, other),
      )
      .map(([, decision]) => decision)
  }

  async function contentOf(file) {
    try {
      return JSON.parse(await file.text())
    } catch {
      return undefined
    }
  }

  function isDecision(value) {
    if (!isObject(value)) return false
    const { key, path, state, comment, suggestion, reviewer, at, source, target } = value
    const isAbsent = (each) => each === undefined
    const isString = (each) => typeof each === 'string'
    return (
      isText(key) &&
      isText(path) &&
      [undefined, 'approved', 'needs-fix'].includes(state) &&
      [comment, suggestion].every((each) => isAbsent(each) || isString(each)) &&
      (isAbsent(reviewer) || isText(reviewer)) &&
      (isAbsent(at) || (isString(at) && new RegExp(review.time).test(at))) &&
      [source, target].every((each) => each === null || isString(each))
    )
  }

  function isObject(value) {
    return typeof value === 'object' && value !== null
  }

  function isText(value) {
    return typeof value === 'string' && /\S/.test(value)
  }

  /** A copy with known keys first, then the others, sorted at every depth. */
  function inOrder(value, known) {
    const entries = new Map(Object.entries(value))
    const others = [...entries.keys()].filter((key) => !known.includes(key)).sort(compare)
    const names = [...known.filter((key) => entries.get(key) !== undefined), ...others]
    return Object.fromEntries(
      names.map((name) => [name, known.includes(name) ? entries.get(name) : sorted(entries.get(name))]),
    )
  }

  function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted)
    return isObject(value) ? inOrder(value, []) : value
  }

  function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0
  }
})()
