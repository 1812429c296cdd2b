// Runbooks on the screen: progress, overall and per section.
;(() => {
  'use strict'

  const runbook = (lockstep.runbook ??= {})

  runbook.showProgress = ({ root, bar, rows, words, text }, values) => {
    const byLetter = new Map()
    const { statusOf, statusAbove, isSkipped, isAnsweredOtherwise, isReplaced } = runbook.standingOf(text, values)
    const { labels } = words
    for (const row of rows) {
      const { ref, choice } = row.dataset
      const letter = row.closest('[data-letter]')?.dataset.letter
      const status = statusOf(ref)
      row.dataset.status = status
      byLetter.set(letter, byLetter.get(letter) ?? [])
      byLetter.get(letter).push(status)
      const isOwn = status !== 'notApplicable' || values[`${ref}/notApplicable`]
      // Another alternative can still be taken.
      const isChosenFrom = isReplaced(letter) || (choice && !statusAbove(ref))
      const isRuledOut = status === 'notTaken' && !(isChosenFrom && !isAnsweredOtherwise(row.dataset))
      row.classList.toggle('inherited', !isOwn || isRuledOut)
      for (const box of row.querySelectorAll('.tick [type="checkbox"]')) box.disabled = !isOwn || isRuledOut
      const reason = status === 'notTaken' ? labels.notTaken : isOwn ? '' : isSkipped(ref) ? labels.skipped : labels.notApplicable
      row.querySelector('.tick').dataset.state = reason
    }
    for (const line of root.querySelectorAll('[data-answer]')) line.classList.toggle('ruled-out', isAnsweredOtherwise(line.dataset))
    for (const part of root.querySelectorAll('.part[data-letter]'))
      part.classList.toggle('not-applicable', values[`${part.dataset.letter}/notApplicable`] !== undefined)
    for (const link of root.querySelectorAll('.matrix .ref'))
      link.parentElement.dataset.status = statusOf(link.hash.slice(1))
    const { open, total } = runbook.progressOf([...byLetter.values()].flat())
    words.putProgress(bar.querySelector('.counts'), { total, open })
    bar.classList.toggle('complete', open === 0)
    bar.querySelector('.meter').style.setProperty('--done', `${(100 * (total - open)) / (total || 1)}%`)
    for (const line of root.querySelectorAll(':is(.contents, .matrix) [data-letter]')) {
      const own = runbook.progressOf(byLetter.get(line.dataset.letter) ?? [])
      const count = line.querySelector('.count')
      count.hidden = false
      count.textContent = words.share(own.total - own.open, own.total)
      count.classList.toggle('complete', own.open === 0)
    }
  }
})()
