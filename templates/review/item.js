// The item in the middle: its texts, and all that is known about it.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  const SERIOUS = ['regression', 'source-sign', 'untranslated', 'stale']
  const CALM = ['moved', 'markup-only', 'whitespace-only', 'removed']
  let place
  let waiting = []

  /** How urgent a class is. */
  review.toneOf = (risk) => (SERIOUS.includes(risk) ? 'serious' : CALM.includes(risk) ? 'calm' : 'usual')

  review.makeItem = () => {
    place = create('article', { className: 'item', id: 'item', tabIndex: -1, ariaLabel: review.label('item') })
    return place
  }

  /** Shows a member of the current item. */
  review.showItem = async (unit) => {
    const document = review.documentOf(unit)
    place.ariaBusy = 'true'
    const opened = await review.open(document)
    // The reviewer may have gone on.
    if (unit !== review.unitShown) return
    const shown = opened.units[unit - review.firsts[document]]
    const about = review.index.documents[document]
    place.replaceChildren(
      head(shown, about),
      ...findings(shown.added, 'findingsNew'),
      review.makeTexts(shown, about),
      ...findings(shown.solved, 'findingsSolved'),
      facts(shown, about),
      ...members(unit),
      ...group(),
    )
    place.ariaBusy = 'false'
    review.unitDrawn = unit
    review.showDecisions(unit)
    for (const answer of waiting.splice(0)) answer()
  }

  /** Says why there is no item. */
  review.clearItem = (text) => {
    review.unitDrawn = undefined
    place.replaceChildren(create('p', { className: 'none', textContent: text }))
    place.ariaBusy = 'false'
    review.clearDecisions()
    review.clearContext()
    for (const answer of waiting.splice(0)) answer()
  }

  /**
   * Waits until the texts of the current item are on the screen; gives the item, or `undefined` if the reviewer has gone on.
   * Nothing may be decided on texts that are not.
   */
  review.whenShown = async () => {
    const { current: item, unitShown: unit } = review
    while (review.unitDrawn !== unit) {
      await new Promise((answer) => waiting.push(answer))
      if (review.unitShown !== unit) return undefined
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
    }
    return review.unitShown === unit ? item : undefined
  }

  function head(unit, { path }) {
    const { risk, headline } = review.index.items
    const name = review.index.risks[risk[review.current]]
    const kind = review.index.headlines[headline[review.current]]
    const risks = review.label(`risk.${name}`)
    const kinds = review.label(`headline.${kind}`)
    const title = create('h2', { className: `title ${review.toneOf(name)}`, textContent: risks })
    if (kinds !== risks) title.append(' ', create('span', { className: 'kind', textContent: kinds }))
    const where = create('p', { className: 'where' })
    const line = unit.line === undefined ? '' : `:${unit.line}`
    where.append(create('bdi', { dir: 'ltr', textContent: path + line }))
    const box = create('header', { className: 'item-head' })
    box.append(title, where)
    if (unit.heading) {
      const heading = create('p', { className: 'under', textContent: `${review.label('heading')} ` })
      heading.append(
        create('bdi', { lang: review.index.sourceLocale, textContent: unit.heading.slice(0, 300) }),
      )
      box.append(heading)
    }
    return box
  }

  /** Shows both texts of a unit, before and now. */
  review.makeTexts = ({ old, current, parts }, { locale }) => {
    const box = create('div', { className: 'texts' })
    for (const [at, side] of ['source', 'target'].entries()) {
      const lang = side === 'source' ? review.index.sourceLocale : locale
      const section = create('section', { className: 'side' })
      const name = create('h3', { textContent: review.label(side) })
      section.append(name)
      const [before, after] = [old[side], current[side]]
      if (before === after) {
        name.append(' ', create('span', { className: 'same', textContent: review.label('same') }))
        section.append(review.showText(after, lang, 0))
      } else {
        const [removed, added] = parts[at] || [0, 0]
        const versions = [
          ['old', before, removed, 'del'],
          ['new', after, added, 'ins'],
        ]
        for (const [version, text, lengths, mark] of versions) {
          const row = create('div', { className: `version ${version}` })
          row.append(
            create('h4', { textContent: review.label(version) }),
            review.showText(text, lang, lengths, mark),
          )
          section.append(row)
        }
      }
      box.append(section)
    }
    return box
  }

  function findings(list, title) {
    if (!list) return []
    const box = create('section', { className: `findings ${title}` })
    const items = list.map(([rule, severity, reason]) => {
      // The program writes findings in English.
      const item = create('li', { className: severity, lang: 'en', dir: 'ltr' })
      item.append(create('code', { className: 'rule', textContent: rule }), ' ', ...prose(reason))
      return item
    })
    const all = create('ul', {})
    all.append(...items)
    box.append(create('h3', { textContent: review.label(title) }), all)
    return [box]
  }

  /** Text with words in backquotes as code. */
  function prose(text) {
    return text.split('`').map((piece, at, { length }) => {
      const isCode = at % 2 === 1 && at < length - 1
      return isCode ? create('code', { dir: 'ltr', textContent: piece }) : at % 2 === 1 ? `\`${piece}` : piece
    })
  }

  function facts({ signs = [], place: at, join, moved, source, target }, { facts: own, oldPath, path }) {
    const list = create('ul', { className: 'facts' })
    const add = (text, className = '') => list.append(create('li', { className, textContent: text }))
    for (const sign of signs) add(review.label(`sign.${sign}`), 'sign')
    for (const fact of own) add(review.label(`fact.${fact}`), fact === 'human-to-machine' ? 'sign' : '')
    if (oldPath && oldPath !== path) add(review.label('oldPath', { path: oldPath }))
    if (at) add(review.label(`place.${at}`))
    if (moved) add(review.label('headline.moved'))
    for (const [side, change] of [
      ['source', source],
      ['target', target],
    ])
      if (change !== 'same' && change !== 'text')
        add(`${review.label(side)}: ${review.label(`change.${change}`)}`)
    const percent = Math.round((join.similarity ?? 0) * 100)
    add(review.label(`join.${join.method}`, { percent }))
    return list
  }

  function members(unit) {
    const all = review.membersOf(review.current)
    if (all.length === 1) return []
    const box = create('details', { className: 'members', open: all.length <= 6 })
    const list = create('ul', {})
    for (const member of all) {
      const button = create('button', { type: 'button', className: 'plain' })
      const { path } = review.index.documents[review.documentOf(member)]
      button.append(create('bdi', { dir: 'ltr', textContent: path }))
      if (member === unit) button.setAttribute('aria-current', 'true')
      button.onclick = () => review.go(review.current, member)
      const item = create('li', {})
      item.append(button)
      list.append(item)
      review.unit(member).then(({ line }) => line && button.firstChild.append(`:${line}`))
    }
    box.append(create('summary', { textContent: review.label('members', { number: all.length }) }), list)
    return [box]
  }

  function group() {
    const at = review.index.items.group[review.current]
    if (at < 0) return []
    const { removed, added, items } = review.index.groups[at]
    const box = create('section', { className: 'group' })
    const edit = create('p', { className: 'edit' })
    edit.append(
      create('del', { textContent: removed || review.label('missing') }),
      ' → ',
      create('ins', { textContent: added || review.label('missing') }),
    )
    const button = create('button', { type: 'button', textContent: review.label('group') })
    button.onclick = () => review.act('g')
    box.append(
      create('h3', { textContent: review.label('groupTitle', { number: items.length }) }),
      edit,
      button,
    )
    return [box]
  }
})()
