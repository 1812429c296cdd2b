import { describe, expect, it } from 'vitest'
import { danglingMarks } from '../../../src/parse/hazards/dangling-marks.ts'
import { parseInlineMarkdown } from '../../../src/parse/markdown/parse-markdown.ts'

describe('marks without a partner', () => {
  it.each(['native', 'remark'] as const)(
    'are none in addresses that are links by themselves (%s)',
    (parser) => {
      const marksIn = (text: string) =>
        danglingMarks(parseInlineMarkdown(text, parser), text).map(({ mark }) => mark)
      expect(marksIn('[R](t)<http://_>')).toEqual([])
      expect(marksIn('http://a.b/_c')).toEqual([])
      expect(marksIn('[_R](t) _a')).toEqual(['_', '_'])
    },
  )
})
