import fc from 'fast-check'
import type { Decision, DecisionFile } from '../../../src/review/types/decisions.ts'

/** A decision on a unit of `a.md`. */
export function decisionOf(key: string, fields: Partial<Decision> = {}): Decision {
  return { key, path: 'a.md', source: 'Hello', target: 'Bonjour', ...fields }
}

/** A file of French decisions. */
export function fileOf(decisions: readonly Decision[]): DecisionFile {
  return { type: 'decisions', version: 1, locale: 'fr-FR', decisions }
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('Bonjour "tous"', 'a\nb', '\u202E', '<b>', '\uD800', '__proto__'),
)
const name = fc.constantFrom('Ann', 'Bo', 'Zoë')

/** Any decision, with keys of a newer version now and then; few units, so that decisions meet on one. */
const anyDecision: fc.Arbitrary<Decision> = fc
  .tuple(
    fc.record(
      {
        key: fc.constantFrom('k1', 'k2', 'k3'),
        path: fc.constantFrom('a.md', 'b/c.md'),
        state: fc.constantFrom('approved' as const, 'needs-fix' as const),
        comment: text,
        suggestion: text,
        reviewer: name,
        at: fc.constantFrom('2026-01-02T03:04:05Z', '2026-01-02'),
        source: fc.option(text),
        target: fc.option(text),
      },
      { requiredKeys: ['key', 'path', 'source', 'target'] },
    ),
    fc.option(
      fc.dictionary(fc.constantFrom('later', '__proto__', 'z'), fc.jsonValue({ maxDepth: 2 }), {
        maxKeys: 2,
      }),
    ),
  )
  .map(
    ([decision, others]) =>
      Object.fromEntries([
        ...Object.entries(others ?? {}),
        ...Object.entries(decision),
      ]) as unknown as Decision,
  )

/** Any file of French decisions. */
export const anyFile: fc.Arbitrary<DecisionFile> = fc
  .record({ decisions: fc.array(anyDecision, { maxLength: 6 }), later: fc.option(fc.constantFrom(1, 'x')) })
  .map(({ decisions, later }) => ({ ...fileOf(decisions), ...(later !== null && { later }) }) as DecisionFile)
