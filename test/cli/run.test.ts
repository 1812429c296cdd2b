import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

describe('help', () => {
  it.each([
    [['--help'], ['build', 'check', 'inspect', 'Exit codes']],
    [['help'], ['build', 'check', 'inspect']],
    [
      ['build', '--help'],
      ['--out <folder>', '--locale <tags>', '--only <kinds>', '--templates', 'Examples:'],
    ],
    [
      ['check', '--help'],
      ['--format <format>', '--fail-on <level>', 'Examples:'],
    ],
    [
      ['inspect', '-h'],
      ['<file>', '[unit]', '--json', 'Examples:'],
    ],
    [['help', 'check'], ['--fail-on <level>']],
  ])('%j goes to standard output and ends with 0', async (args, parts) => {
    const { code, stdout, stderr } = await runCli(args, temporaryFolder())
    expect([code, stderr]).toEqual([0, ''])
    for (const part of parts) expect(stdout).toContain(part)
  })

  it.each(['build', 'check', 'review', 'import', 'status', 'export', 'dev', 'inspect', 'preview', 'pdf'])(
    'of %s has its options under headings, and a link to the documentation',
    async (name) => {
      const { stdout } = await runCli([name, '--help'], temporaryFolder())
      const [, general] = stdout.split('\nGeneral:\n')
      expect(general).toMatch(/^ {2}-c, --config <file>/)
      expect(stdout.match(/^Documentation: https:\/\/\S+$/gm)).toHaveLength(1)
    },
  )

  it('of the program has its commands under headings', async () => {
    const { stdout } = await runCli(['--help'], temporaryFolder())
    for (const [heading, first] of [
      ['Publish', 'build'],
      ['Check', 'check'],
      ['Translate', 'review'],
    ])
      expect(stdout).toContain(`\n${heading}:\n  ${first} `)
  })

  it('fits the terminal', async () => {
    const { stdout } = await runCli(['build', '--help'], temporaryFolder(), { columns: 72 })
    const options = stdout.slice(0, stdout.indexOf('Examples:')).split('\n')
    expect(Math.max(...options.map((line) => line.length))).toBeLessThanOrEqual(72)
  })
})

it.each(['--version', '-V'])('%s prints the version', async (flag) => {
  expect(await runCli([flag], temporaryFolder())).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

describe('bad usage ends with 2 and says what to do', () => {
  it.each([
    [[], 'Usage: lockstep'],
    [['biuld'], 'Did you mean build?'],
    [['build', '--ouput', 'x'], 'Did you mean --out?'],
    [
      ['check', '--format', 'xml'],
      'Allowed choices are pretty, json, sarif, junit, github, codeclimate, unix, markdown, html.',
    ],
    [['check', '--fail-on', 'never'], 'Allowed choices are error, warning, info.'],
    [['build', '--only', 'page,pdf'], 'Allowed are page, table, runbook, json, markdown, search.'],
    [['build', '--only', 'page,'], 'An item of the list is empty.'],
    [['build', '--locale', 'fr_FR'], 'It is not a BCP 47 tag such as fr-FR.'],
    [['check', '--target-locale', 'x'], 'It is not a BCP 47 tag such as fr-FR.'],
    [['inspect'], "missing required argument 'file'"],
    [['inspect', 'a', 'b', 'c'], 'too many arguments'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args, temporaryFolder())
    expect(stderr).toContain(message)
    expect([code, stdout]).toEqual([2, ''])
  })
})

describe('what cannot be run ends with 2, in one paragraph without a stack', () => {
  it.each([
    [['build'], {}, /^error No such file or folder: .*sources\.\n$/],
    [['check', 'nowhere'], {}, 'error No such file or folder: nowhere.\n'],
    [
      ['check', 'docs'],
      { 'docs/a.png': '' },
      /^error No documents found in docs\. Documents are files that end with .*\n$/,
    ],
    [
      ['check', 'a.md', '--config', 'x.json'],
      { 'a.md': '' },
      'error There is no configuration file x.json.\n',
    ],
    [
      ['check', 'a.md'],
      { 'a.md': '', 'lockstep.config.json': '{"output":"x"}' },
      /^error Unexpected key output in lockstep\.config\.json\. .*\n$/,
    ],
    [
      ['check', 'a.md'],
      { 'a.md': '', 'lockstep.config.json': '{"rules":{"unit-oder":"off"}}' },
      /^error Unexpected rule `unit-oder` in `rules`, .*\n$/,
    ],
    [
      ['build', 'docs', '--out', 'docs'],
      { 'docs/a.md': '' },
      /^error The output folder .* holds the inputs in .*\n$/,
    ],
    [
      ['build', 'docs', '--out', '.'],
      { 'docs/a.md': '' },
      /^error The output folder .* holds the inputs in .*\n$/,
    ],
    [
      ['build', 'docs', '--templates', 'x'],
      { 'docs/a.md': '' },
      /^error There is no folder .*x to take templates from.*\n$/,
    ],
    [
      ['build', 'docs', '--out', 'file'],
      { 'docs/a.md': '', file: '' },
      /^error Cannot create the output folder .*\n$/,
    ],
    [['inspect', 'a.md', '99'], { 'a.md': 'no units' }, /^error a\.md has no unit 99\. .*\n$/],
  ])('%j', async (args, files, message) => {
    const { code, stdout, stderr } = await runCli(args, temporaryFolder(files as Record<string, string>))
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
    expect([code, stdout]).toEqual([2, ''])
  })
})
