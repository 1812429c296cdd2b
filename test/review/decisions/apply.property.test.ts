import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scanSxs } from '../../../src/bitext/scan-sxs.ts'
import { proveSuggestions } from '../../../src/pipeline/review/prove-suggestions.ts'
import { decisionsAfter, suggestionEdits } from '../../../src/review/decisions/suggestion-edits.ts'
import { keyOfUnits } from '../../../src/review/decisions/unit-keys.ts'
import { scanDocument } from '../../../src/review/scan/scan-document.ts'
import type { Decision } from '../../../src/review/types/decisions.ts'
import { pair } from '../../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'

/** A suggestion for each of some units of a text. */
function suggestionsFor(
  text: string,
  suggest: (target: string, at: number) => string | undefined,
): Decision[] {
  const scanned = scanDocument(text)
  return keyOfUnits('a.md', scanned).flatMap((key, at) => {
    const { source, target } = scanned.units[at]!
    const suggestion = target === null ? undefined : suggest(target, at)
    return suggestion === undefined ? [] : { key, path: 'a.md', suggestion, reviewer: 'Ann', source, target }
  })
}

/** A text with its targets taken out. */
function withoutTargets(text: string): string {
  let rest = ''
  let at = 0
  for (const piece of scanSxs(text)) {
    if (piece.type !== 'unit' || !piece.target) continue
    rest += `${text.slice(at, piece.target.start)}\0`
    at = piece.target.end
  }
  return rest + text.slice(at)
}

/** Applies suggestions, and checks all that must hold whatever they are. */
function apply(text: string, decisions: readonly Decision[], locale = 'fr-FR') {
  const { edits, refused } = suggestionEdits('a.md', text, decisions)
  const proved = proveSuggestions({ path: 'a.md', text, locale }, edits)
  expect(proved.written.length + proved.refused.length).toBe(edits.length)
  expect(withoutTargets(proved.text)).toBe(withoutTargets(text))
  const [old, current] = [scanDocument(text).units, scanDocument(proved.text).units]
  const written = new Map(proved.written.map((edit) => [edit.unit, edit]))
  for (const [at, unit] of current.entries()) {
    const edit = written.get(at)
    // A cell has its pipes escaped, and a line stays one.
    const plain = (markup: string) => markup.replaceAll('\\|', '|').replace(/\s+/g, ' ')
    if (edit) expect(plain(unit.target!)).toBe(plain(edit.suggestion))
    else if (!proved.written.some(({ start, end }) => start <= old[at]!.start && end >= old[at]!.end)) {
      expect(unit.target).toBe(old[at]!.target)
    }
    expect(unit.source).toBe(old[at]!.source)
  }
  // A second time there is nothing to write.
  const after = decisionsAfter('a.md', [text, proved.text], decisions, proved.written)
  const again = suggestionEdits('a.md', proved.text, after)
  expect(again.edits.map(({ unit }) => unit)).toEqual(
    edits.map(({ unit }) => unit).filter((unit) => !written.has(unit)),
  )
  return { ...proved, refused: [...refused, ...proved.refused] }
}

const UNITS: readonly (readonly [string, string])[] = [
  ['Exécutez `Get-CsUser` & attendez.', 'Run `Get-CsUser` &amp; wait.'],
  ['Voir **gras** et [lien](a.md).', 'See **bold** and [link](a.md).'],
  ['# Titre', '# Title'],
  ['', 'Empty'],
  ['un&nbsp;deux <br/>trois', 'one&nbsp;two <br/>three'],
  ['<a href=&quot;x&quot;>un</a>', '<a href=&quot;x&quot;>one</a>'],
  [pair('n-1', 'dedans', 'inside'), pair('n-2', 'dehors', 'outside')],
]
const BEFORE = ['', '> ', '- ', '1. ', '# ', '| ', '<div>\n', '```\n', '| a | b |\n|---|---|\n| x | ']
const SUGGESTIONS = [
  'Texte neuf.',
  'Avec `code` et **gras**.',
  'un | deux',
  'un \\| deux',
  'ligne\nautre ligne',
  'para\n\npara',
  '# titre',
  '- liste',
  '**ouvert',
  '`ouvert',
  '</span></span>',
  '</span><span class="sxs-lookup"><span data-stu-id="aaaaa-100">',
  '<span data-ttu-id="aaaaa-999">x</span>',
  '</div>',
  '<script>alert(1)</script>',
  '<!--',
  'AT&T &amp; Cie 1 < 2',
  '',
  '😀\u202E\uD800',
  '$1 $& $$',
]

it('changes nothing but targets, and leaves out what would not say what was suggested', () => {
  const document = fc.record({
    units: fc.array(
      fc.tuple(
        fc.constantFrom(...UNITS),
        fc.constantFrom(...BEFORE),
        fc.option(fc.constantFrom(...SUGGESTIONS)),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    isCrLf: fc.boolean(),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  let [count, refusals] = [0, 0]
  fc.assert(
    fc.property(document, ({ units, isCrLf, mark }) => {
      const body = units.map(([[target, source], before], at) => {
        const end = before.startsWith('|') ? ' |' : before === '```\n' ? '\n```' : ''
        return before + pair(`aaaaa-${100 + at}`, target, source) + end
      })
      const text = `${mark}---\ntitle: x\nms.contentlocale: fr-FR\n---\n${body.join('\n\n')}\n`
      const input = isCrLf ? text.replaceAll('\n', '\r\n') : text
      const ids = new Map(scanDocument(input).units.map(({ id }, at) => [at, id]))
      const decisions = suggestionsFor(input, (_, at) => {
        const number = Number(ids.get(at)?.replace('aaaaa-', ''))
        return units[number - 100]?.[2] ?? undefined
      })
      const { written, refused } = apply(input, decisions)
      count += written.length
      refusals += refused.length
    }),
    { numRuns: 150 },
  )
  expect(count).toBeGreaterThan(50)
  expect(refusals).toBeGreaterThan(20)
})

it.skipIf(!hasCorpus)('writes suggestions into documents of real docsets', () => {
  for (const [folder, locale] of [
    ['teams/fr-FR', 'fr-FR'],
    ['lync-2013/de-DE', 'de-DE'],
    ['quantum', 'ja-JP'],
    ['dynamics', 'ja-JP'],
  ] as const) {
    let at = 0
    let [written, edits] = [0, 0]
    for (const { text } of corpusFiles(folder)) {
      if (at++ % 40 !== 0) continue
      const decisions = suggestionsFor(text, (target, unit) =>
        unit % 3 === 0 && !target.includes('<') && /\p{L}{3}/u.test(target)
          ? target.replace(/(\p{L}{3})(?![\s\S]*\p{L}{3})/u, '$1zz')
          : undefined,
      )
      const result = apply(text, decisions, locale)
      edits += decisions.length
      written += result.written.length
    }
    expect(edits, folder).toBeGreaterThan(20)
    expect(written / edits, folder).toBeGreaterThan(0.97)
  }
})

it.each(['', ' \n'])('refuses an empty suggestion (%j)', (suggestion) => {
  const text = pair('n-1', 'Bonjour', 'Hello')
  const { written, refused } = apply(
    text,
    suggestionsFor(text, () => suggestion),
  )
  expect(written).toEqual([])
  expect(refused.map(({ reason }) => reason)).toEqual(['the suggestion is empty'])
})
