import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addFiles } from '../../src/write/add-files.ts'
import { OWN_PREFIX, removeLeftBehind } from '../../src/write/left-behind.ts'
import { rewriteInput } from '../../src/write/rewrite-input.ts'
import { openTemporaryFolder } from '../../src/write/temporary-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What the names of another process of this machine begin with. */
const prefixOf = (pid: number) => OWN_PREFIX.replace(/\d+$/, `${pid}`)
/** What a process has left that has ended. */
const LEFT = prefixOf(spawnSync(process.execPath, ['--version']).pid)

it('is removed, but not what runs, other machines or people have made', () => {
  const others = [
    `.${OWN_PREFIX}.tmp`,
    `.${prefixOf(process.ppid)}.tmp`,
    '.lockstep-00000000-1.tmp',
    `${LEFT}.txt`,
    'a.html',
  ].sort()
  const folder = temporaryFolder(Object.fromEntries([`.${LEFT}.tmp`, ...others].map((name) => [name, ''])))
  mkdirSync(join(folder, `${LEFT}-a1B2c3`))
  writeFileSync(join(folder, `${LEFT}-a1B2c3`, 'a.html'), '')
  removeLeftBehind(folder)
  expect(readdirSync(folder).sort()).toEqual(others)
})

it('is removed from the folders of documents by the next repair', () => {
  const folder = temporaryFolder({ 'a.md': 'a', [`.${LEFT}.tmp`]: '' })
  expect(rewriteInput(join(folder, 'a.md'), 'a', 'b')).toBe(true)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

it('is removed from where PDFs are written to, also where these are the same, and from the temporary folder', () => {
  const from = temporaryFolder({ 'fr/a.pdf': 'a' })
  const to = temporaryFolder({ 'fr/a.pdf': 'a', [`fr/.${LEFT}.tmp`]: '' })
  addFiles(from, to, ['fr/a.pdf'])
  expect(readdirSync(join(to, 'fr'))).toEqual(['a.pdf'])

  const left = join(tmpdir(), `${LEFT}-a1B2c3`)
  mkdirSync(left)
  const folder = openTemporaryFolder()
  expect([existsSync(left), existsSync(folder.path)]).toEqual([false, true])
  folder.remove()
})
