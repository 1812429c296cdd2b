import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pair } from '../../support/bilingual.ts'
import { frenchOf, reviewTexts, reviewUnitLists, type Texts } from '../../support/review.ts'

const texts = fc.array(
  fc.tuple(
    fc.constantFrom(
      '',
      'Yes',
      'No',
      'Wait 5 minutes.',
      'Wait 6 minutes.',
      'Start the service again.',
      'a `b`',
    ),
    fc.constantFrom('Oui', 'Non', 'Attendez.', 'x'),
  ),
  { maxLength: 14 },
)

describe('reviewDocument', () => {
  it('has every unit of both versions exactly once, the new ones in their order', () => {
    fc.assert(
      fc.property(texts, texts, (old, current) => {
        const { units } = reviewUnitLists(old, current)
        expect(units.flatMap(({ newIds }) => newIds)).toEqual(current.map((_, at) => `bbbbb-${101 + at}`))
        expect(units.flatMap(({ oldIds }) => oldIds).sort()).toEqual(old.map((_, at) => `aaaaa-${101 + at}`))
      }),
    )
  })

  it('says of a version with other ids that nothing else changed', () => {
    fc.assert(
      fc.property(texts, (units) => {
        const { facts, units: reviewed } = reviewUnitLists(units, units)
        expect(facts).toEqual(['ids-only'])
        expect(new Set(reviewed.map(({ headline }) => headline)).size).toBeLessThan(2)
      }),
    )
  })

  it('joins by source text, whatever the ids say', () => {
    const old: Texts[] = [
      ['The first sentence here.', 'un'],
      ['The second sentence, another.', 'deux'],
    ]
    const { units } = reviewTexts(frenchOf('aaaaa', old), frenchOf('aaaaa', [old[1]!, old[0]!]))
    expect(units.map(({ newIds, oldIds }) => [newIds, oldIds])).toEqual([
      [['aaaaa-101'], ['aaaaa-102']],
      [['aaaaa-102'], ['aaaaa-101']],
    ])
    expect(units.filter(({ moved }) => moved)).toHaveLength(1)
  })

  it('names the way in which each unit was joined', () => {
    const joinsOf = (old: Texts[], current: Texts[]) =>
      reviewUnitLists(old, current).units.map(({ join }) => join.method)
    const [one, two]: Texts[] = [
      ['The first sentence here.', 'un'],
      ['The second sentence, another.', 'deux'],
    ]
    expect(joinsOf([one!, ['On', 'x'], two!], [one!, ['Disabled', 'y'], two!])).toEqual([
      'text',
      'slot',
      'text',
    ])
    expect(joinsOf([one!, ['', 'x'], two!], [one!, ['', 'y'], two!])).toEqual(['text', 'slot', 'text'])
    const row = (size: string): Texts[] => [1, 2, 3].map(() => [`${size} GB`, `${size} Go`])
    expect(joinsOf([one!, ...row('100'), two!], [one!, ...row('250'), two!])).toEqual([
      'text',
      'slot',
      'slot',
      'slot',
      'text',
    ])
    const same = frenchOf('aaaaa', [one!, two!])
    expect(reviewTexts(same, same.replace('deux', 'zwei')).units.map(({ join }) => join.method)).toEqual([
      'id',
      'id',
    ])
  })

  it('does not guess which of several equal texts was removed, unless their translations tell', () => {
    const removedOf = (old: Texts[], current: Texts[]) =>
      reviewUnitLists(old, current).units.filter(({ headline }) => headline === 'removed')
    const cells: Texts[] = ['a', 'b', 'c', 'd'].map((target) => ['Yes', target])
    expect(removedOf(cells, cells.toSpliced(1, 1)).map(({ oldIds }) => oldIds)).toEqual([['aaaaa-102']])
  })

  it('is untranslated only if it was translated before', () => {
    const headlineOf = (source: string, before: string, after: string) =>
      reviewUnitLists([[source, before]], [[source, after]]).units[0]!.headline
    expect(headlineOf('Wait for it.', 'Attendez.', 'Wait for it.')).toBe('untranslated')
    expect(headlineOf('See [it](a.md).', 'Voir [ceci](a.md).', 'See [it](../a.md).')).toBe('untranslated')
    expect(headlineOf('**Get-CsPool**', 'Get-CsPool', '**Get-CsPool**')).toBe('markup-only')
    expect(headlineOf('AudioCodes', 'Audiocodes', 'AudioCodes')).toBe('retranslated')
    expect(
      headlineOf('**private:** 10.45.16.20', '**private:** 10.45.16.10', '**private:** 10.45.16.20'),
    ).toBe('retranslated')
    expect(headlineOf('100', '99', '100')).toBe('retranslated')
  })

  it('tells front matter, text between units and targets apart', () => {
    const before = frenchOf('aaaaa', [['One sentence.', 'Une phrase.']])
    const factsOf = (change: (text: string) => string) => reviewTexts(before, change(before)).facts
    expect(factsOf((text) => text.replace('title: ', 'title: x'))).toEqual(['front-matter-only'])
    expect(factsOf((text) => `${text}\n***\n`)).toEqual(['skeleton-only'])
    expect(factsOf((text) => text.replace('Une', 'La'))).toEqual(['targets-only'])
    const handoff = (type: string, date: string) =>
      before.replace('---\n\n', `ms.translationtype: ${type}\nms.lasthandoff: ${date}\n---\n\n`)
    expect(reviewTexts(handoff('HT', '03/23/2021'), handoff('MT', '11/02/2020')).facts).toEqual([
      'human-to-machine',
      'handed-off-back',
      'ids-only',
    ])
  })

  it('sees headings, heads of tables and steps by their lines', () => {
    const body = (end: string) =>
      [
        `# ${pair('a-101', 'Titre', 'Title')}`,
        `1. ${pair('a-102', 'Faites', 'Do it')}`,
        `- ${pair('a-103', 'Point', 'Item')}`,
        `| ${pair('a-104', 'Nom', 'Name')} |\n|---|\n| ${pair('a-105', 'un', 'one')} |`,
      ]
        .join('\n\n')
        .replace(/<\/span><span class/g, `${end}</span><span class`)
    const { units } = reviewTexts(body(''), body(' !'))
    expect(units.map(({ place, heading }) => [place, heading])).toEqual([
      ['heading', undefined],
      ['step', 'Title'],
      ['list-item', 'Title'],
      ['table-head', 'Title'],
      ['table-cell', 'Title'],
    ])
  })

  it('sees steps, items and cells by the HTML elements around them', () => {
    let id = 100
    const unit = () => pair(`a-${++id}`, `Texte ${id}`, `Text ${id}`)
    const html = [
      `<ol>\n<li><p>${unit()}</p>\n<p>${unit()} ${unit()}</p>\n<ul>\n<li>${unit()}</li>\n</ul>${unit()}</li>\n<li>${unit()}\n<LI>${unit()}\n</ol>`,
      unit(),
      `<table>\n<tr><th>${unit()}</th></tr>\n<tr>\n<td><p>${unit()}</p>\n<ol><li>${unit()}</li></ol>\n${unit()}\n\n1. ${unit()}\n</td>\n</tr>\n</table>`,
      unit(),
      `</td><ul>\n<li><table><td><ul><li>${unit()}</table>\n${unit()}</li></ul>`,
      unit(),
      `| ${unit()} |\n|---|\n| <ol><li>${unit()}</li></ol> ${unit()} |`,
    ].join('\n\n')
    const { units } = reviewTexts(html, html.replaceAll('Texte', 'Texte neuf'))
    const places = [
      ['step', 'step', 'step', 'list-item', 'step', 'step', 'step', 'text'],
      ['table-head', 'table-cell', 'step', 'table-cell', 'step', 'text'],
      ['list-item', 'list-item', 'text', 'table-head', 'step', 'table-cell'],
    ].flat()
    expect(units.map(({ place }) => place)).toEqual(places)
  })

  it('takes time linear in the units of a document', () => {
    const many = Array.from({ length: 30_000 }, (): Texts => ['Yes', 'Oui'])
    expect(reviewUnitLists(many, many.slice(1)).units).toHaveLength(30_000)
  })
})
