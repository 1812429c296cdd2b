// Keys: each does what a button does.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  const { recall } = lockstep

  /** Keys with the labels of what they do. */
  review.keys = [
    ['j', 'next'],
    ['k', 'previous'],
    ['a', 'approve'],
    ['n', 'needsFix'],
    ['c', 'comment'],
    ['e', 'suggest'],
    ['u', 'undo'],
    ['g', 'group'],
    ['/', 'filter.text'],
    ['?', 'help'],
  ]
  review.hasKeys = recall('review-keys') !== 'off'

  review.actions = {
    j: () => review.step(1),
    k: () => review.step(-1),
    a: () => review.decide('approved'),
    n: () => review.decide('needs-fix'),
    c: () => review.comment(),
    e: () => review.suggest(),
    u: () => review.undo(),
    g: () => review.askGroup(),
    '/': () => document.getElementById('search').select(),
    '?': () => review.showHelp(),
  }

  /** Keys whose action needs a press of its own: holding one down must not decide on what nobody has read. */
  const SINGLE = ['a', 'n', 'c', 'e', 'g', '?']
  let last = Promise.resolve()

  /** Does what a key does, after what keys before it do, however fast they come. */
  review.act = (key) => {
    last = last.then(review.actions[key]).catch(reportError)
  }

  /** The key of a shortcut; on layouts without Latin letters, the one that has it on a keyboard in English. */
  function keyOf({ key, code, shiftKey }) {
    if (/^[\p{ASCII}\p{Script=Latin}]/u.test(key)) return key
    if (code === 'Slash') return shiftKey ? '?' : '/'
    return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase()
  }

  document.addEventListener('keydown', (event) => {
    const { target } = event
    // The key belongs to an input method.
    if (event.isComposing || event.keyCode === 229) return
    const key = keyOf(event)
    if (key === 'Escape' && target.id === 'search') document.getElementById('list').focus()
    if (event.ctrlKey || event.metaKey || event.altKey || !review.hasKeys) return
    if (target.closest?.('input:not([type="checkbox"]), textarea, select, dialog')) return
    if (!review.adopted || !Object.hasOwn(review.actions, key)) return
    event.preventDefault()
    if (!event.repeat || !SINGLE.includes(key)) review.act(key)
  })
})()
