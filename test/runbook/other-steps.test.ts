import { describe, expect, it } from 'vitest'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { readMarkdown } from '../model/runbook-text.ts'
import { makeContext } from '../render/fixtures.ts'
import { pair } from '../support/bilingual.ts'

const steps = '1. Open it.\n2. Close it.\n'

function render(above: string, below = ''): string {
  const text = `# T\n\n${above}\n\n## To start\n\n${below}\n\n${steps}\n## To stop\n\n${steps}3. Wait for it.\n`
  return renderRunbook(readMarkdown(text), 'source', makeContext())!.content
}

const LABEL = '<span class="mark-label">Steps of other instructions</span>'

describe('sentences beside steps', () => {
  it.each([
    ['of the document', render(pair('s-1', 'Étapes 6 à 8.', 'You must do steps 6, 7, and 8 in order.'))],
    ['of the section', render('', 'You can do steps 1 through 3 in any order.')],
    ['of the section, after it', render('', 'First do step 9.')],
  ])('that name steps which it lacks are marked: %s', (_, html) => {
    expect(html).toContain(LABEL)
    expect(html).toContain('data-mark="other-steps"')
  })

  it.each([
    ['own steps', render('', 'You can do steps 1 and 2 in any order.')],
    ['steps of any section', render('Do not forget step 3.')],
    ['named instructions', render('See steps 3 through 6 under Single forest deployments.')],
    ['no steps', render('Read it.')],
  ])('that name %s are not', (_, html) => expect(html).not.toContain('other-steps'))

  it('are marked each by itself', () => {
    const html = render(`${pair('s-1', 'Lisez.', 'Read it.')} ${pair('s-2', 'Étape 9.', 'Do step 9 first.')}`)
    expect(html.split(LABEL)).toHaveLength(2)
    expect(html).toMatch(/Read it\.<\/span> <span data-mark="other-steps">/)
  })
})
