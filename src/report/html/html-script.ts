/**
 * Script of the findings page: filters by severity, rule and document. Without it, all findings are shown.
 */
export const HTML_SCRIPT = `
'use strict'
const form = document.querySelector('form')
const shown = form.querySelector('output')
const sections = [...document.querySelectorAll('section[data-path]')].map((section) => ({
  section,
  path: section.dataset.path.toLowerCase(),
  count: section.querySelector('h2 span'),
  items: [...section.querySelectorAll('li')].map((item) => ({ item, rule: item.dataset.rule, severity: item.className })),
}))
const numbers = new Intl.NumberFormat('en-US')
let all = 0
for (const { items } of sections) all += items.length
const nounOf = (number) => numbers.format(number) + (number === 1 ? ' finding' : ' findings')
const hide = (node, is) => { if (node.hidden !== is) node.hidden = is }
function filter() {
  const severities = new Set([...form.querySelectorAll('input[name=severity]:checked')].map((box) => box.value))
  const rule = form.elements.rule.value
  const words = form.elements.document.value.toLowerCase().trim().split(/\\s+/)
  let left = 0
  for (const { section, path, count, items } of sections) {
    const fits = words.every((word) => path.includes(word))
    let some = 0
    if (fits) for (const { item, rule: id, severity } of items) {
      const is = severities.has(severity) && (rule === '' || rule === id)
      if (is) some += 1
      hide(item, !is)
    }
    hide(section, some === 0)
    const text = (some < items.length ? numbers.format(some) + ' of ' : '') + nounOf(items.length)
    if (some > 0 && count.textContent !== text) count.textContent = text
    left += some
  }
  const of = nounOf(all)
  shown.textContent = left === 0 ? 'None of ' + of + ' shown' : numbers.format(left) + ' of ' + of + ' shown'
}
let waiting
form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 100) })
form.addEventListener('submit', (event) => { event.preventDefault(); filter() })
form.hidden = false
filter()
`
