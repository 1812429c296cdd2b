// Runbooks on the screen: how far the whole and each part is.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.showProgress = ({ root, bar, words, text: content }, values) => {
    const rows = [...root.querySelectorAll('[data-ref]')]
    for (const row of rows) {
      const { ref } = row.dataset
      const status = runbook.statusOf(ref, values, content)
      row.dataset.status = status
      const above = runbook.ruledOutAbove(ref, values, content)
      const isSkipped = runbook.isSkipped(ref, values, content)
      const isInherited = above !== '' || isSkipped || runbook.isAnsweredOtherwise(row.dataset, values)
      row.classList.toggle('inherited', isInherited)
      // Another alternative of a choice can still be taken.
      for (const box of row.querySelectorAll('[type="checkbox"]')) box.disabled = isInherited
      row.querySelector('.tick').dataset.state = reasonOf(status, isSkipped, isInherited)
    }
    for (const line of root.querySelectorAll('[data-mark][data-answer]'))
      line.classList.toggle('ruled-out', runbook.isAnsweredOtherwise(line.dataset, values))
    for (const part of root.querySelectorAll('.part[data-letter]'))
      part.classList.toggle('not-applicable', values[`${part.dataset.letter}/notApplicable`] !== undefined)
    for (const link of root.querySelectorAll('.matrix .ref'))
      link.parentElement.dataset.status = runbook.statusOf(link.hash.slice(1), values, content)
    const { open, total } = progressOf(rows)
    const left = open === 0 ? runbook.labels.allDone : words.open(open)
    const text = `${words.progress(total - open, total)} · ${left}`
    const output = bar.querySelector('.counts')
    if (output.textContent !== text) output.textContent = text
    bar.classList.toggle('complete', open === 0)
    bar.querySelector('.meter').style.setProperty('--done', `${(100 * (total - open)) / (total || 1)}%`)
    for (const line of root.querySelectorAll(':is(.contents, .matrix) [data-letter]')) {
      const own = progressOf(rows.filter((row) => row.closest('[data-letter]')?.dataset.letter === line.dataset.letter))
      const count = line.querySelector('.count')
      count.hidden = false
      count.textContent = words.share(own.total - own.open, own.total)
      count.classList.toggle('complete', own.open === 0)
    }
  }

  /** Why a step is not to be done, beside its box; empty where the box itself says so. */
  function reasonOf(status, isSkipped, isInherited) {
    const { labels } = runbook
    if (status === 'notTaken') return labels.notTaken
    if (status !== 'notApplicable' || !isInherited) return ''
    return isSkipped ? labels.skipped : labels.notApplicable
  }

  function progressOf(rows) {
    return runbook.progressOf(rows.map(({ dataset }) => dataset.status))
  }
})()
