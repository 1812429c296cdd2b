import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeWork } from '../../../src/model/build/work.ts'
import { InlineReader } from '../../../src/parse/segments/inline-content.ts'
import { createRandom } from '../../join/generate-revision.ts'
import { generateInline } from '../generate-inline.ts'

/** More of them find more: `SEGMENTS_RUNS=100000 npx vitest run test/parse/segments/parse-segments.test.ts`. */
const RUNS = Number(process.env.SEGMENTS_RUNS ?? 400)
/** Of a document; with it, nothing that was read is known to other readers. */
const DEFINITIONS = new Map([['X', '[x]: /u "t"']])

/** What can reach beyond its own line, or make something else of another. */
const REACHING = [
  ...[
    '```',
    '~~~',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<div>',
    '<pre>',
    '<?',
    '<![CDATA[',
    '<b>',
    '</p>',
  ],
  ...[
    '<a href="',
    '<table>',
    '[y]: /v',
    '[^1]: n',
    '[^1]',
    '[x]',
    '[y]',
    '[',
    '](',
    '](/w)',
    '![',
    '`',
    '``',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\n    ',
    '\n- ',
    '\n> ',
    '\n===',
    '\n---',
    '\n|-|',
    '- ',
    '> ',
    '# ',
    '1. ',
    '    ',
    '\t',
  ],
  ...[
    '|',
    '---',
    '___',
    '***',
    '+++',
    '*',
    '**',
    '_',
    '~~',
    '\\',
    ' ',
    '  ',
    'a',
    'é',
    '&amp;',
    '&#10;',
    '\u2003',
  ],
  ...[
    '\uFEFF',
    '\u{1F600}',
    '\0',
    ':::',
    ':::no-loc text="a":::',
    'www.a.b',
    'https://a.b',
    'a@b.c',
    'mailto:',
  ],
]

const segment = fc.oneof(
  fc.integer().map((seed) => generateInline(createRandom(seed))),
  fc.array(fc.constantFrom(...REACHING), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1 }),
)

/** What is read of segments, each by itself or all ahead. */
function readAll(segments: readonly string[], isAhead: boolean, parser?: 'remark') {
  const reader = new InlineReader(DEFINITIONS, parser)
  if (isAhead) reader.parseAhead(segments)
  // As text, so that the order of properties is the same.
  return segments.map((markup) => JSON.stringify(reader.read(markup, 'markdown')))
}

describe('segments that are parsed in one go', () => {
  it.each([undefined, 'remark'] as const)(
    'say what they say by themselves (%s)',
    (parser) => {
      fc.assert(
        fc.property(fc.array(segment, { maxLength: 12 }), (segments) => {
          expect(readAll(segments, true, parser)).toEqual(readAll(segments, false, parser))
        }),
        { numRuns: RUNS },
      )
    },
    3_600_000,
  )

  it('are parsed once, but for those that have to be by themselves', () => {
    takeWork()
    readAll(['**a**', '[b](c)', '`d`', '[x]', 'e\n*f*', '*g* ', '***h***'], true)
    const { inlineNative, inlineRemark } = takeWork()
    expect(inlineNative + inlineRemark).toBe(1 + 4)
  })
})
