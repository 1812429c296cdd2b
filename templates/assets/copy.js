// Lockstep: a button that copies each block of code. Without this script the code can still be selected.
;(() => {
  'use strict'

  const { copy, copied } = document.currentScript.dataset
  const SHOWN = 2000

  for (const code of document.querySelectorAll('pre')) addButton(code)

  /** Puts the button before the code, in a frame of their own where there is none yet. */
  function addButton(code) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy', textContent: copy })
    let timer = 0
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      // Runbooks fill in values, so the text is that of now.
      if (!(await write(code.textContent.replace(/\n$/, ''), code))) return
      button.textContent = copied
      clearTimeout(timer)
      timer = setTimeout(() => {
        button.textContent = copy
      }, SHOWN)
    })
    const frame = code.closest('.code') ?? wrap(code)
    frame.append(button)
  }

  function wrap(code) {
    const frame = Object.assign(document.createElement('div'), { className: 'code' })
    code.replaceWith(frame)
    frame.append(code)
    return frame
  }

  /** Copies a text; where the browser does not let the page, the code is selected so that keys can copy it. */
  async function write(text, code) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      getSelection().selectAllChildren(code)
      return false
    }
  }
})()
