import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import type { ResolveFile } from '../../../src/model/resolve.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'

type Files = Readonly<Record<string, string>>

const include = (path: string) => `[!INCLUDE [x](${path})]\n\n`

/** Reads files, one after the other, with what they include; includes are shared as in a run, or not. */
function read(files: Files, paths: readonly string[], isShared = true): BilingualDocument[] {
  const resolve: ResolveFile = (_, url) => {
    const text = files[url]
    return text === undefined ? { status: 'missing', path: url } : { status: 'found', path: url, text }
  }
  const includes = new Map<string, BilingualDocument>()
  return paths.map((path) =>
    parseDocument(new VFile(files[path]!), { path, resolve, ...(isShared && { includes }) }),
  )
}

const statuses = ({ includes }: BilingualDocument | undefined = {} as BilingualDocument) =>
  includes.filter(({ from }) => from === undefined).map(({ status }) => status)

/** Files each of which includes the next one several times. */
const doubling = (count: number, times: number, last: string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${at}.md`,
      at === count - 1 ? last : `text\n\n${include(`${at + 1}.md`).repeat(times)}`,
    ]),
  )

describe('what a document includes', () => {
  it.each([
    ['a text', 'end'],
    ['a cycle', include('1.md')],
  ])('does not multiply: files that include each other several times, down to %s', (_, last) => {
    const [document] = read(doubling(40, 6, last), ['0.md'])
    expect(statuses(document)).toEqual(Array.from({ length: 6 }, () => 'excess'))
  })

  it('has a limit of levels', () => {
    const files = doubling(5000, 1, 'end')
    expect(statuses(read(files, ['0.md'])[0])).toEqual(['excess'])
    expect(statuses(read(files, ['4950.md'])[0])).toEqual(['found'])
  })

  it('has a limit of text, which one file may pass', () => {
    const files = {
      'a.md': include('long.md').repeat(3),
      'b.md': include('short.md').repeat(3),
      'long.md': 'text '.repeat(500_000),
      'short.md': 'text '.repeat(200_000),
    }
    const [a, b] = read(files, ['a.md', 'b.md'])
    expect(statuses(a)).toEqual(['found', 'excess', 'excess'])
    expect(statuses(b)).toEqual(['found', 'found', 'excess'])
  })

  it('has a limit of code', () => {
    const files = { 'a.md': '[!code[x](a.cs)]\n\n'.repeat(40), 'a.cs': `${'x'.repeat(99)}\n`.repeat(1000) }
    const [document] = read(files, ['a.md'])
    const found = document!.includes.filter(({ status }) => status === 'found')
    expect(found).toHaveLength(20)
    expect(document!.includes[20]).toMatchObject({ status: 'excess', kind: 'code' })
  })

  it('is the same whatever was read before', () => {
    const files = {
      ...doubling(4, 6, 'end'),
      'a.md': include('0.md').repeat(5) + include('3.md').repeat(2) + include('1.md').repeat(3),
    }
    const [alone] = read(files, ['a.md'], false)
    const [, , , after] = read(files, ['2.md', '1.md', '0.md', 'a.md'])
    expect(statuses(alone)).toEqual([
      ...Array.from({ length: 3 }, () => 'found'),
      ...Array.from({ length: 2 }, () => 'excess'),
      ...Array.from({ length: 5 }, () => 'found'),
    ])
    expect(statuses(after)).toEqual(statuses(alone))
    expect(after!.includes).toEqual(alone!.includes)
  })
})
