import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shardOf } from '../../src/pipeline/shards/shard-of.ts'
import { smallDocument } from '../support/bilingual.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const BUILD = ['build', '--only', 'page,json', '--quiet']
const MERGE = ['merge', 'lockstep-shards/build', '--only', 'page,json', '--quiet']

/** A docset of several small documents; one has a dead link. */
function docset(): string {
  const link = '\n[x](gone.md) ![y](pic.png)\n'
  return temporaryFolder(
    Object.fromEntries(
      NAMES.map((name) => [`sources/${name}.md`, smallDocument(name) + (name === 'b' ? link : '')]),
    ),
  )
}

/** A docset with the shards of a build. */
async function shards(of: number, flags: readonly string[] = []): Promise<string> {
  const cwd = docset()
  for (let number = 1; number <= of; number++)
    expect((await runCli([...BUILD, ...flags, '--shard', `${number}/${of}`], cwd)).code).toBe(0)
  return cwd
}

/** Changes the description of a shard. */
function change(cwd: string, shard: string, changes: Readonly<Record<string, unknown>>): void {
  const path = join(cwd, 'lockstep-shards/build', shard, 'shard.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }))
}

describe('lockstep build --shard and merge', () => {
  it('make what one build makes, and say what comes next', async () => {
    const cwd = await shards(3)
    await runCli([...BUILD, '--no-cache', '--out', 'whole'], cwd)
    const { code, stderr } = await runCli(MERGE, cwd)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(contentsOf(join(cwd, 'dist'))).toEqual(contentsOf(join(cwd, 'whole')))
    const own = NAMES.filter((name) => shardOf(`${name}.md`, 3) === 2).length
    const { stdout } = await runCli(['build', '--only', 'page', '--shard', '2/3'], cwd)
    expect(stdout).toBe(
      `Shard 2 of 3: ${own} documents, ${own * 6} units in lockstep-shards/build/2-of-3\nWhen all shards are made, \`lockstep merge lockstep-shards/build\` completes the build, with the same options.\n`,
    )
  })

  it('leave the shards of other runs alone, from which a merge chooses by their folder', async () => {
    const cwd = await shards(1)
    for (const command of ['check', 'status'])
      expect((await runCli([command, '--shard', '1/1', '--quiet'], cwd)).code).toBe(0)
    expect((await runCli(MERGE, cwd)).code).toBe(0)
    expect((await runCli(['merge', 'lockstep-shards/check'], cwd)).stdout).toContain('link-missing')
    const all = await runCli(['merge', 'lockstep-shards'], cwd)
    expect(all.stderr).toContain(
      'Unexpected shard of a check in lockstep-shards/check/1-of-1, expected one of a build as in lockstep-shards/build/1-of-1. Merge the shards of a build and of a check in two runs.',
    )
  })

  it('take more shards than documents, and folders of shards named one by one', async () => {
    const cwd = docset()
    const folders = Array.from({ length: 9 }, (_, at) => `part-${at + 1}`)
    for (const [at, folder] of folders.entries())
      await runCli([...BUILD, '--shard', `${at + 1}/9`, '--shard-dir', folder], cwd)
    await runCli([...BUILD, '--no-cache', '--out', 'whole'], cwd)
    const { code } = await runCli(['merge', ...folders.reverse(), ...MERGE.slice(2)], cwd)
    expect(code).toBe(0)
    expect(contentsOf(join(cwd, 'dist'))).toEqual(contentsOf(join(cwd, 'whole')))
  })

  it('tell bad numbers', async () => {
    for (const bad of ['0/4', '5/4', '1', 'a/b', '1/0', '1/100001']) {
      const { code, stderr } = await runCli(['build', '--shard', bad], docset())
      expect(code).toBe(2)
      expect(stderr).toContain('It is not the number of a shard and of all shards, such as 1/4 to 4/4.')
    }
  })

  it.each<[what: string, message: string, spoil: (cwd: string) => unknown]>([
    [
      'a missing shard',
      'Missing shard 2 of 2',
      (cwd) => rmSync(join(cwd, 'lockstep-shards/build/2-of-2'), { recursive: true }),
    ],
    [
      'a doubled shard',
      'Unexpected second shard 1 of 2 in lockstep-shards/build/copy, the first is in lockstep-shards/build/1-of-2',
      (cwd) =>
        cpSync(join(cwd, 'lockstep-shards/build/1-of-2'), join(cwd, 'lockstep-shards/build/copy'), {
          recursive: true,
        }),
    ],
    [
      'a shard of another number of shards',
      'Unexpected shard 1 of 3 in lockstep-shards/build/1-of-3, expected one of 2 as in lockstep-shards/build/1-of-2',
      (cwd) => runCli([...BUILD, '--shard', '1/3'], cwd),
    ],
    [
      'an unfinished shard',
      'No shard in lockstep-shards/build/2-of-2: it has no shard.json',
      (cwd) => rmSync(join(cwd, 'lockstep-shards/build/2-of-2/shard.json')),
    ],
    [
      'a description that is cut off',
      'Cannot read lockstep-shards/build/2-of-2/shard.json: it is not valid JSON',
      (cwd) => writeFileSync(join(cwd, 'lockstep-shards/build/2-of-2/shard.json'), '{"version":'),
    ],
    [
      'another format',
      'The shard in lockstep-shards/build/2-of-2 was made by another version of Lockstep',
      (cwd) => change(cwd, '2-of-2', { version: 0 }),
    ],
    [
      'another program',
      'Shard 2 of 2 in lockstep-shards/build/2-of-2 was made by another program than shard 1 of 2 in lockstep-shards/build/1-of-2 (Lockstep 9 on Node.js 99; expected Lockstep',
      (cwd) => change(cwd, '2-of-2', { program: 'Lockstep 9 on Node.js 99', keys: { program: 'other' } }),
    ],
    [
      'a shard of a check',
      'Unexpected shard of a check in lockstep-shards/build/2-of-2, expected one of a build as in lockstep-shards/build/1-of-2',
      (cwd) => runCli(['check', '--shard', '2/2', '--shard-dir', 'lockstep-shards/build/2-of-2'], cwd),
    ],
    [
      'other settings in one shard',
      'Shard 2 of 2 in lockstep-shards/build/2-of-2 was made with other settings (only) than shard 1 of 2 in lockstep-shards/build/1-of-2',
      (cwd) => runCli(['build', '--only', 'page', '--shard', '2/2'], cwd),
    ],
    [
      'a merge with other settings',
      'Shard 1 of 2 in lockstep-shards/build/1-of-2 was made with other settings (cleanUrls, configFile) than this merge',
      (cwd) => writeFiles(cwd, { 'lockstep.config.json': '{"cleanUrls":true}' }),
    ],
    [
      'a new document',
      'Shard 1 of 2 in lockstep-shards/build/1-of-2 was made from other documents than this merge',
      (cwd) => writeFiles(cwd, { 'sources/new.md': smallDocument() }),
    ],
    [
      'a changed document',
      'in lockstep-shards/build/1-of-2 was made from another sources/a.md than the one here',
      (cwd) => {
        writeFiles(cwd, { 'sources/a.md': smallDocument('Salut') })
      },
    ],
    [
      'a file that a document asked for and that is there now',
      'was made from another sources/pic.png than the one here',
      (cwd) => writeFiles(cwd, { 'sources/pic.png': '' }),
    ],
    [
      'a changed table of contents',
      'was made with other files of the settings or the docset (tables of contents and xref maps) than this merge',
      (cwd) => writeFiles(cwd, { 'sources/toc.yml': '- name: x\n  href: a.md\n' }),
    ],
    [
      'damaged documents',
      'The shard in lockstep-shards/build/1-of-2 is damaged: document 1 of documents.bin is not what was written',
      (cwd) => {
        const path = join(cwd, 'lockstep-shards/build/1-of-2/documents.bin')
        const bytes = readFileSync(path)
        bytes[bytes.indexOf('\n') + 20]! ^= 1
        writeFileSync(path, bytes)
      },
    ],
    [
      'documents that are cut off',
      'The shard in lockstep-shards/build/2-of-2 is damaged: documents.bin has ',
      (cwd) => {
        const path = join(cwd, 'lockstep-shards/build/2-of-2/documents.bin')
        writeFileSync(path, readFileSync(path).subarray(0, -1))
      },
    ],
    [
      'no folder',
      'No shard in lockstep-shards/build: it has no shard.json',
      (cwd) => rmSync(join(cwd, 'lockstep-shards'), { recursive: true }),
    ],
  ])('refuse %s', async (_, message, spoil) => {
    const cwd = await shards(2)
    await spoil(cwd)
    const { code, stderr } = await runCli(MERGE, cwd)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('take copies of the documents with other times', async () => {
    const cwd = await shards(2)
    writeFiles(cwd, { 'sources/a.md': smallDocument('a') })
    expect((await runCli(MERGE, cwd)).code).toBe(0)
  })
})

it.each([
  ['build', '--timing'],
  ['check', '--fix'],
  ['check', '--format', 'json'],
  ['check', '-o', 'report.txt'],
  ['check', '--fail-on', 'info'],
  ['check', '--timing'],
  ['status', '--format', 'json'],
  ['status', '-o', 'status.txt'],
  ['status', '--locale', 'fr-FR'],
  ['status', '--min-coverage', '99'],
])('lockstep %s --shard refuses %s, which only the whole run can do', async (command, ...flags) => {
  const { code, stderr } = await runCli([command, '--shard', '1/2', ...flags], docset())
  expect(stderr).toContain("option '--shard <number/of>' cannot be used with option '")
  expect(code).toBe(2)
})

describe('lockstep check --shard and merge', () => {
  it('report what one check reports', async () => {
    const cwd = docset()
    for (const number of [1, 2]) {
      const { code } = await runCli(['check', '--shard', `${number}/2`], cwd)
      expect(code).toBe(0)
    }
    const whole = await runCli(['check', '--format', 'json', '--fail-on', 'warning'], cwd)
    const merged = await runCli(['merge', 'lockstep-shards', '--format', 'json', '--fail-on', 'warning'], cwd)
    expect(merged).toEqual(whole)
    expect(whole.code).toBe(1)
    expect(whole.stdout).toContain('link-missing')
  })

  it('refuse what does not belong to them', async () => {
    const cwd = docset()
    expect((await runCli(['check', '--shard-dir', 'x'], cwd)).stderr).toContain(
      'Cannot use --shard-dir without --shard',
    )
    await runCli(['check', '--shard', '1/1'], cwd)
    const formatted = await runCli(['merge', 'lockstep-shards', '--format', 'svg'], cwd)
    expect(formatted.stderr).toContain(
      'Cannot use the format svg with the shards of a check. Its formats are: pretty, json, ',
    )
  })
})

describe('lockstep status --shard and merge', () => {
  it('count what one run counts', async () => {
    const cwd = docset()
    writeFiles(cwd, { 'sources/sub/g.md': smallDocument('g', '') })
    for (const number of [1, 2, 3])
      expect((await runCli(['status', '--shard', `${number}/3`], cwd)).code).toBe(0)
    for (const flags of [
      ['--format', 'json'],
      ['--format', 'svg', '--locale', 'fr-FR'],
      ['--min-coverage', '99'],
    ]) {
      const whole = await runCli(['status', ...flags], cwd)
      expect(await runCli(['merge', 'lockstep-shards', ...flags], cwd)).toEqual(whole)
      expect(whole.stdout).not.toBe('')
    }
  })
})
