import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createFileLookup } from '../../src/read/create-file-lookup.ts'
import { createResolver } from '../../src/read/create-resolver.ts'
import { readRootFile } from '../../src/read/files/read-root-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const files = {
  'root/includes/a.md': 'A',
  'root/sub/includes/b.md': 'B',
  'root/sub/page.md': '',
  'root/sub/a b#1.md': 'C',
  'root/sub/100%.md': 'D',
  'root/sub/binary.bin': Uint8Array.from([1, 0, 2]),
  'root/inner/docfx.json': '{}',
  'root/inner/includes/c.md': 'E',
  'root/inner/deep/page.md': '',
  'secret.md': 'secret',
  'rootless/x.md': 'secret',
}

it.each([
  ['includes/b.md', 'sub/includes/b.md'],
  ['./includes/b.md', 'sub/includes/b.md'],
  ['../includes/a.md', 'includes/a.md'],
  ['..\\includes\\a.md', 'includes/a.md'],
  ['~/includes/a.md', 'includes/a.md'],
  ['~\\includes\\a.md', 'includes/a.md'],
  ['/includes/a.md', 'includes/a.md'],
  ['~//includes//a.md', 'includes/a.md'],
  [' includes/b.md?view=x#part ', 'sub/includes/b.md'],
  ['a%20b%231.md', 'sub/a b#1.md'],
  ['100%.md', 'sub/100%.md'],
  ['../../root/includes/a.md', null],
])('%s in sub/page.md is %s', (url, path) => {
  const root = join(temporaryFolder(files), 'root')
  const found = createResolver(root)('sub/page.md', url)
  expect(found.path).toBe(path)
  expect(found.status).toBe(path === null ? 'outside' : 'found')
})

it.each([
  '../../secret.md',
  '..%2F..%2Fsecret.md',
  '%2e%2e/%2e%2e/secret.md',
  '~/../secret.md',
  '~/%2e%2e/secret.md',
  '/../secret.md',
  '../../rootless/x.md',
  '//host/share.md',
  '\\\\host\\share.md',
  'file:///etc/passwd',
  'https://example.com/a.md',
  'C:\\secret.md',
])('%s is outside and not read', (url) => {
  const root = join(temporaryFolder(files), 'root')
  expect(createResolver(root)('sub/page.md', url)).toEqual({ status: 'outside', path: null })
})

it('means the docset’s folder by ~ where the root holds several', () => {
  const root = join(temporaryFolder(files), 'root')
  expect(createResolver(root)('inner/deep/page.md', '~/includes/c.md')).toEqual({
    status: 'found',
    path: 'inner/includes/c.md',
    text: 'E',
  })
})

it('does not read through a link that leads out, and reads through one that stays in', () => {
  const folder = temporaryFolder(files)
  const root = join(folder, 'root')
  symlinkSync('../../secret.md', join(root, 'sub/out.md'))
  symlinkSync('../..', join(root, 'sub/up'))
  symlinkSync('../includes', join(root, 'sub/in'))
  const resolve = createResolver(root)
  expect(resolve('sub/page.md', 'out.md').status).toBe('outside')
  expect(resolve('sub/page.md', 'up/secret.md').status).toBe('outside')
  expect(resolve('sub/page.md', 'in/a.md')).toEqual({ status: 'found', path: 'sub/in/a.md', text: 'A' })
})

it('finds nothing in what is no text file', () => {
  const root = join(temporaryFolder(files), 'root')
  mkdirSync(join(root, 'sub/folder.md'))
  const resolve = createResolver(root)
  for (const url of [
    'gone.md',
    'folder.md',
    'binary.bin',
    'page.md/x.md',
    '',
    '.',
    'a\0b.md',
    'x'.repeat(5000),
  ]) {
    expect(resolve('sub/page.md', url).status).toBe('missing')
  }
})

it('reads each file once', () => {
  const root = join(temporaryFolder(files), 'root')
  const resolve = createResolver(root)
  const first = resolve('sub/page.md', 'includes/b.md')
  rmSync(join(root, 'sub/includes/b.md'))
  expect(resolve('sub/other.md', 'includes/b.md')).toBe(first)
})

it('looks files up inside the root only', () => {
  const folder = temporaryFolder(files)
  const root = join(folder, 'root')
  symlinkSync('../secret.md', join(root, 'out.png'))
  const hasFile = createFileLookup(root)
  const asked = ['includes/a.md', 'includes', 'gone.png', '../secret.md', 'out.png', '', 'x\0y']
  expect(asked.filter(hasFile)).toEqual(['includes/a.md'])
  expect(asked.filter((path) => readRootFile(root, path) !== null)).toEqual(['includes/a.md'])
})
