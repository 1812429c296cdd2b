import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readRedirections } from '../../../src/read/redirections/read-redirections.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const list = (...entries: object[]) => JSON.stringify({ redirections: entries })
const to = (source_path: string) => ({ source_path, redirect_url: '/x' })
const sourcesIn = (root: string) =>
  readRedirections(root).flatMap(({ redirections }) => redirections.map(({ source }) => source))

it('reads the files of the root and of its repository, and relates them to the root', () => {
  const cwd = temporaryFolder({
    '.git/HEAD': '',
    '.openpublishing.redirection.json': list(
      to('docs/a.md'),
      { source_path_from_root: '/docs/b.md', redirect_url: '/x' },
      to('other/c.md'),
    ),
    'docs/.openpublishing.redirection.json': list(to('d.md'), {
      source_path_from_root: '/docs/sub/e.md',
      redirect_url: '/x',
    }),
    'docs/sub/x.md': '',
  })
  expect(sourcesIn(join(cwd, 'docs'))).toEqual(['d.md', 'sub/e.md', 'a.md', 'b.md'])
})

it('reads nothing above a root that belongs to no repository', () => {
  const cwd = temporaryFolder({ '.openpublishing.redirection.json': list(to('docs/a.md')), 'docs/x.md': '' })
  expect(sourcesIn(join(cwd, 'docs'))).toEqual([])
})

it('reads the files that the configuration of publishing lists, and no other hidden ones', () => {
  const cwd = temporaryFolder({
    '.openpublishing.publish.config.json': JSON.stringify({
      redirection_files: [
        '.openpublishing.redirection.teams.json',
        'sub/.openpublishing.redirection.json',
        '.env',
        '../.openpublishing.redirection.json',
        3,
      ],
    }),
    '.openpublishing.redirection.teams.json': list(to('a.md')),
    'sub/.openpublishing.redirection.json': list(to('b.md')),
    '.env': list(to('secret.md')),
  })
  expect(sourcesIn(cwd)).toEqual(['a.md', 'sub/b.md'])
})

it('drops a folder that all sources begin with and the root lacks', () => {
  const files = {
    'Server/x.md': '',
    '.openpublishing.redirection.json': list(to('Lync/Server/a.md'), to('Lync/b.md')),
  }
  expect(sourcesIn(temporaryFolder(files))).toEqual(['Server/a.md', 'b.md'])
  expect(sourcesIn(temporaryFolder({ ...files, 'Lync/y.md': '' }))).toEqual(['Lync/Server/a.md', 'Lync/b.md'])
})

it('leaves out entries without source or target, and what is no document', () => {
  const bad = [
    {},
    null,
    3,
    to('a.png'),
    { source_path: 'a.md' },
    { source_path: 'a.md', redirect_url: ' ' },
    to('../../up.md'),
  ]
  expect(
    sourcesIn(
      temporaryFolder({ '.openpublishing.redirection.json': list(...(bad as object[]), to('b.md')) }),
    ),
  ).toEqual(['b.md'])
})

it('says why a file cannot be read', () => {
  const problemOf = (text: string) =>
    readRedirections(temporaryFolder({ '.openpublishing.redirection.json': text }))[0]?.problem
  expect(problemOf('{')).toContain('not valid JSON')
  expect(problemOf('[]')).toContain('no list of redirections')
  const cwd = temporaryFolder({ 'secret.json': list(to('a.md')) })
  mkdirSync(join(cwd, 'docs'))
  symlinkSync('../secret.json', join(cwd, 'docs/.openpublishing.redirection.json'))
  expect(readRedirections(join(cwd, 'docs'))[0]?.problem).toContain('leads out of its folder')
})
