import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../../../src/pipeline/options.ts'
import { build, makeShard } from '../../../src/pipeline.ts'
import { definePlugin } from '../../../src/plugin.ts'
import { smallDocument } from '../../support/bilingual.ts'
import { contentsOf } from '../../support/contents-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const files = { 'docs/fr-FR/a.md': smallDocument() }

/** Makes a shard of a build with some options and merges it with others, on another machine. */
async function merge(
  made: Partial<BuildOptions>,
  merged: Partial<BuildOptions> = made,
  [one, other]: readonly [string, string] = [temporaryFolder(files), temporaryFolder(files)],
): Promise<Record<string, string>> {
  const common = { inputs: ['docs'], out: 'out', only: ['page'] } as const
  const run = { ...common, ...made, cwd: one }
  await makeShard({ kind: 'build', shard: { number: 1, of: 1 }, folder: 'part', run })
  cpSync(join(one, 'part'), join(other, 'part'), { recursive: true })
  await build({ ...common, ...merged, cwd: other, shards: ['part'] })
  return contentsOf(join(other, 'out'))
}

describe('plugins of a program, without a configuration', () => {
  const plugin = (render: () => never[], others: object = {}) =>
    definePlugin({ name: 'own', outputs: [{ name: 'text', render }], ...others })
  const render = () => []

  it('are alike if their functions and files are', async () => {
    const list = () => temporaryFolder({ ...files, 'list.txt': '1' })
    const plugins = [plugin(render, { files: ['list.txt'] })]
    await expect(merge({ plugins }, undefined, [list(), list()])).resolves.toBeTruthy()
  })

  it('are refused if the text of a function differs', async () => {
    const other = plugin(() => [].slice(1))
    await expect(merge({ plugins: [plugin(render)] }, { plugins: [other] })).rejects.toThrow(
      'Shard 1 of 1 in part was made with other files of the settings or the docset (plugins) than this merge',
    )
  })

  it('are refused if a file of theirs differs', async () => {
    const plugins = [plugin(render, { files: ['list.txt'] })]
    const folders = ['1', '2'].map((text) => temporaryFolder({ ...files, 'list.txt': text }))
    await expect(merge({ plugins }, undefined, folders as [string, string])).rejects.toThrow('(list.txt)')
  })
})

describe('files outside of the working folder', () => {
  const settings = (text: string, folder = temporaryFolder()): Partial<BuildOptions> => {
    cpSync(
      temporaryFolder({
        'look/own.hbs': text,
        'labels/fr-FR.json': '{}',
        'own.css': text,
        'terms.csv': 'source,target\nx,y\n',
        'known.json': '[]',
        'lockstep.config.json': '{}',
      }),
      folder,
      { recursive: true },
    )
    return {
      templates: join(folder, 'look'),
      labels: join(folder, 'labels'),
      site: { css: [join(folder, 'own.css')] },
      rules: { glossary: { file: join(folder, 'terms.csv') } },
      suppressions: join(folder, 'known.json'),
      configFile: join(folder, 'lockstep.config.json'),
    }
  }

  it('can be in another place on another machine', async () => {
    const pages = await merge(settings('x'), settings('x'))
    expect(Object.keys(pages)).toContain('fr-FR/a.html')
  })

  it('are refused by name if they differ', async () => {
    await expect(merge(settings('x'), settings('y'))).rejects.toThrow('(own.css, templates)')
  })
})

it('names the settings that differ', async () => {
  await expect(
    merge({ siteUrl: 'https://a.example/', base: '/a/docs' }, { base: '/b/docs' }),
  ).rejects.toThrow('Shard 1 of 1 in part was made with other settings (base, siteUrl) than this merge')
})
