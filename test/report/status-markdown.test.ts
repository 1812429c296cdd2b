import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { statusToMarkdown } from '../../src/report/status/markdown.ts'
import { visible } from '../../src/report/text/visible.ts'
import {
  bareReport,
  emptyReport,
  exampleReport,
  HOSTILE,
  hostileReport,
  wideReport,
} from './status-reports.ts'

describe('statusToMarkdown', () => {
  it('shows a table of locales and one of folders to open', () => {
    const output = statusToMarkdown(exampleReport())
    expect(output).toContain(
      '2 documents, 1,250 units, 12,500 words in English (United States) (<code>en-US</code>)',
    )
    expect(output).toContain(
      '| German (Germany) (<code>de-DE</code>) | 50.0% | 625 / 125 / 500 | 6,250 / 1,250 / 5,000 | 0 / 0 / 1 / 0 | 83% / 16% / 0% |',
    )
    expect(output).toContain('<details>\n<summary>2 folders</summary>\n\n| Folder |')
    expect(output).toContain('| <code>部署/本地</code> | 50.0% | 100% |\n\n</details>\n')
  })

  it('is read as tables with the same number of cells in each row', () => {
    expect(
      cellsOf(statusToMarkdown(wideReport(4))).map((rows) => new Set(rows.map((row) => row.length))),
    ).toEqual([new Set([6]), new Set([13])])
  })

  it('shows paths as they are, whatever they mean in Markdown and HTML', () => {
    const output = statusToMarkdown(hostileReport())
    const [, folders] = cellsOf(output)
    expect(folders!.slice(1).map(([path]) => path)).toEqual(
      HOSTILE.map((path) => path.replace(/[\n\u001B\u202E\uD800]/g, visible)),
    )
    expect(output).not.toContain('<script')
    expect(output).not.toContain('@everyone')
  })

  it('leaves room in a comment of 65,536 characters', () => {
    const report = wideReport(30)
    const folders = Array.from({ length: 2000 }, (_, index) => ({
      ...report.folders[0]!,
      path: `folder-${index}`,
    }))
    const output = statusToMarkdown({ ...report, folders })
    expect(output.length).toBeLessThan(65_536)
    const listed = output.match(/folder-\d+/g)!.length
    expect(output).toContain(`${(2000 - listed).toLocaleString('en-US')} more folders not listed`)
  })

  it('counts complete folders where there are many', () => {
    const output = statusToMarkdown(wideReport(40))
    expect(output.match(/folder-\d+/g)).toHaveLength(4)
    expect(output).toContain('36 folders complete in all locales not listed')
  })

  it('says so when there is nothing', () => {
    expect(statusToMarkdown(bareReport())).toContain('\n\nNo translations\n')
    expect(statusToMarkdown(emptyReport())).toContain(
      '| – | 0 / 0 / 0 | 0 / 0 / 0 | 0 / 0 / 0 / 0 | – / – / – |',
    )
    expect(statusToMarkdown(emptyReport())).not.toContain('NaN')
  })
})

/** Texts of the cells by table and row, without tags. */
function cellsOf(markdown: string): string[][][] {
  const tables: string[][][] = []
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown) as Nodes, 'table', (table) => {
    tables.push(table.children.map((row) => row.children.map((cell) => toText(cell, { includeHtml: false }))))
  })
  return tables
}
