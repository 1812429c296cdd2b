import { describe, expect, it } from 'vitest'
import { matchGlobs } from '../../../src/util/text/match-globs.ts'

describe('matchGlobs', () => {
  it.each([
    ['docs/**/lync/**', 'docs/fr-FR/lync/a.md'],
    ['docs/**/lync/**', 'docs/lync/deep/a.md'],
    ['**/a/**/b/**', 'x/a/y/b/z.md'],
    ['docs/**/x/**/*.md', 'docs/q/x/y/z.md'],
    ['docs/**/x/**/*.md', 'docs/x/z.md'],
    ['./docs/*.md', 'docs/a.md'],
    ['docs/**', 'docs/.hidden/a.md'],
    ['{docs,more}/*', 'more/a.md'],
  ])('matches %s with %s', (glob, path) => {
    expect(matchGlobs([glob])(path)).toBe(true)
  })

  it.each([
    ['docs/**/lync/**', 'docs/fr-FR/other/a.md'],
    ['**/a/**/b/**', 'x/b/y/a/z.md'],
    ['docs/*.md', 'docs/deep/a.md'],
  ])('does not match %s with %s', (glob, path) => {
    expect(matchGlobs([glob])(path)).toBe(false)
  })

  it('matches any of several, and dots only if asked', () => {
    expect(matchGlobs(['a/*', 'b/*'])('b/x')).toBe(true)
    expect(matchGlobs(['a/**'], { dot: false })('a/.x/y')).toBe(false)
  })
})
