import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const page = (step: string) =>
  runbookText(`# T\n\n## To start\n\n1. ${step}\n2. Close the console.\n`)?.slice(1)

describe('lines with letters in a step', () => {
  const SUB_STEPS = ['1 Open the console:', '1.1 Click Tools.', '1.2 Click OK.', '2 Close the console.']

  it('are sub-steps as paragraphs', () => {
    expect(page('Open the console:\n\n   a. Click **Tools**.\n\n   b. Click **OK**.\n')).toEqual(SUB_STEPS)
  })

  it('are sub-steps between line breaks', () => {
    expect(page('Open the console:<br>\n   a. Click **Tools**.<br> b. Click **OK**.')).toEqual(SUB_STEPS)
  })

  it('are sub-steps with the letters in units of their own', () => {
    const unit = (number: number, text: string) =>
      `<span data-ttu-id="62b5c-10${number}">${text}</span><span class="sxs-lookup"><span data-stu-id="62b5c-10${number}">${text}</span></span>`
    const [open, ...lines] = ['Open the console:', 'a.', 'Click Tools.', 'b.', 'Click OK.'].map((text, at) =>
      unit(at, text),
    )
    const [a, tools, b, ok] = lines
    expect(page(`${open}\n\n   ${a} ${tools}\n\n   ${b} ${ok}\n`)).toEqual(SUB_STEPS)
  })

  it('have the blocks after them, and leave text after the last one to the step', () => {
    const code = '   ```powershell\n   Get-Service\n   ```\n'
    const step = `Do this:\n\n   a. Run this command:\n\n${code}\n   b. Click **OK**.\n\n   The console is slow.\n`
    expect(page(step)).toEqual([
      '1 Do this:',
      '1.1 Run this command: Get-Service',
      '1.2 Click OK.',
      '… The console is slow.',
      '2 Close the console.',
    ])
  })

  it.each([
    ['facts', 'Open the console:\n\n   a. The name of the pool.\n\n   b. The name of the site.\n'],
    ['a single letter', 'Open the console:\n\n   a. Click **Tools**.\n'],
    ['letters out of order', 'Open the console:\n\n   b. Click **Tools**.\n\n   a. Click **OK**.\n'],
  ])('stay text where they are %s', (_, step) => {
    expect(page(step)).toHaveLength(2)
  })
})

describe('paragraphs of a step with a condition each', () => {
  it('are sub-steps that may not apply', () => {
    const cases = 'If it is old, click **Old**.\n\n   If it is new, **Old** should not be selected.\n'
    expect(page(`Open the console.\n\n   ${cases}`)).toEqual([
      '1 Open the console.',
      '1.1! If it is old, click Old.',
      '1.2! If it is new, Old should not be selected.',
      '2 Close the console.',
    ])
  })

  it.each([
    ['there is one', 'Open the console.\n\n   If it is old, click **Old**.\n'],
    ['they are the step', 'If it is old, click **Old**.\n\n   If it is new, click **New**.\n'],
    ['they state facts', 'Open it.\n\n   If it is old, it is slow.\n\n   If it is new, it is fast.\n'],
  ])('stay text where %s', (_, step) => {
    expect(page(step)).toHaveLength(2)
  })
})

describe('a step in a dialog box', () => {
  const pageOf = (first: string) => page(`${first}\n2. In the **Define Pool** dialog box, type a name.`)

  it('may not apply where a step that may not apply opens the box', () => {
    expect(pageOf('If you selected pools, click **New**.')?.[1]).toMatch(/^2! In the/)
    expect(pageOf('Click **New**.')?.[1]).toMatch(/^2 In the/)
    expect(pageOf('If you selected pools, click **OK**.')?.[1]).toMatch(/^2 In the/)
  })
})

describe('a condition that holds in any case', () => {
  it('is none', () => {
    const step = 'If you added no roles, or when you have finished the roles, click **Finish**.'
    expect(page(step)?.[0]).toMatch(/^1 If/)
  })
})

describe('lines with boxes', () => {
  it('are a task list', () => {
    expect(runbookText('# T\n\nBefore you start:\n\n□ Check the disk.<br>\n□ Check the network.\n')).toEqual([
      'A procedure: T',
      'before: Before you start:',
      '1 □ Check the disk.',
      '2 □ Check the network.',
    ])
  })

  it('stay text beside lines without a box', () => {
    expect(runbookText('# T\n\n□ Check the disk.<br>\nCheck the network.\n')).toBeNull()
  })
})
