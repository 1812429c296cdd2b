import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { relativeUrl, resolveLocalUrl } from '../../../src/render/page/local-url.ts'
import { createRandom } from '../../join/generate-revision.ts'

const NAMES = [
  'a',
  'b',
  'ab',
  'a.md',
  'b.html',
  'é',
  'a b',
  '.',
  '..',
  '',
  '.a',
  'a%20b',
  '%',
  '~',
  "it's",
  'x+y',
  'http:',
]
const SUFFIXES = ['', '', '#x', '?a=b#c', '#', ' ', '#x y ', '\n']

/** Paths and URLs at random. */
function createPaths(seed: number) {
  const random = createRandom(seed)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
  const path = () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      pick(random() < 0.7 ? NAMES.slice(0, 5) : NAMES),
    ).join('/')
  return { path, url: () => (random() < 0.5 ? pick(NAMES) : path()) + pick(SUFFIXES) }
}

describe('local URLs', () => {
  it('are those that node:path gives, for generated paths', () => {
    const { path } = createPaths(1)
    for (let run = 0; run < 20_000; run++) {
      const [from, to] = [path(), path()]
      const relative = posix.relative(`/${posix.dirname(from)}`, `/${to}`)
      expect(relativeUrl(from, to), `${from} → ${to}`).toBe(
        relative.split('/').map(encodeURIComponent).join('/'),
      )
    }
  })

  it('are resolved as node:path does, for generated URLs', () => {
    const { path, url } = createPaths(2)
    for (let run = 0; run < 20_000; run++) {
      const [from, written] = [path(), url()]
      expect(resolveLocalUrl(from, written), `${from} → ${written}`).toEqual(resolveByPath(from, written))
    }
  })
})

function resolveByPath(from: string, url: string) {
  const [, written = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url.trim()) ?? []
  const plain = written.replaceAll('\\', '/')
  if (!plain || plain.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(plain)) return null
  let decoded = plain
  try {
    decoded = decodeURIComponent(plain)
  } catch {}
  const path = decoded.startsWith('~/')
    ? posix.normalize(decoded.slice(2))
    : posix.normalize(posix.join(posix.dirname(from), decoded))
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : { path, suffix }
}
