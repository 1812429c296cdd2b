import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInputs } from '../../src/read/read-inputs.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const isRoot = process.getuid?.() === 0

async function pathsOf(args: readonly string[], cwd: string, out?: string): Promise<string[]> {
  const { inputs } = await readInputs(args, { cwd, ...(out !== undefined && { out }) })
  return inputs.map(({ path }) => path)
}

async function problemsOf(args: readonly string[], cwd: string): Promise<string[]> {
  const { problems } = await readInputs(args, { cwd })
  return problems.map(
    ({ path, messages }) => `${path}: ${messages[0]!.fatal ? 'error' : 'warning'} ${messages[0]!.ruleId}`,
  )
}

describe('a folder', () => {
  it('gives its documents and those of its folders, sorted by code unit, and nothing else', async () => {
    const cwd = temporaryFolder({
      'docs/b.md': '',
      'docs/a/z.MARKDOWN': '',
      'docs/a.html': '',
      'docs/é.htm': '',
      'docs/B.md': '',
      'docs/x.png': '',
      'docs/readme.txt': '',
      'docs/noext': '',
    })
    expect(await pathsOf(['docs'], cwd)).toEqual(['B.md', 'a.html', 'a/z.MARKDOWN', 'b.md', 'é.htm'])
  })

  it('leaves out node_modules, obj and folders that start with a dot, at any depth', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': '',
      'docs/node_modules/x/a.md': '',
      'docs/sub/node_modules/a.md': '',
      'docs/obj/a.md': '',
      'docs/.git/a.md': '',
      'docs/objects/b.md': '',
    })
    expect(await pathsOf(['docs'], cwd)).toEqual(['a.md', 'objects/b.md'])
  })

  it('leaves out the output folder and any other folder that Lockstep wrote', async () => {
    const cwd = temporaryFolder({
      'a.md': '',
      'dist/fr-FR/a.md': '',
      'old/.lockstep-manifest.json': '{}',
      'old/fr-FR/a.md': '',
    })
    expect(await pathsOf(['.'], cwd, join(cwd, 'dist'))).toEqual(['a.md'])
  })

  it('takes names with spaces, percent signs, hashes and other scripts as they are', async () => {
    const names = ['# 1.md', '50%25 off.md', 'a b.md', '日本語.md', '[x].md', '(y).md', '{z}.md']
    const cwd = temporaryFolder(Object.fromEntries(names.map((name) => [`docs/${name}`, ''])))
    expect(await pathsOf(['docs'], cwd)).toEqual([...names].sort())
  })

  it('reads a folder that is named like a document as a folder', async () => {
    const cwd = temporaryFolder({ 'docs/x.md/y.md': '' })
    expect(await pathsOf(['docs'], cwd)).toEqual(['x.md/y.md'])
    expect(await pathsOf(['docs/x.md'], cwd)).toEqual(['y.md'])
  })

  it('without documents is an error that says which files are documents', async () => {
    const cwd = temporaryFolder({ 'docs/x.png': '' })
    mkdirSync(join(cwd, 'empty'))
    await expect(readInputs(['docs', 'empty'], { cwd })).rejects.toThrow('No documents found in docs, empty')
  })

  it('without documents outside of the output folder is an error that names it', async () => {
    const cwd = temporaryFolder({ 'docs/fr-FR/a.md': '' })
    await expect(readInputs(['docs'], { cwd, out: join(cwd, 'docs/fr-FR') })).rejects.toMatchObject({
      hint: 'Documents are files that end with .md, .markdown, .html or .htm, outside of the output folder docs/fr-FR.',
    })
  })

  it.skipIf(isRoot)('that may not be read becomes a message, and the others are read', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '', 'docs/closed/b.md': '' })
    chmodSync(join(cwd, 'docs/closed'), 0)
    expect(await pathsOf(['docs'], cwd)).toEqual(['a.md'])
    expect(await problemsOf(['docs'], cwd)).toEqual(['docs/closed: warning input-refused'])
    chmodSync(join(cwd, 'docs/closed'), 0o755)
  })
})

describe('the root', () => {
  it('is the folder that was named', async () => {
    const cwd = temporaryFolder({ 'docs/fr/a.md': '' })
    const { inputs } = await readInputs(['docs/fr'], { cwd })
    expect(inputs).toEqual([
      { root: join(cwd, 'docs/fr'), path: 'a.md', absolute: join(cwd, 'docs/fr/a.md'), fragment: false },
    ])
  })

  it('is the docset, so that a document has the same path whichever part of the docset is named', async () => {
    const cwd = temporaryFolder({ 'docset/docfx.json': '{}', 'docset/a/x.md': '' })
    for (const arg of ['docset', 'docset/a', 'docset/a/x.md', 'docset/a/*.md', 'docset/**/x.md']) {
      const { inputs } = await readInputs([arg], { cwd })
      expect(inputs.map(({ root, path }) => [root, path])).toEqual([[join(cwd, 'docset'), 'a/x.md']])
    }
  })

  it('is not looked for above the repository', async () => {
    const cwd = temporaryFolder({ 'docfx.json': '{}', 'repo/.git/HEAD': '', 'repo/docs/x.md': '' })
    expect(await pathsOf(['repo/docs'], cwd)).toEqual(['x.md'])
  })

  it('of a glob is the folder it starts from', async () => {
    const cwd = temporaryFolder({ 'docs/one/a.md': '', 'docs/more/b.md': '' })
    expect(await pathsOf(['docs/*/*.md'], cwd)).toEqual(['more/b.md', 'one/a.md'])
    expect(await pathsOf(['*/one/*.md'], cwd)).toEqual(['docs/one/a.md'])
  })

  it('of files given by name is the folder that they have in common', async () => {
    const cwd = temporaryFolder({ 'docs/one/a.md': '', 'docs/more/b.md': '' })
    expect(await pathsOf(['docs/one/a.md', 'docs/more/b.md'], cwd)).toEqual(['more/b.md', 'one/a.md'])
    expect(await pathsOf(['docs/one/a.md'], cwd)).toEqual(['a.md'])
  })

  it('is the folder of a locale where there is one for each', async () => {
    const cwd = temporaryFolder({ 'docs/fr-FR/x/a.md': '', 'docs/de-de/x/a.md': '', 'docs/read.md': '' })
    const { inputs } = await readInputs(['docs'], { cwd })
    expect(inputs.map(({ root, path, folderLocale }) => [root, path, folderLocale])).toEqual([
      [join(cwd, 'docs'), 'read.md', undefined],
      [join(cwd, 'docs/de-de'), 'x/a.md', 'de-DE'],
      [join(cwd, 'docs/fr-FR'), 'x/a.md', 'fr-FR'],
    ])
    expect(await pathsOf(['docs/**/*.md'], cwd)).toEqual(['read.md', 'x/a.md', 'x/a.md'])
    expect(await pathsOf(['docs/fr-FR/x/a.md', 'docs/de-de/x/a.md'], cwd)).toEqual(['x/a.md', 'x/a.md'])
  })

  it('is the folder of a language only where nothing but such folders holds documents', async () => {
    const cwd = temporaryFolder({
      'a/it/x.md': '',
      'a/id/x.md': '',
      'b/it/x.md': '',
      'b/hr/x.md': '',
      'b/sales/x.md': '',
    })
    expect(await pathsOf(['a'], cwd)).toEqual(['x.md', 'x.md'])
    expect(await pathsOf(['b'], cwd)).toEqual(['hr/x.md', 'it/x.md', 'sales/x.md'])
  })

  it('is the folder of a single locale, as when a second one arrives', async () => {
    const cwd = temporaryFolder({ 'docs/pl-PL/x/a.md': '', 'docs/README.md': '' })
    expect(await pathsOf(['docs'], cwd)).toEqual(['README.md', 'x/a.md'])
    expect(await pathsOf(['docs/pl-PL'], cwd)).toEqual(['x/a.md'])
    writeFiles(cwd, { 'docs/fr-FR/x/a.md': '' })
    expect(await pathsOf(['docs'], cwd)).toEqual(['README.md', 'x/a.md', 'x/a.md'])
  })

  it('is the whole where a single folder only looks like a locale', async () => {
    const cwd = temporaryFolder({
      'a/to-do/a.md': '',
      'b/fr-FR/a.md': '',
      'b/media/b.md': '',
      'c/it/a.md': '',
    })
    expect(await pathsOf(['a'], cwd)).toEqual(['to-do/a.md'])
    expect(await pathsOf(['b'], cwd)).toEqual(['fr-FR/a.md', 'media/b.md'])
    expect(await pathsOf(['c'], cwd)).toEqual(['it/a.md'])
  })

  it('is a single folder whose documents name its locale', async () => {
    const french = '---\nms.contentlocale: fr-FR\n---\n'
    const cwd = temporaryFolder({
      'a/fr-fr/a.md': french,
      'b/fr-FR/a.md': french,
      'b/media/b.md': '',
      'c/fr/a.md': french,
      'd/to-do/a.md': french,
    })
    expect(await pathsOf(['a'], cwd)).toEqual(['a.md'])
    expect(await pathsOf(['b'], cwd)).toEqual(['media/b.md', 'a.md'])
    expect(await pathsOf(['c'], cwd)).toEqual(['a.md'])
    expect(await pathsOf(['d'], cwd)).toEqual(['to-do/a.md'])
  })

  it('of a file that is found twice is the outer one, and the file is read once', async () => {
    const cwd = temporaryFolder({ 'docs/fr/a.md': '' })
    expect(await pathsOf(['docs/fr', 'docs', 'docs/fr/a.md'], cwd)).toEqual(['fr/a.md'])
  })
})

describe('an argument', () => {
  it('that names nothing is an error', async () => {
    const cwd = temporaryFolder({ 'a.md': '' })
    await expect(readInputs(['a.md', 'nowhere'], { cwd })).rejects.toThrow('No such file or folder: nowhere')
    await expect(readInputs(['nowhere/*.md'], { cwd })).rejects.toThrow('Nothing matches nowhere/*.md')
    await expect(readInputs(['*.html'], { cwd })).rejects.toThrow('Nothing matches *.html')
  })

  it('that is the name of a file is no glob, whatever characters it has', async () => {
    const cwd = temporaryFolder({ '[ab].md': '', 'a.md': '', '!(x).md': '' })
    expect(await pathsOf(['[ab].md'], cwd)).toEqual(['[ab].md'])
    expect(await pathsOf(['!(x).md'], cwd)).toEqual(['!(x).md'])
  })

  it('that names a file of another kind is ignored with a warning', async () => {
    const cwd = temporaryFolder({ 'a.md': '', 'a.png': '' })
    expect(await pathsOf(['a.md', 'a.png'], cwd)).toEqual(['a.md'])
    expect(await problemsOf(['a.md', 'a.png'], cwd)).toEqual(['a.png: warning input-ignored'])
  })

  it('that is a glob leaves out what a folder leaves out', async () => {
    const cwd = temporaryFolder({
      'a.md': '',
      'node_modules/x.md': '',
      'obj/x.md': '',
      '.hidden/x.md': '',
      'old/.lockstep-manifest.json': '{}',
      'old/x.md': '',
      'x.txt': '',
    })
    expect(await pathsOf(['**/*'], cwd)).toEqual(['a.md'])
  })
})

describe('a symbolic link', () => {
  it('to a file inside the root is read under its own name', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '' })
    symlinkSync('a.md', join(cwd, 'docs/b.md'))
    expect(await pathsOf(['docs'], cwd)).toEqual(['a.md', 'b.md'])
  })

  it('out of the root is refused with an error, however it was found', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '', 'secret.md': '' })
    symlinkSync('../secret.md', join(cwd, 'docs/b.md'))
    for (const args of [['docs'], ['docs/*.md'], ['docs/b.md', 'docs/a.md']]) {
      expect(await pathsOf(args, cwd)).toEqual(['a.md'])
      expect(await problemsOf(args, cwd)).toEqual(['docs/b.md: error input-refused'])
    }
  })

  it('to a folder out of the root is not followed', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '', 'secret/b.md': '' })
    symlinkSync('../secret', join(cwd, 'docs/linked'))
    expect(await pathsOf(['docs'], cwd)).toEqual(['a.md'])
    expect(await problemsOf(['docs'], cwd)).toEqual(['docs/linked: warning input-refused'])
  })

  it('to a folder of the docset beside the named one is followed', async () => {
    const cwd = temporaryFolder({ 'docfx.json': '{}', 'docs/a.md': '', 'shared/b.md': '' })
    symlinkSync('../shared', join(cwd, 'docs/linked'))
    expect(await pathsOf(['docs'], cwd)).toEqual(['docs/a.md', 'docs/linked/b.md'])
  })

  it('that leads in a circle does no harm', async () => {
    const cwd = temporaryFolder({ 'docs/a/x.md': '', 'docs/b/y.md': '' })
    symlinkSync('..', join(cwd, 'docs/a/up'))
    symlinkSync('../a', join(cwd, 'docs/b/a'))
    symlinkSync('../b', join(cwd, 'docs/a/b'))
    symlinkSync('self.md', join(cwd, 'docs/self.md'))
    expect(await pathsOf(['docs'], cwd)).toEqual(['a/x.md', 'b/y.md'])
    expect(await problemsOf(['docs'], cwd)).toEqual(['docs/self.md: error input-unreadable'])
  })

  it('to nowhere is an error if it is named like a document', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '' })
    symlinkSync('gone.md', join(cwd, 'docs/b.md'))
    symlinkSync('gone.png', join(cwd, 'docs/b.png'))
    expect(await problemsOf(['docs'], cwd)).toEqual(['docs/b.md: error input-unreadable'])
  })

  it('is fine as the folder that was named itself', async () => {
    const cwd = temporaryFolder({ 'real/a.md': '' })
    symlinkSync('real', join(cwd, 'docs'))
    expect(await pathsOf(['docs'], cwd)).toEqual(['a.md'])
  })
})

describe('a docset', () => {
  async function fragmentsOf(files: Record<string, string>, args = ['.']): Promise<string[]> {
    const cwd = temporaryFolder(files)
    const { inputs } = await readInputs(args, { cwd })
    return inputs.filter(({ fragment }) => fragment).map(({ path }) => path)
  }

  const group = (src: string | undefined, exclude: string[]) => ({ files: ['**/*.md'], exclude, src })
  const docfx = (...content: object[]) => JSON.stringify({ build: { content } })

  it('tells which files are only there to be included', async () => {
    expect(
      await fragmentsOf({
        'docfx.json': docfx(group(undefined, ['**/includes/**', 'README.md'])),
        'a.md': '',
        'README.md': '',
        'sub/README.md': '',
        'sub/includes/b.md': '',
        'includes/deep/c.md': '',
      }),
    ).toEqual(['README.md', 'includes/deep/c.md', 'sub/includes/b.md'])
  })

  it('with several groups makes a fragment only of what no group takes', async () => {
    expect(
      await fragmentsOf({
        'docfx.json': docfx(group('x', ['**/includes/**', 'shared/**']), group('.', ['**/includes/**'])),
        'x/shared/a.md': '',
        'x/includes/b.md': '',
        'includes/c.md': '',
        'y.md': '',
      }),
    ).toEqual(['includes/c.md', 'x/includes/b.md'])
  })

  it('applies to its own folder also where the root is above it', async () => {
    expect(
      await fragmentsOf({
        'fr-FR/docfx.json': docfx(group(undefined, ['**/includes/**'])),
        'fr-FR/includes/a.md': '',
        'includes/b.md': '',
      }),
    ).toEqual(['fr-FR/includes/a.md'])
  })

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['other types', '{"build":{"content":[1,null,"x",{"files":3,"exclude":{"a":1},"src":7}]}}'],
    ['patterns and folders that lead out', docfx(group('../..', ['**']), group('.', ['../**', '/etc/**']))],
  ])('whose configuration is %s makes no fragment and stops nothing', async (_, text) => {
    expect(await fragmentsOf({ 'docfx.json': text, 'a.md': '' })).toEqual([])
  })

  it('whose configuration cannot be read gets a warning', async () => {
    const cwd = temporaryFolder({ 'docfx.json': '{', 'a.md': '' })
    expect(await problemsOf(['.'], cwd)).toEqual(['docfx.json: warning docset-unreadable'])
  })

  it('may have a byte order mark in its configuration', async () => {
    expect(
      await fragmentsOf({
        'docfx.json': `\uFEFF${docfx(group(undefined, ['i/**']))}`,
        'i/a.md': '',
        'b.md': '',
      }),
    ).toEqual(['i/a.md'])
  })
})
