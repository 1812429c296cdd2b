// Lockstep: narrows the lists of documents to what is typed. Without this script the lists are whole.
;(() => {
  'use strict'

  const form = document.querySelector('.filter')
  if (!form) return
  const input = form.querySelector('input')
  const output = form.querySelector('output')
  const folders = [...document.querySelectorAll('.folder')]
  const documents = [...document.querySelectorAll('.documents > li')].map((item) => ({
    item,
    text: fold(`${item.firstElementChild.textContent} ${item.dataset.path}`),
  }))
  let openBefore = null

  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('input', filter)
  for (const button of form.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      for (const folder of folders) folder.open = button.dataset.open === 'true'
    })
  }
  filter()

  /** Shows the documents that have every word typed in their title or path, and the folders that hold them. */
  function filter() {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    let count = 0
    for (const { item, text } of documents) {
      const matches = words.every((word) => text.includes(word))
      item.hidden = !matches
      if (matches) count++
    }
    showFolders(words.length > 0)
    output.textContent = words.length === 0 ? '' : count === 0 ? output.dataset.none : `${count} / ${documents.length}`
  }

  /** Opens the folders with matches while filtering; afterwards they are as they were. */
  function showFolders(filtering) {
    if (filtering) openBefore ??= folders.map((folder) => folder.open)
    for (const [index, folder] of folders.entries()) {
      const holds = folder.querySelector('.documents > li:not([hidden])') !== null
      folder.hidden = !holds
      if (filtering) folder.open = holds
      else if (openBefore) folder.open = openBefore[index]
    }
    if (!filtering) openBefore = null
  }

  /** Lower case without accents: `Réseau` is found by `reseau`. */
  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  }
})()
