import { fromHtml } from 'hast-util-from-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/report/markdown.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

describe('markdown', () => {
  it('has totals, a table of rules and the findings to open, worst first', () => {
    expect(markdown(exampleFiles(), { units: 7 })).toBe(`### Lockstep: 1 error, 1 warning, 1 hint

3 documents, 7 units: 1 error, 1 warning, 1 hint

| Rule | Errors | Warnings | Hints | Documents |
| --- | --: | --: | --: | --: |
| [<code>unit-empty</code>](https://example.com/unit-empty) | 1 | – | – | 1 |
| [<code>inline-equal</code>](https://example.com/inline-equal) | – | 1 | – | 1 |
| <code>date</code> | – | – | 1 | 1 |

<details>
<summary>3 findings</summary>

- **Error** <code>fr-FR/b.md&#58;3&#58;5</code> <code>unit-empty</code>
  <br>Unexpected blank translation, expected one of &#8220;Yes&#8221;
  <br><sub>Translate the text.</sub>
  <br>Expected: <code><ins>Oui</ins></code>
  <br>Actual: <code><del>&#9251;</del></code>
- **Warning** <code>fr-FR/b.md&#58;20&#58;1</code> <code>inline-equal</code>
  <br>Unexpected link, expected none
- **Hint** <code>fr-FR/a.md</code> <code>date</code>
  <br>Unknown date

</details>
`)
  })

  it.each([
    [10, { length: 60_000 }],
    [30_000, { rules: 200 }],
    [3_000, { rules: 1_000, length: 2_000 }],
  ])('fits into a comment with %i findings, and says what is not listed', (number, options) => {
    const output = markdown(manyFiles(number, options), { limit: 1_000 })
    expect(output.length).toBeLessThanOrEqual(65_000)
    expect(output).toMatch(
      number > 10 ? /\n[\d,]+ more findings not listed\n\n<\/details>\n$/ : /<\/details>\n$/,
    )
  })

  it('lists at most so many findings of a rule', () => {
    const output = markdown(manyFiles(100, { rules: 2 }), { limit: 3 })
    expect(output).toContain('<summary>6 findings</summary>')
    expect(output).toContain('94 more findings not listed')
  })

  it('marks what differs in the segments', () => {
    const output = markdown(oddFiles())
    expect(output).toContain('Source: <code>Run <ins>Get-CsUser</ins> and Get-Acl.</code>')
    expect(output).toContain('Target: <code>Exécutez <del>Obtenir-CsUser</del> et Get-Acl.</code>')
  })

  it('lets content be neither markup nor mention nor link', () => {
    const output = markdown(oddFiles())
    expect(output).not.toMatch(/<script|javascript:|@f|[\u0000-\u0009\u000B-\u001F\u202E]/)
    const names = new Set<string>()
    const collect = (node: { tagName?: string; children?: unknown[] }) => {
      if (node.tagName) names.add(node.tagName)
      for (const child of node.children ?? []) collect(child as never)
    }
    collect(fromHtml(output, { fragment: true }) as never)
    expect([...names].sort()).toEqual(['br', 'code', 'del', 'details', 'ins', 'sub', 'summary'])
  })

  it('lists errors only when quiet', () => {
    expect(markdown(exampleFiles(), { quiet: true })).toContain('<summary>1 finding</summary>')
  })

  it('says so when there is nothing to say', () => {
    expect(markdown([new VFile({ path: 'a.md' })])).toBe(
      '### Lockstep: 0 errors, 0 warnings\n\n1 document: 0 errors, 0 warnings\n',
    )
  })
})
