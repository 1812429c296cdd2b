import { describe, expect, it } from 'vitest'
import { resolveLink } from '../../src/validate/resolve-link.ts'

const from = 'docs/guide/start.md'

describe('resolveLink', () => {
  it.each([
    ['https://contoso.com/x'],
    ['mailto:a@contoso.com'],
    ['xref:System.String'],
    ['//contoso.com/x'],
    ['/docs/x'],
    ['../../../x.md'],
    ['../../other/x.md'],
  ])('%s leads elsewhere', (url) => {
    expect(resolveLink(url, from, 'docs')).toEqual({ type: 'elsewhere' })
  })

  it.each([
    ['x.md', 'docs/guide/x.md', ''],
    ['./x.md#a', 'docs/guide/x.md', 'a'],
    ['../x.md?view=a#b%C3%A9', 'docs/x.md', 'bé'],
    ['a%20b.md', 'docs/guide/a b.md', ''],
    ['media\\a.png', 'docs/guide/media/a.png', ''],
    ['~/x.md', 'docs/x.md', ''],
    ['./', 'docs/guide', ''],
    ['..', 'docs', ''],
    ['x.md#a:~:text=b', 'docs/guide/x.md', 'a'],
    ['a%E0.md', 'docs/guide/a%E0.md', ''],
  ])('%s leads to %s', (url, path, anchor) => {
    expect(resolveLink(url, from, 'docs')).toEqual({ type: 'file', path, anchor })
  })

  it.each([
    ['#a', 'a'],
    ['?tabs=x#a', 'a'],
    ['#', ''],
    ['', ''],
  ])('%s leads to the page itself', (url, anchor) => {
    expect(resolveLink(url, from, 'docs')).toEqual({ type: 'page', anchor })
  })

  it('takes the root for the docset where there is no docset', () => {
    expect(resolveLink('../../x.md', from, '')).toEqual({ type: 'file', path: 'x.md', anchor: '' })
    expect(resolveLink('../../../x.md', from, '')).toEqual({ type: 'elsewhere' })
    expect(resolveLink('../..', from, '')).toEqual({ type: 'file', path: '', anchor: '' })
  })
})
