import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWriter } from '../../src/write/create-writer.ts'
import { startJournal } from '../../src/write/journal.ts'
import { openOutputFolder } from '../../src/write/output-folder.ts'
import { TEMPORARY_FILE } from '../../src/write/write-atomically.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const MANIFEST = '.lockstep-manifest.json'
const JOURNAL = '.lockstep-journal'

/** The files of a folder but the manifest, with their content. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== MANIFEST)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]))
}

/** Builds files into a folder. */
function build(out: string, files: Readonly<Record<string, string>>) {
  const writer = createWriter(out)
  for (const [path, content] of Object.entries(files)) writer.write(path, content, 'test')
  return writer.finish()
}

/** Writes files as a build does that does not come to its end. */
function interrupt(out: string, files: Readonly<Record<string, string>>): void {
  const writer = createWriter(out)
  for (const [path, content] of Object.entries(files)) writer.write(path, content, 'test')
  writer.close()
}

describe('a folder that another build writes to', () => {
  it('is left alone, until that has ended', () => {
    const out = temporaryFolder()
    const writer = createWriter(out)
    expect(() => createWriter(out)).toThrow(`Another build is writing to ${out} (process ${process.pid})`)
    writer.write('a.html', '', 'test')
    writer.finish()
    build(out, {})
    expect(contentOf(out)).toEqual({})
  })

  it('is left alone where that has just begun', () => {
    const out = temporaryFolder({ [JOURNAL]: '' })
    expect(() => createWriter(out)).toThrow(`Another build is writing to ${out}`)
    // What was not there when this build looked.
    expect(() => startJournal(openOutputFolder(out), out)).toThrow(`Another build is writing to ${out}`)
    expect(readdirSync(out)).toEqual([JOURNAL])
  })

  it('is known by a process that runs, and is not one of its number that was started later', () => {
    const out = temporaryFolder()
    const stat = existsSync('/proc/self/stat') ? readFileSync(`/proc/${process.ppid}/stat`, 'latin1') : ''
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    const journal = (begin: string) =>
      writeFiles(out, { [JOURNAL]: `${process.ppid} ${hostname()} ${begin}\n` })
    journal(start)
    expect(() => createWriter(out)).toThrow(`(process ${process.ppid})`)
    journal(`${start}1`)
    expect(build(out, {}).files).toBe(0)
    expect(readdirSync(out)).toEqual([MANIFEST])
  })
})

it('keeps names apart that the disk takes for one, and does not remove the one for the other', () => {
  const out = temporaryFolder()
  build(out, { 'fr-FR/A.html': 'old' })
  const writer = createWriter(out, { foldsCase: true })
  writer.write('fr-FR/a.html', 'new', 'a.md')
  expect(() => writer.write('FR-fr/A.html', 'x', 'A.md')).toThrow('a.md has the same output path')
  expect(writer.has('fr-FR/A.html')).toBe(true)
  expect(writer.finish()).toMatchObject({ files: 1, removed: 0 })
})

it('writes text and bytes, makes folders, and leaves no temporary file', () => {
  const out = join(temporaryFolder(), 'a/b')
  const writer = createWriter(out)
  writer.write('fr-FR/x y#%.html', 'é', 'test')
  writer.write('assets/x.bin', Uint8Array.from([65]), 'test')
  expect(writer.finish()).toEqual({ files: 2, changed: 2, bytes: 3, removed: 0 })
  expect(contentOf(out)).toEqual({ 'assets/x.bin': 'A', 'fr-FR/x y#%.html': 'é' })
})

it('leaves a file with the same bytes alone, so its time is kept', () => {
  const out = temporaryFolder()
  build(out, { 'a.html': 'same', 'b.html': 'old' })
  utimesSync(join(out, 'a.html'), 1000, 1000)
  expect(build(out, { 'a.html': 'same', 'b.html': 'new' })).toEqual({
    files: 2,
    changed: 1,
    bytes: 3,
    removed: 0,
  })
  expect(statSync(join(out, 'a.html')).mtimeMs).toBe(1_000_000)
})

it('refuses a second output on the same path', () => {
  const writer = createWriter(temporaryFolder())
  writer.write('a.html', '1', 'first.md')
  expect(() => writer.write('a.html', '2', 'second.md')).toThrow('first.md has the same output path')
  expect(() => writer.write(MANIFEST, '2', 'second.md')).toThrow('same output path')
})

describe('a path that leads out of the folder', () => {
  it.each(['../x', 'a/../../x', '/x', 'a//x', './x', '', 'a/', '..', 'C:/x', 'a\\..\\x', 'x\0y'])(
    '%j is refused and nothing is written',
    (path) => {
      const folder = temporaryFolder()
      const writer = createWriter(join(folder, 'out'))
      expect(() => writer.write(path, 'x', 'test')).toThrow('expected one inside the output folder')
      writer.close()
      expect(readdirSync(folder)).toEqual(['out'])
    },
  )

  it('through a link to a folder is refused', () => {
    const folder = temporaryFolder({ 'other/keep.txt': '' })
    mkdirSync(join(folder, 'out'))
    symlinkSync('../other', join(folder, 'out/fr-FR'))
    const writer = createWriter(join(folder, 'out'))
    expect(() => writer.write('fr-FR/a.html', 'x', 'test')).toThrow('is not a folder')
    expect(() => writer.write('fr-FR/sub/a.html', 'x', 'test')).toThrow('is not a folder')
    expect(readdirSync(join(folder, 'other'))).toEqual(['keep.txt'])
  })

  it('through a link in the place of the file is replaced, not followed', () => {
    const folder = temporaryFolder({ 'secret.txt': 'secret', 'same.txt': 'x' })
    mkdirSync(join(folder, 'out'))
    symlinkSync('../secret.txt', join(folder, 'out/a.html'))
    symlinkSync('../same.txt', join(folder, 'out/b.html'))
    build(join(folder, 'out'), { 'a.html': 'x', 'b.html': 'x' })
    expect(readFileSync(join(folder, 'secret.txt'), 'utf8')).toBe('secret')
    expect(contentOf(join(folder, 'out'))).toEqual({ 'a.html': 'x', 'b.html': 'x' })
  })
})

describe('an earlier build', () => {
  it('loses the files that this one did not make, and folders that are empty then', () => {
    const out = temporaryFolder()
    build(out, { 'fr-FR/a.html': '', 'fr-FR/sub/deep/b.html': '', 'index.html': '' })
    expect(build(out, { 'index.html': '' })).toEqual({ files: 1, changed: 0, bytes: 0, removed: 2 })
    expect(readdirSync(out).sort()).toEqual([MANIFEST, 'index.html'])
  })

  it('loses nothing that Lockstep did not write', () => {
    const out = temporaryFolder({ CNAME: 'x', 'fr-FR/mine.html': 'x' })
    build(out, { 'fr-FR/a.html': '' })
    build(out, {})
    expect(contentOf(out)).toEqual({ CNAME: 'x', 'fr-FR/mine.html': 'x' })
  })

  it('that was interrupted is completed by the next, and the folder is known as output from the start', () => {
    const out = temporaryFolder()
    build(out, { 'old.html': '' })
    interrupt(out, { 'new.html': '', 'gone/deep.html': '' })
    const known = ['gone/deep.html', 'new.html', 'old.html']
    expect(JSON.parse(readFileSync(join(out, MANIFEST), 'utf8')).files).toEqual(known)
    build(out, { 'new.html': '' })
    expect(contentOf(out)).toEqual({ 'new.html': '' })
    expect(readdirSync(out).sort()).toEqual([MANIFEST, 'new.html'])
  })

  it('that was interrupted leaves nothing, however many were', () => {
    const out = temporaryFolder({ 'mine.html': 'x' })
    interrupt(out, { 'a.html': '' })
    interrupt(out, { 'b.html': '' })
    build(out, { 'c.html': '' })
    expect(contentOf(out)).toEqual({ 'c.html': '', 'mine.html': 'x' })
  })

  it('that was killed in the middle of a file leaves no part of it, nor of its journal', () => {
    const out = temporaryFolder()
    const temporary = `sub/${TEMPORARY_FILE}`
    const noted = ['sub/a.html', temporary, 'sub/b.html'].map((path) => `${JSON.stringify(path)}\n`)
    writeFiles(out, {
      [temporary]: 'half',
      'sub/a.html': '',
      'sub/b.html': 'ha',
      [JOURNAL]: `1 elsewhere 0\n${noted.join('')}"../outsi`,
    })
    build(out, { 'sub/c.html': '' })
    expect(contentOf(out)).toEqual({ 'sub/c.html': '' })
  })

  it('whose journal was tampered with cannot make this one remove what is outside', () => {
    const folder = temporaryFolder({ 'secret.txt': 's', 'other/x.txt': 's', 'out/keep/y': '' })
    const out = join(folder, 'out')
    symlinkSync('../other', join(out, 'linked'))
    const paths = [
      '../secret.txt',
      join(folder, 'secret.txt'),
      'linked/x.txt',
      'linked',
      'keep',
      'x'.repeat(300),
    ]
    writeFileSync(
      join(out, JOURNAL),
      `1 elsewhere 0\n${paths.map((path) => JSON.stringify(path)).join('\n')}\n7\n{\n`,
    )
    expect(build(out, {}).removed).toBe(0)
    expect(contentOf(folder)).toMatchObject({ 'secret.txt': 's', 'other/x.txt': 's', 'out/keep/y': '' })
    expect(existsSync(join(out, 'linked/x.txt'))).toBe(true)
  })

  it('cannot make this one remove files outside, folders, or files behind links', () => {
    const folder = temporaryFolder({ 'secret.txt': 's', 'other/x.txt': 's', 'out/folder/keep.txt': 's' })
    const out = join(folder, 'out')
    symlinkSync('../other', join(out, 'linked'))
    const files = [
      '../secret.txt',
      join(folder, 'secret.txt'),
      'linked/x.txt',
      'linked',
      'folder',
      MANIFEST,
      7,
      '',
    ]
    writeFileSync(join(out, MANIFEST), JSON.stringify({ files }))
    expect(build(out, {}).removed).toBe(0)
    expect(contentOf(folder)).toMatchObject({
      'secret.txt': 's',
      'other/x.txt': 's',
      'out/folder/keep.txt': 's',
    })
    expect(existsSync(join(out, 'linked/x.txt'))).toBe(true)
  })

  it('whose list is empty counts as none, as a build leaves it that was killed when it began', () => {
    const out = temporaryFolder({ [MANIFEST]: '', 'a.html': 'x' })
    expect(build(out, {})).toEqual({ files: 0, changed: 0, bytes: 0, removed: 0 })
    expect(contentOf(out)).toEqual({ 'a.html': 'x' })
  })

  it.each(['{', '[]', 'null', '{"files":3}'])('whose list is damaged stops this one: %j', (list) => {
    const out = temporaryFolder({ [MANIFEST]: list, 'a.html': 'x' })
    expect(() => build(out, {})).toThrow(
      `Cannot read the manifest of earlier builds, ${join(out, MANIFEST)}: it is damaged`,
    )
    expect(contentOf(out)).toEqual({ 'a.html': 'x' })
  })

  it.each([
    [MANIFEST, 'the manifest of earlier builds'],
    [JOURNAL, 'the journal of a build'],
  ])('is told where there is a folder in the place of %s', (name, what) => {
    const out = temporaryFolder({ [`${name}/a`]: '' })
    expect(() => build(out, {})).toThrow(`Cannot read ${what}, ${join(out, name)}: it is a folder`)
  })
})

it('makes the same list whatever the order of writing', () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()]
  build(first, { a: '1', b: '2' })
  build(second, { b: '2', a: '1' })
  expect(readFileSync(join(first, MANIFEST), 'utf8')).toBe(readFileSync(join(second, MANIFEST), 'utf8'))
})

it('says so where the folder cannot be made', () => {
  const folder = temporaryFolder({ file: '' })
  expect(() => createWriter(join(folder, 'file'))).toThrow('Cannot create the output folder')
  expect(() => createWriter(join(folder, 'file/sub'))).toThrow('Cannot create the output folder')
})

it('keeps the file that is there when a write fails', () => {
  const out = temporaryFolder()
  writeFiles(out, { 'taken.html/x': '' })
  const writer = createWriter(out)
  expect(() => writer.write('taken.html', 'x', 'test')).toThrow()
  writer.close()
  build(out, {})
  expect(contentOf(out)).toEqual({ 'taken.html/x': '' })
})
