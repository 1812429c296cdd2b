import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { takeWork } from '../../../src/model/build/work.ts'
import type { BilingualDocument } from '../../../src/model/document.ts'
import { monolingualText } from '../../../src/parse/monolingual-text.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { pair } from '../../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'
import { type Counts, independentCounts } from '../../support/independent-counts.ts'

const read = (text: string) => parseDocument(new VFile(text), { path: 'a.md' })

/** What a document's model holds of its target side. */
function countsOf({ links, tables, outline, units }: BilingualDocument): Counts {
  const own = links.filter(
    ({ url, unit, side }) =>
      !url.startsWith('xref:') && (unit === undefined || side === 'target' || units[unit]?.target === null),
  )
  return {
    links: own.filter(({ type }) => type === 'link').length,
    images: own.filter(({ type }) => type === 'image').length,
    tables: tables.length,
    headings: outline.length,
  }
}

const LINK = '[see](b.md) and ![it](i.png)'
const HTML_LINK = '<a href="b.md">see</a> and <img src="i.png" alt="it">'
const TABLE = '<table><tr><td><a href="b.md">see</a></td></tr></table>'

describe('the structure of a document', () => {
  it.each([
    ['a list', `- ${LINK}\n- ${LINK}\n`],
    ['lists in lists', `- ${LINK}\n  1. ${LINK}\n     - ${LINK}\n       - ${LINK}\n`],
    ['headings in lists', `- # One\n  - ## Two ${LINK}\n    - ### Three\n`],
    [
      'tables in lists',
      `- a\n\n  | ${LINK} |\n  |---|\n  | ${LINK} |\n\n  - b\n\n    | c |\n    |---|\n    | ${LINK} |\n`,
    ],
    ['quotes in lists', `- > - ${LINK}\n  > - > ${LINK}\n`],
    ['definition lists', `<dl><dt>${HTML_LINK}</dt><dd>${HTML_LINK}${TABLE}</dd></dl>\n`],
    [
      'lists in definition lists in lists',
      `<ul><li><dl><dt>a</dt><dd><ol><li>${HTML_LINK}</li></ol></dd></dl></li></ul>\n`,
    ],
    [
      'links in lists in tables',
      `<table><tr><td><ul><li>${HTML_LINK}<ol><li>${HTML_LINK}</li></ol></li></ul></td></tr></table>\n`,
    ],
    [
      'tables in tables',
      `<table><caption>${HTML_LINK}</caption><tr><td>${TABLE}</td><td><b>${TABLE}</b>${TABLE}</td></tr></table>\n`,
    ],
    [
      'a second caption',
      `<table><caption>a</caption><caption>${HTML_LINK}${TABLE}</caption><tr><td>b</td></tr></table>\n`,
    ],
    ['lists without items', `<ul><h2>One</h2>${HTML_LINK}<li>${HTML_LINK}</li></ul>\n`],
  ])('is read once: %s', (_, body) => {
    const document = read(`# Title\n\n${body}`)
    expect(countsOf(document)).toEqual(independentCounts(`# Title\n\n${body}`))
    expect(new Set(document.tables.map(({ id }) => id)).size).toBe(document.tables.length)
    expect(document.tables.map(({ index }) => index)).toEqual(document.tables.map((_, at) => at))
  })

  it('has each table under the heading that stands before it, also in lists', () => {
    const table = '| a |\n  |---|\n  | b |\n'
    const { tables } = read(
      `# Top\n\n- one\n\n  ${table}\n  ## Inner\n\n  ${table}\n## After\n\n| a |\n|---|\n`,
    )
    expect(tables.map(({ id, heading }) => [id, heading])).toEqual([
      ['top', 'top'],
      ['inner', 'inner'],
      ['after', 'after'],
    ])
  })

  it('tells of each unit in which item of a list it stands', () => {
    const { units } = read(
      `- ${pair('x-1', 'un', 'one')}\n- ${pair('x-2', 'deux', 'two')}\n  1. ${pair('x-3', 'trois', 'three')}\n  2. ${pair('x-4', 'quatre', 'four')}\n`,
    )
    expect(Object.values(units).map(({ context }) => context.item)).toEqual([
      { ordered: false, path: [1] },
      { ordered: false, path: [2] },
      { ordered: true, path: [2, 1] },
      { ordered: true, path: [2, 2] },
    ])
  })

  it('refers to a table in a cell by its index, be there inline elements around others', () => {
    const { tables } = read(`<table><tr><td><b>${TABLE}</b></td><td><div>${TABLE}</div></td></tr></table>\n`)
    expect(tables[0]!.rows[0]!.cells[1]!.blocks).toEqual([{ type: 'table', index: 2 }])
  })

  it('takes as many steps as there are elements, however deep lists are nested', () => {
    const stepsOf = (depth: number) => {
      takeWork()
      read(`${'- '.repeat(depth)}text\n`)
      return takeWork().structureNodes
    }
    expect(stepsOf(40)).toBe(2 * stepsOf(20))
  })
})

/**
 * Documents of which the model tells another structure than the target's text has, on purpose: it is that of the skeleton, so where a
 * side is read in full or a unit holds rows of a table the side may differ; what triple-colon rows and columns hold is indented; and tables
 * that only Microsoft's parser reads are none to libraries; and to these, “WWW.” and “https://” without a host are links.
 */
function differsOnPurpose({ skeleton, units, tables }: BilingualDocument, text: string): boolean {
  const holdsRows = Object.values(units).some(({ target }) => /^\s*\|/.test(target?.markup ?? ''))
  const isOfMicrosoft = tables.some(({ delimiters }) => delimiters !== undefined)
  const hasNoHost = /(?:https?:\/\/|\bwww\.)(?![a-z\d])/i.test(text)
  return (
    skeleton.full !== undefined ||
    holdsRows ||
    isOfMicrosoft ||
    hasNoHost ||
    /^[ \t]*:::[ \t]*(?:row|column)/m.test(text)
  )
}

describe.skipIf(!hasCorpus)('the structure of real documents', () => {
  it.each(['teams/fr-FR', 'dynamics/ar-SA', 'quantum/zh-CN', 'lync-2013/fr-FR'])(
    'is what libraries count in the monolingual text: %s',
    (folder) => {
      const unequal: unknown[] = []
      let compared = 0
      let others = 0
      for (const { path, text } of corpusFiles(folder)) {
        const document = read(text)
        if (differsOnPurpose(document, text)) {
          others++
          continue
        }
        compared++
        const [ours, theirs] = [countsOf(document), independentCounts(monolingualText(text, 'target').text)]
        if (JSON.stringify(ours) !== JSON.stringify(theirs)) unequal.push([path, ours, theirs])
      }
      console.info(`${folder}: ${compared} documents compared, ${others} differ on purpose`)
      expect(unequal).toEqual([])
      expect(compared).toBeGreaterThan(others * 2)
    },
  )
})
