import { expect, it } from 'vitest'
import { checkText, sxs } from '../check-text.ts'

const titled = (target: string, source: string) => `# ${sxs(101, target, source)}\n`

/** Findings about the title “Basculement” of “Failing over” beside other documents. */
function findings(files: Readonly<Record<string, string>>, options?: Readonly<Record<string, unknown>>) {
  return checkText(titled('Basculement', 'Failing over'), {
    path: 'a/doc.md',
    files,
    ...(options && { settings: { 'title-equal': { ...options } } }),
  }).filter(({ ruleId }) => ruleId === 'title-equal')
}

it('finds a title that a document of the same folder has too, though their sources differ', () => {
  const [finding, ...others] = findings({ 'a/other.md': titled('basculement.', 'Failing back') })
  expect(others).toEqual([])
  expect(finding).toMatchObject({
    reason:
      'Unexpected title “Basculement”, which `other.md` has too, expected different titles as in the source',
    note: 'The source titles are “Failing over” and “Failing back”. Translate what distinguishes them.',
    fatal: false,
    line: 1,
    segments: { source: 'Failing over', target: 'Basculement' },
  })
})

it('names the other documents', () => {
  const back = titled('Basculement', 'Failing back')
  expect(findings({ 'a/b.md': back, 'a/c.md': back })[0]!.reason).toContain(
    'which `b.md` and `c.md` have too',
  )
})

it('finds nothing where the titles differ, or are the same in the source', () => {
  expect(findings({ 'a/b.md': titled('Restauration', 'Failing back') })).toEqual([])
  expect(findings({ 'a/b.md': titled('Basculement', 'Failing Over') })).toEqual([])
  expect(findings({ 'a/b.md': 'No title.\n' })).toEqual([])
})

it('finds nothing where the titles are forms of the same words in the source', () => {
  const title = (source: string, other: string) =>
    checkText(titled('Titre', source), { path: 'a/doc.md', files: { 'a/b.md': titled('Titre', other) } })
      .filter(({ ruleId }) => ruleId === 'title-equal')
      .map(({ line }) => line)
  expect(title('Get User', 'Get Users')).toEqual([])
  expect(title('Configuring the pools', 'Pool configuration')).toEqual([])
  expect(title('Publish your topology', 'Publish the topology')).toEqual([])
  expect(title('Operate my service', 'Operate your service')).toEqual([])
  expect(title('Media view', 'MediaLine view')).toEqual([1])
  expect(title('Move from Lync to Teams', 'Move from Teams to Lync')).toEqual([1])
})

it('compares headings, as titles of metadata exist in the translation only', () => {
  const both = (target: string, source: string) => `---\ntitle: Basculement\n---\n\n${titled(target, source)}`
  const found = (target: string) =>
    checkText(both('Basculement', 'Failing over'), {
      path: 'a/doc.md',
      files: { 'a/b.md': both(target, 'Failing back') },
    }).filter(({ ruleId }) => ruleId === 'title-equal')
  expect(found('Restauration')).toEqual([])
  expect(found('Basculement')).toMatchObject([{ line: 5, segments: { target: 'Basculement' } }])
})

it('compares within folders, with an option the whole docset', () => {
  const files = { 'b/doc.md': titled('Basculement', 'Failing back') }
  expect(findings(files)).toEqual([])
  expect(findings(files, { within: 'docset' })).toHaveLength(1)
})

it('finds headings of a document that are the same though their sources differ', () => {
  const found = checkText(
    [
      `# ${sxs(101, 'Basculement', 'Failover')}`,
      `## ${sxs(102, 'Le basculement', 'To fail over')}`,
      `## ${sxs(103, 'le basculement :', 'To fail back')}`,
      `## ${sxs(104, 'Vérification', 'Verification')}`,
    ].join('\n\n'),
  ).filter(({ ruleId }) => ruleId === 'title-equal')
  expect(found).toMatchObject([
    {
      reason:
        'Unexpected heading “Le basculement”, which is also that of “To fail back”, expected different headings as in the source',
      note: 'The source titles are “To fail over” and “To fail back”. Translate what distinguishes them.',
      fatal: false,
      line: 3,
      segments: { source: 'To fail over', target: 'Le basculement' },
    },
    { line: 5, segments: { source: 'To fail back', target: 'le basculement :' } },
  ])
})

it('takes headings for different that say a way or a state the other way round, but not other forms of the same words', () => {
  const lines = (one: string, other: string) =>
    checkText(`## ${sxs(101, 'Titre', one)}\n\n## ${sxs(102, 'Titre', other)}`)
      .filter(({ ruleId }) => ruleId === 'title-equal')
      .map(({ line }) => line)
  expect(lines('Switch it from on to off', 'Switch it from off to on')).toEqual([1, 3])
  expect(lines('Library', 'The libraries')).toEqual([])
  expect(lines('See also', 'Related topics')).toEqual([])
})

it('compares headings with those of included files, which are reported there', () => {
  const found = checkText(`## ${sxs(101, 'Titre', 'To stop')}\n\n[!INCLUDE [x](x.md)]\n`, {
    files: { 'x.md': `## ${sxs(201, 'Titre', 'To start')}\n` },
  }).filter(({ ruleId }) => ruleId === 'title-equal')
  expect(found).toMatchObject([{ line: 1, segments: { source: 'To stop' } }])
})

it('compares stages of the runbook too, but not other cells and labels', () => {
  const cell = (id: number, target: string, source: string) => ` ${sxs(id, target, source)} |`
  const rows = (header: string) =>
    `# ${sxs(101, 'Appels', 'Calls')}\n\n|${cell(102, 'Appel', 'Call')}${header}\n|-|-|-|\n|${cell(105, 'Nouveau', 'New')}${cell(106, 'Oui', 'Rings')}${cell(107, 'Oui', 'Works')}\n`
  const found = (text: string) => checkText(text).filter(({ ruleId }) => ruleId === 'title-equal')
  expect(found(rows(cell(103, 'Panne', 'During outage') + cell(104, 'Panne', 'After outage')))).toMatchObject(
    [
      { line: 3, segments: { source: 'During outage' } },
      { line: 3, segments: { source: 'After outage' } },
    ],
  )
  expect(found(rows(cell(103, 'Valeur', 'Value') + cell(104, 'Valeur', 'Result')))).toEqual([])
})
