import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Suppression } from '../../../src/model/findings/suppression.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { runRules } from '../../../src/validate/engine/run-rules.ts'
import { createSuppressions } from '../../../src/validate/engine/suppressions.ts'
import { sxs } from '../check-text.ts'

const TEXT = `${sxs(101, 'Lire  [b](https://b.example).', 'Read\n[a](https://a.example).')}\n\n${sxs(102, 'Voir [b](https://b.example).', 'See [a](https://a.example).')}\n`

/** Checks documents by path. */
function run(list: readonly Suppression[], texts: Readonly<Record<string, string>> = { 'docs/a.md': TEXT }) {
  const suppressions = createSuppressions(list)
  const messages = Object.entries(texts).flatMap(([path, text]) => {
    const file = new VFile({ path, value: text })
    const document = parseDocument(file, { path, targetLocale: 'fr-FR' })
    suppressions.see(path, document)
    runRules(document, file, { isSuppressed: (finding) => suppressions.covers(path, finding) })
    return file.messages.filter(({ ruleId }) => ruleId === 'inline-equal')
  })
  return { messages, suppressions }
}

const rule = 'inline-equal'
const reason = 'b is a in French'

describe('a suppression', () => {
  const [first, second] = run([]).messages

  it.each([
    ['plain', 'Read a.'],
    ['plain, folded', ' Read  a.\n'],
    ['as marked up', 'Read [a](https://a.example).'],
  ])('names a finding by its source text, %s', (_, source) => {
    const { messages, suppressions } = run([{ rule, source, reason }])
    expect(messages.map((message) => message.fingerprint)).toEqual([second!.fingerprint])
    expect(suppressions.count).toBe(1)
    expect(suppressions.unused(false)).toEqual([])
  })

  it('names it by its fingerprint or the hash of its source text', () => {
    for (const source of [first!.fingerprint!, first!.sourceHash!]) {
      expect(run([{ rule, source, reason }]).messages).toHaveLength(1)
    }
  })

  it('is for its rule and its files only', () => {
    expect(run([{ rule: 'unit-order', source: 'Read a.', reason }]).messages).toHaveLength(2)
    const texts = { 'docs/a.md': TEXT, 'docs/b.md': TEXT }
    expect(run([{ rule, source: 'Read a.', files: ['docs/b.md'], reason }], texts).messages).toHaveLength(3)
    expect(run([{ rule, source: 'Read a.', files: ['**/*.md'], reason }], texts).messages).toHaveLength(2)
  })

  it('is unused where there is no such finding in what was read', () => {
    const known: Suppression = { rule: 'unit-order', source: 'Read a.', reason }
    const gone: Suppression = { rule, source: 'Walk a.', reason }
    const elsewhere: Suppression = { rule, source: 'Walk a.', files: ['other/**'], reason }
    const { suppressions } = run([known, gone, elsewhere])
    expect(suppressions.unused(false)).toEqual([known, gone])
    // A document alone cannot tell of a text that it does not have.
    expect(suppressions.unused(true)).toEqual([known])
  })

  it('is refused where there is no such rule', () => {
    expect(() => run([{ rule: 'inline-equl', source: 'x', reason }])).toThrow(
      expect.objectContaining({ hint: 'Did you mean `inline-equal`?' }),
    )
  })
})
