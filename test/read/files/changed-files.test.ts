import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { changedFiles } from '../../../src/read/files/changed-files.ts'
import type { Input } from '../../../src/read/input.ts'
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts'

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim()
}

function commit(folder: string, files: Readonly<Record<string, string>>): string {
  writeFiles(folder, files)
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'change')
  return git(folder, 'rev-parse', 'HEAD')
}

function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  git(folder, 'init', '-q', '-b', 'main')
  commit(folder, files)
  return folder
}

const inputsOf = (root: string, paths: readonly string[]): Input[] =>
  paths.map((path) => ({ root, path, absolute: join(root, path), fragment: false }))

afterEach(() => vi.unstubAllEnvs())

describe('changedFiles', () => {
  it('names what was committed, staged, changed, made or deleted since', () => {
    const folder = repository({
      'same.md': '1',
      'committed.md': '1',
      'staged.md': '1',
      'changed.md': '1',
      'é ü.md': '1',
      'gone.md': '1',
    })
    const first = git(folder, 'rev-parse', 'HEAD')
    commit(folder, { 'committed.md': '2', 'é ü.md': '2' })
    writeFiles(folder, { 'staged.md': '2', 'changed.md': '2', 'new/a.md': '1' })
    git(folder, 'add', 'staged.md')
    rmSync(join(folder, 'gone.md'))
    const names = ['same.md', 'committed.md', 'staged.md', 'changed.md', 'é ü.md', 'new/a.md', 'gone.md']
    const changed = (revision: string) =>
      names.filter((name) => changedFiles(inputsOf(folder, names), revision).has(join(folder, name)))
    expect(changed(first)).toEqual([
      'committed.md',
      'staged.md',
      'changed.md',
      'é ü.md',
      'new/a.md',
      'gone.md',
    ])
    expect(changed('HEAD')).toEqual(['staged.md', 'changed.md', 'new/a.md', 'gone.md'])
  })

  it('leaves out what others did on the branch meanwhile', () => {
    const folder = repository({ 'a.md': '1', 'b.md': '1' })
    git(folder, 'checkout', '-q', '-b', 'ours')
    commit(folder, { 'a.md': '2' })
    git(folder, 'checkout', '-q', 'main')
    commit(folder, { 'b.md': '2' })
    git(folder, 'checkout', '-q', 'ours')
    const changed = changedFiles(inputsOf(folder, ['a.md', 'b.md']), 'main')
    expect(['a.md', 'b.md'].filter((name) => changed.has(join(folder, name)))).toEqual(['a.md'])
  })

  it('works from a folder below, over several repositories', () => {
    const [one, two] = [repository({ 'docs/a.md': '1' }), repository({ 'b.md': '1' })]
    writeFiles(one, { 'docs/a.md': '2' })
    const inputs = [...inputsOf(join(one, 'docs'), ['a.md']), ...inputsOf(two, ['b.md'])]
    const changed = changedFiles(inputs, 'HEAD')
    expect(inputs.filter(({ absolute }) => changed.has(absolute))).toEqual([inputs[0]])
  })

  it.each(['nowhere', '--output=/tmp/x', '', 'HEAD~99'])('refuses the revision %j', (revision) => {
    const folder = repository({ 'a.md': '1' })
    expect(() => changedFiles(inputsOf(folder, ['a.md']), revision)).toThrow(
      expect.objectContaining({ message: `There is no git revision ${revision} in ${folder}` }),
    )
  })

  it('says so where there is no repository or no git', () => {
    const folder = temporaryFolder({ 'a.md': '1' })
    vi.stubEnv('GIT_CEILING_DIRECTORIES', folder)
    expect(() => changedFiles(inputsOf(folder, ['a.md']), 'HEAD')).toThrow(
      /Cannot determine what changed in .*: fatal: not a git/,
    )
    vi.stubEnv('PATH', folder)
    expect(() => changedFiles(inputsOf(folder, ['a.md']), 'HEAD')).toThrow('Cannot find git')
    rmSync(join(folder, 'a.md'))
  })
})
