import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const steps = '1. Open it.\n2. Close it.\n'
const command = (text: string) => `\`\`\`powershell\n${text}\n\`\`\`\n`
const heads = (text: string) => runbookText(text)?.filter((line) => /^[A-Z=] /.test(line))

describe('sections beside one with steps', () => {
  it('have the same form: numbered lists', () => {
    const list = '1. Make sure that users have a license.\n2. The only change is to set the mode.\n'
    expect(heads(`# Considerations\n\n## From A\n\n${list}\n## To start B\n\n${steps}`)).toEqual([
      'A procedure: From A',
      'B procedure: To start B',
    ])
    const facts = '1. The mode is set.\n2. The license is free.\n'
    expect(heads(`# T\n\n## Facts\n\n${facts}\n## To start B\n\n${steps}`)).toEqual([
      'A procedure: To start B',
    ])
  })

  it('have the same form: paragraphs of work at a screen', () => {
    const remove = 'Open **Users**.\n\nClick **Remove**.\n'
    const enable = 'MakeIt is a platform.\n\nIt is off.\n\nTo enable it, go to **Apps**, and turn it on.\n'
    expect(runbookText(`# Remove apps\n\n## MakeIt\n\n${enable}\n## Remove the app\n\n${remove}`)).toEqual([
      'A procedure: MakeIt',
      'before: MakeIt is a platform. It is off.',
      '1 To enable it, go to Apps, and turn it on.',
      'B procedure: Remove the app',
      '1 Open Users.',
      '2 Click Remove.',
    ])
  })

  it('have the same form: commands', () => {
    const run = `Run the following command:\n\n${command('Stop-CsPool')}`
    const offer = `You can use the following cmdlet to restart the pool:\n\n${command('Start-CsPool')}`
    const text = (more: string) => `# Stop pools\n\n## Stop it\n\n${run}\n## The pool\n\n${more}${offer}`
    expect(heads(text(''))).toEqual(['A procedure: Stop it', 'B procedure: The pool'])
    expect(heads(text(`It shows this:\n\n${command('Get-CsPool')}\n`))).toEqual([
      'A procedure: Stop it',
      '= The pool: It shows this: Get-CsPool You can use the following cmdlet to restart the pool: Start-CsPool',
    ])
  })
})

describe('text above the sections of a page', () => {
  const click = (...names: string[]) =>
    names.map((name) => `To see ${name}, select **${name}**.\n\n`).join('')
  const section = `## To close it\n\n${steps}`

  it('is steps if it asks for work at a screen again and again', () => {
    const text = `# Manage imports\n\nImports have data.\n\n${click('Data', 'Compare', 'Migrate', 'Log')}${section}`
    expect(heads(text)).toEqual(['A procedure: Manage imports', 'B procedure: To close it'])
  })

  it('introduces them otherwise', () =>
    expect(heads(`# Manage imports\n\n${click('Data', 'Compare', 'Log')}${section}`)).toEqual([
      'A procedure: To close it',
    ]))
})

describe('paragraphs that count on', () => {
  it('are steps under any heading', () => {
    const text = `# To start\n\n${steps}\n## The arrows\n\nFirst, enter a name in the box.\n\nIt can be long.\n\nNext, click **Go**.\n\nClick **Save**.\n`
    expect(runbookText(text)?.slice(3)).toEqual([
      'B procedure: The arrows',
      '1 First, enter a name in the box. It can be long.',
      '2 Next, click Go.',
      '3 Click Save.',
    ])
  })
})

describe('a command after an imperative', () => {
  it('is a step, also after a note', () => {
    const text = `# To start\n\n${steps}\n## Decks\n\nFirst, clone the repository:\n\n> [!NOTE]\n> It is large.\n\n${command('git clone https://github.com/a/b')}`
    expect(heads(text)).toEqual(['A procedure: To start', 'B procedure: Decks'])
  })
})

describe('sections that a list offers as alternatives', () => {
  const sections = `## To use A\n\n${steps}\n## The page\n\nIt is a page.\n\nIt is new.\n\nPrepare the page.\n`

  it('all have steps if one has', () => {
    const offer = 'Use one of the following methods:\n\n- The tool A\n- The page\n\n'
    expect(heads(`# Set it up\n\n${offer}${sections}`)).toEqual([
      'A procedure: To use A',
      'B procedure: The page',
    ])
  })

  it('are not known by a list of other things', () => {
    const offer = 'Use one of the following methods:\n\n- The tool A\n- The tool B\n- The page\n\n'
    expect(heads(`# Set it up\n\n${offer}${sections}`)?.[1]).toMatch(/^= The page/)
  })
})
