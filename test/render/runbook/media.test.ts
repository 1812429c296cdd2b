import { describe, expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'
import { readDocument } from '../runbook-guide.ts'

/** The runbook of a procedure with further content before its steps. */
function render(content: string, side: 'source' | 'target' = 'source'): string {
  const work = `1. ${pair('m-2', 'Ouvrez.', 'Open it.')}\n2. ${pair('m-3', 'Cliquez.', 'Click it.')}\n`
  const text = `# T\n\n## ${pair('m-1', 'Pour démarrer', 'To start')}\n\n${content}\n\n${work}`
  return renderRunbook(readDocument(text), side, makeContext())!.content
}

describe('media in a runbook', () => {
  it('are one link for each video', () => {
    const html = render('> [!VIDEO https://www.microsoft.com/videoplayer/embed/RE1]')
    const url = 'https://www.microsoft.com/videoplayer/embed/RE1'
    expect(html.split(`href="${url}"`)).toHaveLength(2)
    expect(html).not.toContain('<iframe')
  })

  it('are links where a player has none beside it', () => {
    const html = render('<p><iframe src="https://www.microsoft.com/videoplayer/embed/RE1"></iframe></p>')
    expect(html).not.toContain('<iframe')
  })

  it('lack the alternative text of the other language where the image is missing', () => {
    const image = '![Vue d’ensemble](media/y.png)'
    expect(render(image)).not.toContain('Vue d’ensemble')
    expect(render(image)).toContain('y.png')
    expect(render(image, 'target')).toContain('Vue d’ensemble')
  })

  it('lack icons whose file is missing', () => {
    const text = render('![An icon showing a logo](media/teams-logo-30x30.png) Text beside it.')
    expect(text).not.toContain('An icon')
    expect(text).toContain('Text beside it.')
  })

  it('keep the alternative text of each language', () => {
    const image = pair('m-4', '![Vue](media/y.png)', '![Overview](media/y.png)')
    expect(render(image)).toContain('Overview')
    expect(render(image, 'target')).toContain('Vue')
  })
})

it('long words in cells of a table may break, after a separator if possible', () => {
  const path = './Vendor/MSFT/SurfaceHub/Properties'
  const html = render(`| A | B |\n|---|---|\n| ${path} | Short/words |`)
  expect(html).toContain(
    '<span class="long-word">./<wbr>Vendor/<wbr>MSFT/<wbr>SurfaceHub/<wbr>Properties</span>',
  )
  expect(html).toContain('>Short/words<')
})

describe('code that is an example', () => {
  const example = (lead: string) =>
    render(`1. Run this:\n\n   \`\`\`\n   Get-A\n   \`\`\`\n\n   ${lead}\n\n   \`\`\`\n   Get-B\n   \`\`\`\n`)

  it.each(['For example:', 'Example', 'See this example:'])(
    'has no label where the text is one: %s',
    (lead) => {
      const html = example(lead)
      expect(html).toContain('data-code="example"')
      expect(html).not.toContain('mark-label')
      expect(html).not.toContain('data-named')
    },
  )

  it('has a label after other texts', () => {
    expect(example('For example, for pool 2, run this:')).toContain('mark-label')
  })
})
