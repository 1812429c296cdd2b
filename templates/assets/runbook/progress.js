// Runbooks on the screen: how far the whole and each part is.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.showProgress = ({ root, bar, words }, values) => {
    const rows = [...root.querySelectorAll('[data-ref]')]
    for (const row of rows) {
      const { ref } = row.dataset
      row.dataset.status = runbook.statusOf(ref, values)
      const inherited = row.dataset.status === 'notApplicable' && !values[`${ref}/notApplicable`]
      row.classList.toggle('inherited', inherited)
      for (const box of row.querySelectorAll('[type="checkbox"]')) box.disabled = inherited
    }
    for (const part of root.querySelectorAll('.part[data-letter]'))
      part.classList.toggle('not-applicable', values[`${part.dataset.letter}/notApplicable`] !== undefined)
    for (const link of root.querySelectorAll('.matrix .ref'))
      link.parentElement.dataset.status = runbook.statusOf(link.hash.slice(1), values)
    const { done, notApplicable, open, total } = progressOf(rows)
    const left = open === 0 ? runbook.labels.allDone : words.open(open)
    const text = `${words.progress(total - open, total)} · ${left}`
    const output = bar.querySelector('.counts')
    if (output.textContent !== text) output.textContent = text
    bar.classList.toggle('complete', open === 0)
    bar.querySelector('.meter').style.setProperty('--done', `${(100 * (done + notApplicable)) / (total || 1)}%`)
    for (const line of root.querySelectorAll(':is(.contents, .matrix) [data-letter]')) {
      const own = progressOf(rows.filter((row) => row.closest('[data-letter]')?.dataset.letter === line.dataset.letter))
      const count = line.querySelector('.count')
      count.hidden = false
      count.textContent = words.share(own.total - own.open, own.total)
      count.classList.toggle('complete', own.open === 0)
    }
  }

  function progressOf(rows) {
    return runbook.progressOf(rows.map(({ dataset }) => dataset.status))
  }
})()
