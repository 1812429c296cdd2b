// Decisions of the reviewer on the current item, on groups, and how they are undone.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { create } = lockstep
  /** What was done, as lists of changes that undo it. */
  const done = []
  let place

  review.makeDecisions = () => {
    place = create('section', { className: 'decisions', ariaLabel: review.label('decisions') })
    review.onChange(() => review.unitDrawn !== undefined && review.showDecisions(review.unitDrawn))
    return place
  }

  review.clearDecisions = () => {
    place.hidden = true
  }

  /** Shows what reviewers decided on a unit. */
  review.showDecisions = (unit) => {
    const state = review.stateOf(review.itemOf[unit])
    const locale = review.index.documents[review.documentOf(unit)].locale
    const list = create('ul', {})
    for (const { state: own, comment, suggestion, reviewer, at } of review.decisionsOn(unit)) {
      const item = create('li', {})
      if (own) item.append(create('span', { className: `state ${own}`, textContent: review.nameOfState(own) }))
      const who = [reviewer ?? review.label('nobody'), at?.slice(0, 10)].filter(Boolean).join(', ')
      item.append(create('bdi', { className: 'who', textContent: who }))
      if (comment) item.append(create('p', { dir: 'auto', className: 'comment', textContent: comment }))
      if (suggestion !== undefined)
        item.append(create('h4', { textContent: review.label('suggestion') }), review.showText(suggestion, locale, 0))
      list.append(item)
    }
    const title = create('h2', { textContent: review.label('decisions') })
    title.append(' ', create('span', { className: `state ${state}`, textContent: review.nameOfState(state) }))
    place.hidden = false
    place.replaceChildren(title, ...(list.children.length > 0 ? [list] : []))
  }

  /** Approves the current item, or says that it needs a fix, and goes to the next open one. */
  review.decide = async (state) => {
    const item = await ready()
    if (item === undefined) return
    await decideOn([item], (mine) => stated(mine, state))
    if (review.current === item) review.nextOpen()
  }

  review.comment = async () => {
    const item = await ready()
    if (item === undefined) return
    const comment = await review.askText('comment', review.mine(review.unitShown).at(-1)?.comment ?? '')
    if (comment === undefined) return
    await decideOn([item], ({ comment: _, ...mine }) => ({ ...mine, ...(comment && { comment }) }))
  }

  /** Suggests a text; nothing, or the text as it is, takes a suggestion back. */
  review.suggest = async () => {
    const item = await ready()
    if (item === undefined) return
    const { texts, current } = await review.unit(review.unitShown)
    const mine = review.mine(review.unitShown).at(-1)?.suggestion
    const answer = await review.askText('suggestion', mine ?? current.target ?? '')
    if (answer === undefined) return
    // Fields for texts have LF only.
    const hasCrLf = texts.some((text) => text && text.includes('\r\n'))
    const suggestion = hasCrLf ? answer.replaceAll('\n', '\r\n') : answer
    if (suggestion.trim() !== '' && suggestion !== current.target)
      await decideOn([item], (own) => ({ ...own, state: 'needs-fix', suggestion }))
    else if (mine !== undefined) await decideOn([item], ({ suggestion: _, ...own }) => own)
  }

  /** Decides on all items of a group; the reviewer has seen how many. */
  review.decideGroup = async (items, state) => {
    await decideOn(items, (mine) => stated(mine, state))
    review.nextOpen()
  }

  review.undo = () => {
    const last = done.pop()
    if (!last) return review.say(['nothingToUndo'])
    review.change(last.changes)
    review.go(last.item)
    review.say(['undone', { number: last.changes.length }])
  }

  /** The item whose texts are on the screen, once the reviewer has a name. */
  async function ready() {
    // What the reviewer, or another one, decided before must be there.
    await review.adopted
    const item = await review.whenShown()
    return item !== undefined && (await review.askName()) ? item : undefined
  }

  /** Approving takes a suggestion back: it says that the text needs a fix. */
  function stated({ suggestion, ...mine }, state) {
    return { ...mine, state, ...(state === 'needs-fix' && suggestion !== undefined && { suggestion }) }
  }

  /** Changes this reviewer's decision on all members of items. */
  async function decideOn(items, change) {
    const changes = []
    const back = []
    const current = review.current
    for (const unit of items.flatMap(review.membersOf)) {
      const { key, old, current: texts, headline } = await review.unit(unit)
      const { path, locale } = review.index.documents[review.documentOf(unit)]
      const side = headline === 'removed' ? old : texts
      const before = review.mine(unit)
      // The time is that of the earlier decision.
      const { state, comment, suggestion, at: _, ...others } = change(before.at(-1) ?? {})
      const decision = {
        ...others,
        key,
        path,
        ...(state && { state }),
        ...(comment && { comment }),
        ...(suggestion !== undefined && { suggestion }),
        ...(review.reviewer && { reviewer: review.reviewer }),
        source: side.source,
        target: side.target,
      }
      const isEmpty = !state && !comment && suggestion === undefined
      const slot = { locale, key, path, reviewer: review.reviewer, decisions: isEmpty ? [] : [decision] }
      changes.push({ unit, slot })
      back.push({ unit, slot: { ...slot, decisions: before } })
    }
    done.push({ item: current, changes: back })
    review.change(changes)
    const state = changes[0]?.slot.decisions[0]?.state
    if (state) review.say([`said.${state}`, { number: changes.length }])
  }
})()
