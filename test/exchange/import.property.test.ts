import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReturnedText, ReturnedUnit } from '../../src/exchange/exchange-file.ts'
import { type CodedText, plainOf } from '../../src/model/coded-text.ts'
import { type Coded, codedOf, imported, returnedOf } from './coded-units.ts'

const TEST = join(import.meta.dirname, '..')
const FIXTURES = [
  ...['paragraphs', 'headings', 'lists', 'quotes', 'alerts', 'links', 'images', 'definitions', 'footnotes'],
  ...['tables-pipe', 'tables-html', 'raw-html-inline', 'raw-html-blocks', 'attributes', 'code-blocks'],
  ...['front-matter-units', 'chinese', 'right-to-left', 'no-loc', 'includes', 'xrefs', 'addresses'],
]
/** What translators type, and what would be markup if it were not escaped. */
const TYPED = fc.oneof(
  fc.constantFrom(
    '*',
    '_',
    '<',
    '&',
    '[',
    ']',
    '\\',
    '`',
    '|',
    '\n',
    '~',
    '!',
    '"',
    "'",
    '#',
    '1. ',
    '- ',
    '> ',
  ),
  fc.constantFrom(
    '_a_',
    '<b>',
    '&nbsp;',
    '[x](y)',
    '`x`',
    '~~x~~',
    '![x](y)',
    ':::',
    '$x$',
    '<server>',
    'a_b_c',
  ),
  fc.constantFrom(
    'https://example.com/a_b*c',
    'www.example.com',
    'a@example.com',
    '中文',
    'عربي',
    '😀',
    'é',
    '\u00A0',
  ),
  fc.string({ maxLength: 6, unit: 'grapheme-ascii' }),
)

/** Our sample, and some documents of each docset of the corpus where it is there. */
function realDocuments(): readonly string[] {
  const corpus = join(TEST, '../../shared/corpus')
  const below = (folder: string, each: number) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.md'))
          .sort()
          .filter((_, at) => at % each === 0)
          .map((path) => join(folder, path))
      : []
  return [
    ...below(join(TEST, '../sources'), 1),
    ...below(join(corpus, 'lync-2013'), 120),
    ...['teams', 'dynamics', 'quantum'].flatMap((name) => below(join(corpus, name), 40)),
  ]
}

/** Edits some of the targets, and returns what was typed by the id of its unit. */
function typeInto(coded: Coded, typed: readonly string[], at: number, every: number) {
  const wanted = new Map<string, ReturnedText>()
  const returned = returnedOf(coded).map((unit, index): ReturnedUnit => {
    const { id, target } = unit
    if (index % every !== at % every || !target) return unit
    const texts = target.flatMap((part, place) => (typeof part === 'string' ? place : []))
    const place = texts[(at + index) % texts.length]
    if (place === undefined) return unit
    const text = target[place] as string
    const offset = [...text].slice(0, (at * 7 + index) % (text.length + 1)).join('').length
    const edited = target.with(
      place,
      text.slice(0, offset) + typed[index % typed.length] + text.slice(offset),
    )
    wanted.set(id, edited)
    return { ...unit, target: edited }
  })
  return { wanted, returned }
}

/** A text as read, with codes as signs; a line break may have become a space. */
function shown(text: ReturnedText | CodedText): string {
  return text
    .map((part) =>
      typeof part === 'string' ? part : part.type === 'text' && 'text' in part ? part.text : `{${part.type}}`,
    )
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
}

/** Imports edited targets; expects the accepted ones to say what was typed, and all others to be as they were. */
function importEdited(
  coded: Coded,
  edit: ReturnType<typeof typeInto>,
): { accepted: number; refused: string[] } {
  const { text, units } = imported(coded, edit.returned)
  const after = codedOf(text, coded.document.path)
  const outcomes = new Map(units.map((unit) => [unit.id, unit]))
  const refused: string[] = []
  let accepted = 0
  let undone = text
  for (const key of [...coded.document.order].reverse()) {
    const [before, now] = [coded.document.units[key]?.target, after.document.units[key]?.target]
    if (outcomes.get(key)?.outcome === 'accepted') {
      accepted++
      expect(shown(after.units.get(key)!.target!)).toBe(shown(edit.wanted.get(key)!))
      undone = undone.slice(0, now!.place[0]) + before!.markup + undone.slice(now!.place[1])
    } else {
      expect(now?.markup).toBe(before?.markup)
      if (edit.wanted.has(key) && outcomes.get(key)!.outcome !== 'unchanged')
        refused.push(`${JSON.stringify(shown(edit.wanted.get(key)!))}: ${outcomes.get(key)!.reason}`)
    }
  }
  expect(undone).toBe(coded.text)
  return { accepted, refused }
}

describe('imported translations', () => {
  it.each(FIXTURES)('say what was typed, and nothing else changes: %s', (name) => {
    const file = name === 'page-of-html' ? 'input.html' : 'input.md'
    const coded = codedOf(readFileSync(join(TEST, 'fixtures', name, file), 'utf8'), file)
    fc.assert(
      fc.property(
        fc.array(TYPED, { minLength: 1, maxLength: 5 }),
        fc.nat(50),
        fc.integer({ min: 1, max: 3 }),
        (typed, at, every) => {
          importEdited(coded, typeInto(coded, typed, at, every))
        },
      ),
      { numRuns: 15, seed: 1 },
    )
  })

  it('say what was typed in real documents, nearly always', () => {
    const [typed] = fc.sample(fc.array(TYPED, { minLength: 200, maxLength: 200 }), { numRuns: 1, seed: 3 })
    let [accepted, at] = [0, 0]
    const refused: string[] = []
    for (const path of realDocuments()) {
      const coded = codedOf(readFileSync(path, 'utf8'), basename(path))
      const result = importEdited(coded, typeInto(coded, typed!, at++, 7))
      accepted += result.accepted
      refused.push(...result.refused)
    }
    expect(accepted).toBeGreaterThan(0)
    // Almost all of these have literal asterisks beside bold text, which documents read as broken bold text.
    expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(Math.max(1, accepted / 100))
  })

  it('have no translation where nothing was typed', () => {
    const coded = codedOf(readFileSync(join(TEST, 'fixtures/paragraphs/input.md'), 'utf8'))
    expect(imported(coded, returnedOf(coded)).text).toBe(coded.text)
    expect([...coded.units.values()].some(({ target }) => target && plainOf(target) !== '')).toBe(true)
  })
})
