import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBytes, readHead, readText } from '../../../src/read/files/read-bytes.ts'
import { openRootFiles } from '../../../src/read/files/root-files.ts'
import { HANG } from '../../support/hang.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const most = 1000
const isPosix = process.platform !== 'win32'

describe('one file', () => {
  it('is read whole, with what it was like, or its beginning only', () => {
    const folder = temporaryFolder({ 'a.txt': '\uFEFFhello', empty: '' })
    const { bytes, stats } = readBytes(join(folder, 'a.txt'), { most })
    expect([bytes.toString(), stats.size]).toEqual(['\uFEFFhello', 8])
    expect(readText(join(folder, 'a.txt'), { most })).toBe('hello')
    expect(readBytes(join(folder, 'empty'), { most }).bytes.length).toBe(0)
    expect(readHead(join(folder, 'a.txt'), { most: 5 }).length).toBe(5)
  })

  it('is not read where it is larger than allowed, and is where it is just as large', () => {
    const folder = temporaryFolder({ 'a.txt': 'x'.repeat(most), 'b.txt': 'x'.repeat(most + 1) })
    expect(readBytes(join(folder, 'a.txt'), { most }).bytes.length).toBe(most)
    expect(() => readBytes(join(folder, 'b.txt'), { most })).toThrow('it is larger than 1000 bytes')
    expect(() => readBytes(join(folder, 'b.txt'), { most: 0 })).toThrow('it is larger than 0 bytes')
  })

  it('that grows while it is read is read up to the limit only', () => {
    const folder = temporaryFolder({ 'a.txt': 'x' })
    const path = join(folder, 'a.txt')
    // Right after its size was asked for.
    const grown = (by: number) => ({ most, accept: () => appendFileSync(path, 'x'.repeat(by)) })
    expect(readBytes(path, grown(10)).bytes.length).toBe(11)
    expect(() => readBytes(path, grown(5000))).toThrow('it is larger than')
  })

  it.skipIf(!existsSync('/proc/self/limits'))('that says it is empty and is not is read', () => {
    expect(readText('/proc/self/limits', { most: 65_536 })).toContain('Max open files')
  })

  it.skipIf(!isPosix)(
    'is a regular one: a FIFO, a device or a folder is neither opened nor waited for',
    () => {
      const folder = temporaryFolder()
      execFileSync('mkfifo', [join(folder, 'fifo')])
      symlinkSync('fifo', join(folder, 'link'))
      symlinkSync('/dev/zero', join(folder, 'zero'))
      for (const [name, why] of [
        ['fifo', 'it is not a regular file'],
        ['link', 'it is not a regular file'],
        ['zero', 'it is not a regular file'],
        ['.', 'it is a folder'],
        ['gone', 'ENOENT'],
      ] as const)
        expect(() => readBytes(join(folder, name), { most })).toThrow(why)
    },
  )

  it.skipIf(!isPosix)('is judged by the file that is open, not by what its path leads to afterwards', () => {
    const folder = temporaryFolder({ 'out/a.txt': 'secret', 'in/a.txt': 'public' })
    symlinkSync('out', join(folder, 'way'))
    const seen: string[] = []
    readBytes(join(folder, 'way/a.txt'), { most, accept: (real) => seen.push(real) })
    expect(seen).toEqual([join(folder, 'out/a.txt')])
  })

  it.skipIf(!isPosix)('never leaks what is outside while links are changed all the time', () => {
    const folder = temporaryFolder({ 'out/a.txt': 'secret', 'root/in/a.txt': 'public' })
    const root = join(folder, 'root')
    // Another process turns `way` to the inside and to the outside as fast as it can.
    const swapper = `
      const fs = require('node:fs')
      const end = Date.now() + 4000
      while (Date.now() < end) for (const to of ['in', '../out']) {
        fs.symlinkSync(to, 'tmp'); fs.renameSync('tmp', 'way')
      }`
    const reader = `
      import { openRootFiles } from ${JSON.stringify(join(import.meta.dirname, '../../../src/read/files/root-files.ts'))}
      const files = openRootFiles(process.cwd())
      const seen = { public: 0, secret: 0, refused: 0 }
      const end = Date.now() + 2500
      while (Date.now() < end) {
        try { seen[String(files.read('way/a.txt', 'document').bytes)]++ } catch { seen.refused++ }
      }
      console.log(JSON.stringify(seen))`
    symlinkSync('in', join(root, 'way'))
    const script = `"$1" -e "$2" & "$1" "$3" "$4"; kill $! 2>/dev/null`
    const jiti = join(import.meta.dirname, '../../../node_modules/jiti/lib/jiti-cli.mjs')
    const file = join(temporaryFolder({ 'reader.ts': reader }), 'reader.ts')
    const { stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', process.execPath, swapper, jiti, file], {
      cwd: root,
      encoding: 'utf8',
      timeout: HANG,
    })
    expect(stderr).toBe('')
    const seen = JSON.parse(stdout) as Record<string, number>
    expect(seen.public! + seen.refused!).toBeGreaterThan(0)
    expect(seen.secret).toBe(0)
  })
})

describe('the files of a root', () => {
  const files = {
    'root/a.md': 'A',
    'root/.env': 'secret',
    'root/.git/config': 'secret',
    'root/node_modules/x/a.md': 'secret',
    'root/sub/.ssh/id_rsa.txt': 'secret',
    'root/.vscode/settings.json': '{}',
    'outside.md': 'secret',
  }
  const hidden = [
    '.env',
    '.git/config',
    'node_modules/x/a.md',
    'sub/.ssh/id_rsa.txt',
    '.vscode/settings.json',
  ]

  it('are not read where their names are hidden, and are where the settings allow it', () => {
    const root = join(temporaryFolder(files), 'root')
    const closed = openRootFiles(root)
    expect(hidden.filter(closed.has)).toEqual([])
    expect(hidden.map(closed.closed)).toEqual(hidden.map(() => 'hidden'))
    for (const path of hidden)
      expect(() => closed.read(path, 'document')).toThrow('files of this name are not read')
    const opened = openRootFiles(root, { allow: ['.vscode/**'] })
    expect(hidden.filter(opened.has)).toEqual(['.vscode/settings.json'])
    expect(String(opened.read('.vscode/settings.json', 'document').bytes)).toBe('{}')
    expect(closed.has('a.md')).toBe(true)
  })

  it.skipIf(!isPosix)(
    'are not read through links to what is hidden or outside, and are through links that stay inside',
    () => {
      const root = join(temporaryFolder(files), 'root')
      for (const [to, name] of [
        ['.env', 'env.md'],
        ['.git', 'git'],
        ['../outside.md', 'out.md'],
        ['a.md', 'b.md'],
        ['.', 'me'],
      ] as const)
        symlinkSync(to, join(root, name))
      const { read, has } = openRootFiles(root)
      for (const [path, why] of [
        ['env.md', 'it leads to .env, which is not read'],
        ['git/config', 'it leads to .git/config, which is not read'],
        ['out.md', 'it leads out of the root'],
      ] as const) {
        expect(() => read(path, 'document')).toThrow(why)
        expect(has(path)).toBe(false)
      }
      for (const path of ['b.md', 'me/a.md', 'me/me/b.md']) {
        expect(String(read(path, 'document').bytes)).toBe('A')
        expect(has(path)).toBe(true)
      }
    },
  )

  it.skipIf(!isPosix)('are read where the root itself is a link', () => {
    const folder = temporaryFolder(files)
    symlinkSync('root', join(folder, 'link'))
    expect(String(openRootFiles(join(folder, 'link')).read('a.md', 'document').bytes)).toBe('A')
  })

  it('are not copied where the docset excludes them as resources, but are included where it excludes them from the content', () => {
    const root = temporaryFolder({
      'docfx.json': JSON.stringify({
        build: {
          content: [{ files: ['**/*.md'], exclude: ['includes/**'] }],
          resource: [
            { files: ['**/*.png'], exclude: ['drafts/**'] },
            { files: ['drafts/shown.png'], exclude: [] },
          ],
        },
      }),
      'includes/a.md': 'A',
      'drafts/a.md': 'B',
      'drafts/a.png': 'C',
      'drafts/shown.png': 'D',
      'b.png': 'E',
    })
    const { has, closed, read } = openRootFiles(root)
    const paths = ['includes/a.md', 'drafts/a.md', 'drafts/a.png', 'drafts/shown.png', 'b.png']
    expect(paths.filter(has)).toEqual(['includes/a.md', 'drafts/a.md', 'drafts/shown.png', 'b.png'])
    expect(closed('drafts/a.png')).toBe('excluded')
    expect(() => read('drafts/a.png', 'copy')).toThrow()
    expect(openRootFiles(root, { allow: ['drafts/*'] }).has('drafts/a.png')).toBe(true)
  })

  it('are as large as the settings say', () => {
    const root = temporaryFolder({ 'a.md': 'x'.repeat(2 ** 20 + 1) })
    expect(() => openRootFiles(root, { maxFileSize: 1 }).read('a.md', 'document')).toThrow(
      'it is larger than 1 MB',
    )
    expect(openRootFiles(root, { maxFileSize: 2 }).read('a.md', 'document').bytes.length).toBe(2 ** 20 + 1)
  })

  it('are no folders', () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'a.md'))
    expect(openRootFiles(root).has('a.md')).toBe(false)
  })
})
