import { describe, expect, it } from 'vitest'
import { explainsButton, explainsWayOut } from '../../../src/runbook/language/buttons.ts'

describe('explainsWayOut', () => {
  it.each([
    'Click Back to go back to the previous page.',
    'Select Help to read this topic.',
    'Click the Cancel button to exit.',
  ])('finds a button that does not go on in “%s”', (text) => {
    expect(explainsWayOut(text)).toBe(true)
    expect(explainsButton(text)).toBe(true)
  })

  it.each(['Click Next to continue.', 'Click Back.', 'Click Cancel, and then close the window.'])(
    'finds none in “%s”',
    (text) => {
      expect(explainsWayOut(text)).toBe(false)
    },
  )
})

describe('explainsButton', () => {
  it.each(['Click Next after you have finished.', 'Click OK to save.'])('finds one in “%s”', (text) => {
    expect(explainsButton(text)).toBe(true)
  })

  it.each(['Click Next.', 'Click New to create a store.', 'Click Finish, and then restart.'])(
    'finds none in “%s”',
    (text) => {
      expect(explainsButton(text)).toBe(false)
    },
  )
})
